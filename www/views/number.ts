/** Why so many segments: what speaks for the number advised and the number chosen. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { curves, type Draw } from "../charts.ts";
import { withFeatures, withNumber } from "../recipes.ts";
import type { Evidence, Mark, SegmentsView } from "../store.ts";
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
}

/** What the advice rests on. */
const GROUNDS: readonly Drawn[] = [
  { name: "measure-ashman-d", mark: "chart-ashman-mark", value: (one) => one.ashmanD, decimals: 2 },
  {
    name: "measure-prediction-strength",
    mark: "chart-strength-mark",
    value: (one) => one.predictionStrength,
    decimals: 2,
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
      button[aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent-wash);
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

  /** What is of use where there are no natural groups: a number that somebody can work with. None of them is better than the others. */
  #slices({ k, evidence, days }: SegmentsView) {
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
      curves: drawn.map(({ name, value }) => ({
        label: this.say(name),
        ks,
        values: evidence.map((one) => value(one) ?? null),
        fromZero: true,
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
