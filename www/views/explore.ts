/** The file before any clustering: what was earned when, and which features say the same. */

import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { bars, correlogram, type Draw } from "../charts.ts";
import type { Correlations, Mark, Month } from "../store.ts";
import { scale, scales } from "./bars.ts";
import { View } from "./view.ts";

const MEASURES = ["revenue", "orders", "customers"] as const;

type Measure = (typeof MEASURES)[number];

export class Explore extends View {
  static override styles = [
    ...[View.styles].flat(),
    scales,
    css`
      .months {
        --chart-height: 240px;
      }

      .correlations {
        --chart-height: clamp(240px, calc(var(--rows, 4) * 34px + 110px), 640px);
      }
    `,
  ];

  @property() theme: "light" | "dark" = "light";
  @state() private measure: Measure = "revenue";

  override updated(): void {
    const rows = this.state.customers?.correlations.names.length ?? 0;
    // Through the object model: the content policy allows no style in markup.
    this.style.setProperty("--rows", String(rows));
  }

  override render() {
    const { customers } = this.state;
    if (customers === undefined) return nothing;
    const { months, correlations } = customers;
    const [both, several] = [correlations.names.length >= 2, months.length >= 2];
    if (!both && !several) return nothing;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-explore")}</h2>
        ${several ? this.#months(months) : nothing} ${both ? this.#correlations(correlations) : nothing}
      </section>
    `;
  }

  #months(months: readonly Month[]) {
    const best = months.reduce((best, month) => (month[this.measure] > best[this.measure] ? month : best));
    const what = this.say(`chart-months-${this.measure}`);
    const amount = (month: Month) => this.voice.significant(month[this.measure]);
    return html`
      <div class="card">
        <ringfence-chart
          class="months"
          .voice=${this.voice}
          .theme=${this.theme}
          .heading=${this.say("chart-months-title", { what, month: this.voice.day(best.month) })}
          .explanation=${this.say("chart-months-explanation")}
          .columns=${[this.say("chart-month"), what]}
          .draw=${guard([months, this.measure, this.voice], () => this.#drawMonths(months, what))}
          .rows=${months.map((month) => [this.voice.day(month.month), amount(month)])}
          .read=${({ label, values }: Mark) => `${label}: ${values[0] ?? ""}`}
        >
          <div class="row" role="group" aria-label=${this.say("chart-months-choose")}>
            ${MEASURES.map(
              (measure) =>
                html`<button class="quiet" aria-pressed=${measure === this.measure} @click=${() => {
                  this.measure = measure;
                }}>${this.say(`chart-months-${measure}`)}</button>`,
            )}
          </div>
        </ringfence-chart>
      </div>
    `;
  }

  #drawMonths(months: readonly Month[], what: string): Draw {
    return bars({
      names: months.map(({ month }) => this.voice.day(month)),
      values: months.map((month) => month[this.measure]),
      texts: months.map((month) => this.voice.significant(month[this.measure])),
      yLabel: what,
      format: this.voice.format,
    });
  }

  #correlations({ names, values }: Correlations) {
    const pairs = names.flatMap((one, row) =>
      names.slice(0, row).map((other, column) => ({ one, other, rho: values[row]?.[column] ?? null })),
    );
    const strongest = pairs.reduce<(typeof pairs)[number] | undefined>(
      (best, pair) => (Math.abs(pair.rho ?? 0) > Math.abs(best?.rho ?? 0) ? pair : best),
      undefined,
    );
    const text = (rho: number | null | undefined) => (rho == null ? "" : this.voice.number(rho, 2));
    const draw = () =>
      correlogram({
        names: names.map((name) => this.voice.feature(name)),
        values: values.flat(),
        texts: values.flat().map(text),
      });
    const heading =
      strongest?.rho == null
        ? this.say("chart-correlations-none")
        : this.say(
            strongest.rho < 0 ? "chart-correlations-title-against" : "chart-correlations-title-together",
            {
              one: strongest.one,
              other: strongest.other,
              rho: strongest.rho,
            },
          );
    return html`
      <div class="card">
        <ringfence-chart
          class="correlations"
          .voice=${this.voice}
          .theme=${this.theme}
          .heading=${heading}
          .explanation=${this.say("chart-correlations-explanation")}
          .columns=${[this.say("page-feature"), this.say("page-feature"), this.say("chart-correlation")]}
          .draw=${guard([names, values, this.voice], draw)}
          .rows=${pairs.map(({ one, other, rho }) => [this.voice.feature(one), this.voice.feature(other), text(rho)])}
          .read=${({ label, values: [other, rho] }: Mark) => `${label}, ${other}: ${rho}`}
        >
          ${scale(this.say("chart-correlations-against"), this.say("chart-correlations-together"))}
        </ringfence-chart>
      </div>
    `;
  }
}
