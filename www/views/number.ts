/** Why so many segments: what speaks for the number advised and the number chosen. */

import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { curves, type Draw } from "../charts.ts";
import type { Mark, SegmentsView } from "../store.ts";
import { Part } from "./view.ts";

export class NumberOfSegments extends Part {
  @property({ attribute: false }) segments!: SegmentsView;
  @property() theme: "light" | "dark" = "light";

  override render() {
    const { k, advisedK, evidence } = this.segments;
    const title =
      advisedK == null
        ? this.say("chart-elbow-title-none")
        : this.say("chart-silhouette-title", { k: advisedK });
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
    ];
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-why-number", { k })}</h2>
        <div class="stack tight">${this.#advice().map((sentence) => html`<p>${sentence}</p>`)}</div>
        <details class="small">
          <summary>${this.say("page-number-each")}</summary>
          <ul class="stack tight">
            ${this.segments.advice.verdicts.map((verdict) => html`<li>${this.voice.state(verdict)}</li>`)}
          </ul>
        </details>
        ${
          evidence.length < 2
            ? nothing
            : html`<ringfence-chart
                class="curves"
                .voice=${this.voice}
                .theme=${this.theme}
                .heading=${title}
                .explanation=${this.say("page-curves-explanation")}
                .draw=${guard([this.segments, this.voice], () => this.#draw())}
                .columns=${heads.map((head) => this.say(head))}
                .rows=${rows}
                .read=${this.#read}
              ></ringfence-chart>`
        }
      </section>
    `;
  }

  /** Why this number, who disagrees, and that the person chose another one. */
  #advice(): string[] {
    const { k, advisedK, advice } = this.segments;
    const sentences = advice.statements.map((statement) => this.voice.state(statement));
    if (k === advisedK || this.segments.advisedK == null) return sentences;
    return [...sentences, this.say("advice-overridden", { chosen: k, advised: advisedK })];
  }

  #draw(): Draw {
    const { k, advisedK, evidence } = this.segments;
    const ks = evidence.map((one) => one.k);
    return curves({
      curves: [
        {
          label: this.say("measure-silhouette"),
          ks,
          values: evidence.map((one) => one.silhouette),
          fromZero: true,
        },
        {
          label: this.say("measure-inertia"),
          ks,
          values: evidence.map((one) => one.inertia),
          fromZero: true,
        },
      ],
      xLabel: this.say("chart-silhouette-x"),
      advised: advisedK,
      advisedLabel: advisedK == null ? "" : this.say("chart-advised", { k: advisedK }),
      chosen: k,
      chosenLabel: this.say("chart-chosen", { k }),
      format: this.voice.format,
    });
  }

  readonly #read = ({ series, index, label, values }: Mark): string => {
    const one = this.segments.evidence[index];
    if (one === undefined) return [label, ...values].join(": ");
    return series === 0
      ? this.say("chart-silhouette-mark", { k: one.k, value: one.silhouette })
      : this.say("chart-elbow-mark", { k: one.k, value: one.inertia });
  };
}
