/** Why so many segments: what speaks for the number advised and the number chosen. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { curves, type Draw } from "../charts.ts";
import { RFM } from "../generated/vocabulary.ts";
import { withFeatures, withNumber } from "../recipes.ts";
import type { Asked, Evidence, Mark, RfmSlice, SegmentsView, Statement } from "../store.ts";
import type { Voice } from "../wording.ts";
import { chosenFeatures } from "./chosen.ts";
import { View } from "./view.ts";

/** Numbers of slices offered where there are no natural groups. */
const SLICES = [3, 4, 5, 6];
const GAP = "measure-gap";
/** Stands for what was not measured. */
const NONE = "–";

/** A measure that is drawn over the number of segments. */
interface Drawn {
  name: string;
  mark: string;
  value: (evidence: Evidence) => number | null | undefined;
  /** What the advice asks of it, and the sentence for that. */
  threshold?: { value: (asked: Asked) => number; label: string };
}

/** What the advice rests on. */
const GROUNDS: readonly Drawn[] = [
  {
    name: "measure-ashman-d",
    mark: "chart-ashman-mark",
    value: (one) => one.ashmanD,
    threshold: { value: (asked) => asked.ashmanD, label: "chart-ashman-threshold" },
  },
  {
    name: "measure-prediction-strength",
    mark: "chart-strength-mark",
    value: (one) => one.predictionStrength,
    threshold: { value: (asked) => asked.predictionStrength, label: "chart-strength-threshold" },
  },
];

/** What is drawn in every textbook. */
const USUAL: readonly Drawn[] = [
  { name: "measure-silhouette", mark: "chart-silhouette-mark", value: (one) => one.silhouette },
  { name: "measure-inertia", mark: "chart-elbow-mark", value: (one) => one.inertia },
];

/** The columns of the table behind the curves, after the number of segments: heads, and what stands below them. */
const MEASURES: readonly [head: string, cell: (one: Evidence, voice: Voice) => string][] = [
  ["measure-ashman-d", ({ ashmanD }, voice) => measured(ashmanD, (d) => voice.number(d, 2))],
  [
    "measure-prediction-strength",
    ({ predictionStrength }, voice) => measured(predictionStrength, (strength) => voice.number(strength, 2)),
  ],
  [GAP, ({ gap }, voice) => measured(gap, (gap) => voice.number(gap, 3))],
  ["measure-silhouette", ({ silhouette }, voice) => voice.number(silhouette, 3)],
  ["measure-inertia", ({ inertia }, voice) => voice.significant(inertia)],
  ["measure-calinski-harabasz", ({ calinskiHarabasz }, voice) => voice.significant(calinskiHarabasz)],
  ["measure-davies-bouldin", ({ daviesBouldin }, voice) => voice.number(daviesBouldin, 3)],
  ["measure-bic", ({ bic }, voice) => measured(bic, (bic) => voice.significant(bic))],
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
    const { k, advisedK, evidence, favourites, advice } = segments;
    const list = (statements: readonly Statement[]) =>
      html`<ul class="stack tight">${statements.map((one) => html`<li>${this.voice.state(one)}</li>`)}</ul>`;
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-why-number", { k })}</h2>
        <div class="stack tight">${this.#advice(segments).map((sentence) => html`<p>${sentence}</p>`)}</div>
        ${advisedK == null ? this.#slices(segments) : nothing}
        <details class="small">
          <summary>${this.say("page-number-each")}</summary>
          ${list(advice.verdicts)}
        </details>
        <details class="small">
          <summary>${this.say("page-favourites")}</summary>
          <div class="stack tight">
            ${list(favourites)}
            ${advice.hopkins == null ? nothing : html`<p class="muted">${this.say("note-hopkins", { value: advice.hopkins })}</p>`}
          </div>
        </details>
        ${evidence.length < 2 ? nothing : this.#charts(segments)}
      </section>
    `;
  }

  /** What speaks for each number: what the advice rests on, and below it what is usual. */
  #charts(segments: SegmentsView) {
    const { advisedK, elbowK, evidence } = segments;
    const grounds = GROUNDS.filter(({ value }) => evidence.some((one) => value(one) != null));
    const advised =
      advisedK == null
        ? this.say("chart-number-title-none")
        : this.say("chart-number-title", { k: advisedK });
    const elbow =
      elbowK == null ? this.say("chart-elbow-title-none") : this.say("chart-elbow-title", { k: elbowK });
    return html`
      ${grounds.length === 0 ? nothing : this.#curves(segments, grounds, advised, this.say("page-rests-on-explanation"))}
      ${this.#curves(segments, USUAL, elbow, this.say("page-curves-explanation"))}
    `;
  }

  /** Why this number, who disagrees, and that the person chose another one. */
  #advice({ k, advisedK, advice }: SegmentsView): string[] {
    const sentences = advice.statements.map((statement) => this.voice.state(statement));
    if (k === advisedK || advisedK == null) return sentences;
    return [...sentences, this.say("advice-overridden", { chosen: k, advised: advisedK })];
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
            : html`<button @click=${() => this.store.change(withFeatures([...RFM]))}>${this.say("page-slices-rfm")}</button>`
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
                  <td class="number" data-label=${revenue}>${measured(slice.revenueShare, (share) => this.voice.share(share))}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #curves(segments: SegmentsView, drawn: readonly Drawn[], heading: string, explanation: string) {
    return html`<ringfence-chart
      class="curves"
      .voice=${this.voice}
      .theme=${this.theme}
      .heading=${heading}
      .explanation=${explanation}
      .draw=${guard([segments, this.voice], () => this.#draw(segments, drawn))}
      .columns=${["chart-silhouette-x", ...MEASURES.map(([head]) => head)].map((head) => this.say(head))}
      .rows=${guard([segments, this.voice], () => this.#rows(segments))}
      .read=${guard([segments, this.voice], () => (mark: Mark) => this.#read(segments, drawn, mark))}
    ></ringfence-chart>`;
  }

  #rows({ evidence, advice: { gapOfOne } }: SegmentsView): string[][] {
    const rows = evidence.map((one) => [
      this.voice.count(one.k),
      ...MEASURES.map(([, cell]) => cell(one, this.voice)),
    ]);
    if (gapOfOne == null) return rows;
    // One single segment has no neighbours: only the gap says anything of it.
    const ofOne = MEASURES.map(([head]) => (head === GAP ? this.voice.number(gapOfOne, 3) : NONE));
    return [[this.voice.count(1), ...ofOne], ...rows];
  }

  #draw({ k, advisedK, evidence, asked }: SegmentsView, drawn: readonly Drawn[]): Draw {
    const ks = evidence.map((one) => one.k);
    return curves({
      curves: drawn.map(({ name, value, threshold }) => ({
        label: this.say(name),
        ks,
        values: evidence.map((one) => value(one) ?? null),
        fromZero: true,
        ...this.#threshold(asked, threshold),
      })),
      xLabel: this.say("chart-silhouette-x"),
      advised: advisedK,
      advisedLabel: advisedK == null ? "" : this.say("chart-advised", { k: advisedK }),
      chosen: k,
      chosenLabel: this.say("chart-chosen", { k }),
      format: this.voice.format,
    });
  }

  #threshold(asked: Asked, threshold: Drawn["threshold"]) {
    if (threshold === undefined) return { threshold: null, thresholdLabel: "" };
    const value = threshold.value(asked);
    return { threshold: value, thresholdLabel: this.say(threshold.label, { value }) };
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

function measured(value: number | null | undefined, told: (value: number) => string): string {
  return value == null ? NONE : told(value);
}
