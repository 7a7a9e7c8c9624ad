/** What is known of each customer: the features, how they are spread, which are suggested and why. */

import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { histogram } from "../charts.ts";
import { VALUES } from "../generated/vocabulary.ts";
import { withFeatures, withOwnScale, withOwnTransform } from "../recipes.ts";
import type {
  CategorySummary,
  CustomersView,
  FeatureSummary,
  Mark,
  ScaleChoice,
  Statement,
  TransformChoice,
} from "../store.ts";
import { choice, choices, featureTick } from "./choices.ts";
import { chosenFeatures } from "./chosen.ts";
import { View } from "./view.ts";

export class Features extends View {
  static override styles = [
    ...[View.styles].flat(),
    choices,
    css`
      .why {
        max-width: 44ch;
        color: var(--muted);
        font-weight: 400;
        font-size: var(--text-s);
      }

      th[scope="row"] label {
        font-weight: 550;
      }

      td.more {
        background: var(--desk);
        padding: var(--space-4);
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
        gap: var(--space-6);
        --chart-height: 220px;
      }

      .options {
        padding-block-end: var(--space-4);
      }

      @media (max-width: 760px) {
        .why {
          max-width: none;
        }

        td.more.more {
          padding: var(--space-4);
        }
      }
    `,
  ];

  @property() theme: "light" | "dark" = "light";
  /** The feature looked at more closely. */
  @state() private open = "";

