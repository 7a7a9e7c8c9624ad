/** Why so many segments: what speaks for the number advised and the number chosen. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { curves, type Draw } from "../charts.ts";
import { withFeatures, withNumber } from "../recipes.ts";
import type { Evidence, Favourite, Mark, RfmSlice, SegmentsView } from "../store.ts";
import { chosenFeatures } from "./chosen.ts";
import { View } from "./view.ts";

/** Numbers of slices offered where there are no natural groups. */
const SLICES = [3, 4, 5, 6];
const RFM = ["recency", "frequency", "monetary"];

/** A measure that is drawn over the number of segments. */
interface Drawn {
  name: string;
  mark: string;
  value: (evidence: Evidence) => number | null | undefined;
  decimals: number;
  /** What the advice asks of it, and the sentence for that. */
  threshold?: { value: number; label: string };
}

/** What the advice rests on, and what it asks: TWO_CROWDS and STRONG of the engine. */
const GROUNDS: readonly Drawn[] = [
  {
    name: "measure-ashman-d",
    mark: "chart-ashman-mark",
    value: (one) => one.ashmanD,
    decimals: 2,
    threshold: { value: 4, label: "chart-ashman-threshold" },
  },
  {
    name: "measure-prediction-strength",
    mark: "chart-strength-mark",
    value: (one) => one.predictionStrength,
    decimals: 2,
    threshold: { value: 0.8, label: "chart-strength-threshold" },
  },
];

/** What is drawn in every textbook. */
const USUAL: readonly Drawn[] = [
  { name: "measure-silhouette", mark: "chart-silhouette-mark", value: (one) => one.silhouette, decimals: 3 },
  { name: "measure-inertia", mark: "chart-elbow-mark", value: (one) => one.inertia, decimals: 3 },
];

