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
    const rows = evidence.map((one) => [
      this.voice.count(one.k),
      this.voice.number(one.silhouette, 3),
      this.voice.significant(one.inertia),
      this.voice.significant(one.calinskiHarabasz),
      this.voice.number(one.daviesBouldin, 3),
    ]);
    const heads = [
      "chart-silhouette-x",
      "measure-silhouette",
      "measure-inertia",
      "measure-calinski-harabasz",
      "measure-davies-bouldin",
    ];
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-why-number", { k })}</h2>
        <div class="stack tight">${this.#advice().map((sentence) => html`<p>${sentence}</p>`)}</div>
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

  #advice(): string[] {
    const { k, advisedK, elbowK, evidence } = this.segments;
    const silhouette = evidence.find((one) => one.k === advisedK)?.silhouette ?? 0;
    const advised =
      advisedK == null
        ? this.say("advice-no-groups")
        : this.say("advice-advised", { k: advisedK, silhouette });
    let elbow = this.say("advice-no-elbow");
    if (elbowK != null) {
      if (advisedK == null) elbow = this.say("advice-elbow", { k: elbowK });
      else if (advisedK === elbowK) elbow = this.say("advice-agrees", { k: elbowK });
      else elbow = this.say("advice-disagrees", { silhouetteK: advisedK, elbowK });
    }
    if (k === advisedK) return [advised, elbow];
    const key = advisedK == null ? "advice-overridden-no-groups" : "advice-overridden";
    return [advised, elbow, this.say(key, { chosen: k, advised: advisedK })];
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