  override render() {
    const { customers } = this.state;
    if (customers === undefined) return nothing;
    const { features, categories, verdicts } = customers;
    const chosen = chosenFeatures(this.state);
    const suggested = verdicts.filter((verdict) => verdict.suggested).map(({ name }) => name);
    const same = suggested.length === chosen.length && suggested.every((name) => chosen.includes(name));
    return html`
      <section class="stack tight" aria-labelledby="title">
        <div class="row spread">
          <h2 id="title">${this.say("page-features-title", { customers: customers.takingPart })}</h2>
          ${
            same
              ? nothing
              : html`<button class="quiet" @click=${() => this.store.change(withFeatures(null))}>
                  ${this.say("page-features-suggested")}
                </button>`
          }
        </div>
        <p class="small muted">${this.say("page-features-help")}</p>
        <div class="scroll card" role="region" aria-labelledby="title" tabindex="0">
          <table class="folding" aria-labelledby="title">
            <thead>
              <tr>
                <th scope="col">${this.say("page-feature")}</th>
                <th scope="col">${this.say("page-feature-spread")}</th>
                <th scope="col" class="number">${this.say("page-median")}</th>
                <th scope="col" class="number">${this.say("page-middle-half")}</th>
                <th scope="col" class="number">${this.say("page-column-missing")}</th>
                <th scope="col" class="number">${this.say("page-column-distinct")}</th>
                <th scope="col"><span class="sr">${this.say("page-more")}</span></th>
              </tr>
            </thead>
            <tbody>
              ${features.map((feature) => this.#feature(customers, feature))}
              ${categories.map((category) => this.#category(customers, category))}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  #feature(customers: CustomersView, feature: FeatureSummary) {
    const { name, median, lowerQuartile, upperQuartile, missing, distinct, histogram: counts } = feature;
    return html`
      <tr>
        ${this.#name(customers, name)}
        <td>
          <ringfence-spread .voice=${this.voice} .theme=${this.theme} .counts=${counts}></ringfence-spread>
        </td>
        <td class="number" data-label=${this.say("page-median")}>${this.#quantity(name, median)}</td>
        <td class="number" data-label=${this.say("page-middle-half")}>
          ${this.#middleHalf(name, lowerQuartile, upperQuartile)}
        </td>
        <td class="number" data-label=${this.say("page-column-missing")}>${this.voice.part(missing, customers.takingPart)}</td>
        <td class="number" data-label=${this.say("page-column-distinct")}>${this.voice.count(distinct)}</td>
        <td>${this.#toggle(name)}</td>
      </tr>
      ${this.open === name ? html`<tr><td colspan="7" class="more">${this.#closely(feature)}</td></tr>` : nothing}
    `;
  }

  #category(customers: CustomersView, category: CategorySummary) {
    const { name, levels, other, missing, distinct } = category;
    return html`
      <tr>
        ${this.#name(customers, name)}
        <td>${this.say("page-feature-kinds")}</td>
        <td class="number" colspan="2" data-label=${this.say("page-feature-kind")}>${this.voice.name(levels[0]?.level ?? "–")}</td>
        <td class="number" data-label=${this.say("page-column-missing")}>${this.voice.part(missing, customers.takingPart)}</td>
        <td class="number" data-label=${this.say("page-column-distinct")}>${this.voice.count(distinct)}</td>
        <td>${this.#toggle(name)}</td>
      </tr>
      ${
        this.open === name
          ? html`<tr>
              <td colspan="7" class="more">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${this.say("page-feature-kind")}</th>
                      <th scope="col" class="number">${this.say("chart-customers")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${levels.map(
                      ({ level, customers: count }) =>
                        html`<tr><th scope="row" title=${this.voice.fuller(level) ?? nothing}>${this.voice.name(level)}</th><td class="number">${this.voice.count(count)}</td></tr>`,
                    )}
                    ${
                      other === 0
                        ? nothing
                        : html`<tr><th scope="row">${this.say("page-feature-other-kinds")}</th><td class="number">${this.voice.count(other)}</td></tr>`
                    }
                  </tbody>
                </table>
              </td>
            </tr>`
          : nothing
      }
    `;
  }

  /** The name with the tick that takes it, and why it is suggested or not. */
  #name({ verdicts }: CustomersView, name: string) {
    const why = verdicts.find((verdict) => verdict.name === name)?.why ?? [];
    return html`
      <th scope="row" title=${this.voice.fuller(name) ?? nothing}>
        ${featureTick(this, name)}
        <p class="why">${why.map((statement) => this.voice.state(statement as Statement)).join(" ")}</p>
      </th>
    `;
  }

  #toggle(name: string) {
    const open = this.open === name;
    const label = this.say("page-feature-closely", { feature: name });
    return html`<button class="quiet" aria-expanded=${open} aria-label=${label} title=${label} @click=${() => {
      this.open = open ? "" : name;
    }}>${this.say(open ? "page-less" : "page-more")}</button>`;
  }

  /** The feature's values before and after they are prepared, and how that is decided. */
  #closely(feature: FeatureSummary) {
    const { name, after } = feature;
    const own = this.state.recipe?.features.each[name];
    return html`
      <div class="options">
        ${this.#own<TransformChoice>(
          "page-transform",
          "transform",
          VALUES.TransformChoice,
          own?.transform ?? null,
          (choice) => this.store.change(withOwnTransform(name, choice)),
        )}
        ${this.#own<ScaleChoice>("page-scale", "scale", VALUES.ScaleChoice, own?.scale ?? null, (choice) =>
          this.store.change(withOwnScale(name, choice)),
        )}
      </div>
      <div class="pair">
        ${this.#chart(feature, feature.histogram, [feature.min, feature.max], {
          heading: this.say("chart-spread-title", { feature: name }),
          explanation: this.say("chart-spread-skewness", { skewness: feature.skewness }),
        })}
        ${
          after == null
            ? nothing
            : this.#chart(feature, after.histogram, [after.min, after.max], {
                heading: this.say("chart-spread-after", { transform: transformName(after.transform) }),
                explanation: this.say("chart-spread-skewness", { skewness: after.skewness }),
              })
        }
      </div>
    `;
  }

  /** A choice for one feature, or none of its own. */
  #own<Choice extends string>(
    label: string,
    kind: string,
    own: readonly Choice[],
    chosen: Choice | null,
    change: (choice: Choice | null) => void,
  ) {
    const offers: readonly (Choice | "")[] = ["", ...own];
    return choice(this.say(label), {
      offers,
      chosen: chosen ?? "",
      word: (offer) => (offer === "" ? this.say("page-as-all") : this.voice.word(kind, offer)),
      choose: (offer) => change(offer === "" ? null : offer),
    });
  }

  #chart(
    { name }: FeatureSummary,
    counts: readonly number[],
    [low, high]: readonly [number | null, number | null],
    { heading, explanation }: { heading: string; explanation: string },
  ) {
    if (low === null || high === null || counts.length === 0) return nothing;
    const width = (high - low) / counts.length || 1;
    const edges = Array.from({ length: counts.length + 1 }, (_, at) => low + at * width);
    const draw = () =>
      histogram({
        edges,
        counts: [...counts],
        bare: false,
        xLabel: this.voice.feature(name),
        yLabel: this.say("chart-customers"),
        format: this.voice.format,
      });
    const read = ({ index, values }: Mark) =>
      this.say("chart-spread-mark", {
        from: edges[index] ?? 0,
        to: edges[index + 1] ?? 0,
        count: counts[index] ?? 0,
        values,
      });
    return html`<ringfence-chart
      .voice=${this.voice}
      .theme=${this.theme}
      .heading=${heading}
      .explanation=${explanation}
      .columns=${[this.voice.feature(name), this.say("chart-customers")]}
      .draw=${guard([counts, low, high, this.voice], draw)}
      .read=${read}
    ></ringfence-chart>`;
  }

  /** From one value to another, the unit once; a percentage is none without its sign. */
  #middleHalf(feature: string, lower: number | null, upper: number | null): string {
    const to = this.#quantity(feature, upper);
    if (lower == null) return to;
    const from = this.#quantity(feature, lower);
    return `${to.endsWith("%") ? from : from.replace(/\s\p{Letter}.*$/u, "")} – ${to}`;
  }

  /** A value with its unit; a dash where every value is missing. */
  #quantity(feature: string, value: number | null): string {
    return value == null ? "–" : this.voice.quantity(feature, value);
  }
}

/** The name of a transform, whatever its parameters are. */
function transformName(transform: unknown): string {
  return typeof transform === "string" ? transform : (Object.keys(transform as object)[0] ?? "none");
}