export class NumberOfSegments extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .meaning {
        font-weight: 400;
      }
    `,
  ];

  @property() theme: "light" | "dark" = "light";

  override render() {
    const { segments } = this.state;
    return segments === undefined ? nothing : this.#section(segments);
  }

  #section(segments: SegmentsView) {
    const { k, advisedK, elbowK, evidence } = segments;
    const measured = (value: number | null, decimals: number) =>
      value == null ? "–" : this.voice.number(value, decimals);
    const rows = evidence.map((one) => [
      this.voice.count(one.k),
      measured(one.ashmanD, 2),
      measured(one.predictionStrength, 2),
      measured(one.gap, 3),
      this.voice.number(one.silhouette, 3),
      this.voice.significant(one.inertia),
      this.voice.significant(one.calinskiHarabasz),
      this.voice.number(one.daviesBouldin, 3),
      one.bic == null ? "–" : this.voice.significant(one.bic),
    ]);
    const heads = [
      "chart-silhouette-x",
      "measure-ashman-d",
      "measure-prediction-strength",
      "measure-gap",
      "measure-silhouette",
      "measure-inertia",
      "measure-calinski-harabasz",
      "measure-davies-bouldin",
      "measure-bic",
    ].map((head) => this.say(head));
    // One single segment has no neighbours: only the gap says anything of it.
    const { gapOfOne, favourites, hopkins } = segments.advice;
    if (gapOfOne != null) {
      rows.unshift(
        heads.map((_, at) => (at === 0 ? this.voice.count(1) : at === 3 ? measured(gapOfOne, 3) : "–")),
      );
    }
    const table = { heads, rows };
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-why-number", { k })}</h2>
        <div class="stack tight">${this.#advice(segments).map((sentence) => html`<p>${sentence}</p>`)}</div>
        ${advisedK == null ? this.#slices(segments) : nothing}
        <details class="small">
          <summary>${this.say("page-number-each")}</summary>
          <ul class="stack tight">
            ${segments.advice.verdicts.map((verdict) => html`<li>${this.voice.state(verdict)}</li>`)}
          </ul>
        </details>
        <details class="small">
          <summary>${this.say("page-favourites")}</summary>
          <div class="stack tight">
            <ul class="stack tight">${favourites.map((one) => html`<li>${this.#favourite(one)}</li>`)}</ul>
            ${hopkins == null ? nothing : html`<p class="muted">${this.say("note-hopkins", { value: hopkins })}</p>`}
          </div>
        </details>
        ${
          evidence.length < 2
            ? nothing
            : html`${this.#curves(
                segments,
                GROUNDS.filter(({ value }) => evidence.some((one) => value(one) != null)),
                advisedK == null
                  ? this.say("chart-number-title-none")
                  : this.say("chart-number-title", { k: advisedK }),
                this.say("page-rests-on-explanation"),
                table,
              )}
              ${this.#curves(
                segments,
                USUAL,
                elbowK == null
                  ? this.say("chart-elbow-title-none")
                  : this.say("chart-elbow-title", { k: elbowK }),
                this.say("page-curves-explanation"),
                table,
              )}`
        }
      </section>
    `;
  }

  /** Why this number, who disagrees, and that the person chose another one. */
  #advice({ k, advisedK, advice }: SegmentsView): string[] {
    const sentences = advice.statements.map((statement) => this.voice.state(statement));
    if (k === advisedK || advisedK == null) return sentences;
    return [...sentences, this.say("advice-overridden", { chosen: k, advised: advisedK })];
  }

  /** What a measure would choose, were it alone. */
  #favourite({ measure, k }: Favourite): string {
    if (k == null) return this.say("favourite-none", { measure });
    return k === 1 ? this.say("favourite-one", { measure }) : this.say("favourite-number", { measure, k });
  }

  /** What is of use where there are no natural groups: a number that somebody can work with. None of them is better than the others. */
  #slices({ k, evidence, days, rfmMap = [] }: SegmentsView) {
    const tried = SLICES.filter((number) => evidence.some((one) => one.k === number));
    const chosen = chosenFeatures(this.state);
    const byRfm = chosen.length === RFM.length && RFM.every((name) => chosen.includes(name));
    return html`
      <p>${this.say("page-slices")}</p>
      <div class="row">
        ${tried.map(
          (
            number,
          ) => html`<button aria-pressed=${number === k} @click=${() => this.store.change(withNumber(number))}>
            ${this.say("page-slices-number", { k: number })}
          </button>`,
        )}
        ${
          days == null || byRfm
            ? nothing
            : html`<button @click=${() => this.store.change(withFeatures(RFM))}>${this.say("page-slices-rfm")}</button>`
        }
      </div>
      ${rfmMap.length === 0 ? nothing : this.#rfmMap(rfmMap)}
    `;
  }

  /** Every customer by the rule of the RFM map, which finds nothing and so promises nothing. */
  #rfmMap(slices: readonly RfmSlice[]) {
    const [customers, share, revenue] = [
      "chart-customers",
      "page-share-of-customers",
      "page-share-of-revenue",
    ].map((head) => this.say(head));
    return html`
      <details class="small">
        <summary id="map">${this.say("page-rfm-map")}</summary>
        <div class="stack">
          <p class="muted">${this.say("page-rfm-map-help")}</p>
          <table class="folding" aria-labelledby="map">
            <thead>
              <tr>
                <th scope="col">${this.say("page-column-name")}</th>
                <th scope="col" class="number">${customers}</th>
                <th scope="col" class="number">${share}</th>
                <th scope="col" class="number">${revenue}</th>
              </tr>
            </thead>
            <tbody>
              ${slices.map(
                (slice) => html`<tr>
                  <th scope="row">${this.voice.state(slice.name)}
                    <p class="muted meaning">${this.voice.ifAny(`${slice.name.key}-meaning`)}</p></th>
                  <td class="number" data-label=${customers}>${this.voice.count(slice.customers)}</td>
                  <td class="number" data-label=${share}>${this.voice.share(slice.share)}</td>
                  <td class="number" data-label=${revenue}>${slice.revenueShare == null ? "–" : this.voice.share(slice.revenueShare)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #curves(
    segments: SegmentsView,
    drawn: readonly Drawn[],
    heading: string,
    explanation: string,
    { heads, rows }: { heads: string[]; rows: string[][] },
  ) {
    if (drawn.length === 0) return nothing;
    return html`<ringfence-chart
      class="curves"
      .voice=${this.voice}
      .theme=${this.theme}
      .heading=${heading}
      .explanation=${explanation}
      .draw=${guard([segments, this.voice], () => this.#draw(segments, drawn))}
      .columns=${heads}
      .rows=${rows}
      .read=${guard([segments, this.voice], () => (mark: Mark) => this.#read(segments, drawn, mark))}
    ></ringfence-chart>`;
  }

  #draw({ k, advisedK, evidence }: SegmentsView, drawn: readonly Drawn[]): Draw {
    const ks = evidence.map((one) => one.k);
    return curves({
      curves: drawn.map(({ name, value, threshold }) => ({
        label: this.say(name),
        ks,
        values: evidence.map((one) => value(one) ?? null),
        fromZero: true,
        threshold: threshold?.value ?? null,
        thresholdLabel: threshold === undefined ? "" : this.say(threshold.label, { value: threshold.value }),
      })),
      xLabel: this.say("chart-silhouette-x"),
      advised: advisedK,
      advisedLabel: advisedK == null ? "" : this.say("chart-advised", { k: advisedK }),
      chosen: k,
      chosenLabel: this.say("chart-chosen", { k }),
      format: this.voice.format,
    });
  }

  /** The measure, and what it all comes to for that number of segments. */
  #read({ evidence, advice }: SegmentsView, drawn: readonly Drawn[], mark: Mark): string {
    const measure = drawn[mark.series];
    const [one, verdict] = [evidence[mark.index], advice.verdicts[mark.index]];
    if (measure === undefined || one === undefined) return [mark.label, ...mark.values].join(": ");
    const sentence = this.say(measure.mark, { k: one.k, value: measure.value(one) ?? Number.NaN });
    return verdict === undefined ? sentence : `${sentence}. ${this.voice.state(verdict)}`;
  }
}
