/** The summary at a glance: how many customers each segment has, what they bring, and their typical values. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Summary } from "../store.ts";
import { firmness } from "./looks.ts";
import { ofKey, type Released, released, typical } from "./released.ts";
import { Part } from "./view.ts";

export class SummaryTable extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      th {
        overflow-wrap: anywhere;
      }

      tr.everyone > * {
        border-block-start: 2px solid var(--hairline);
        border-block-end: 0;
      }
    `,
  ];

  @property({ attribute: false }) summary!: Summary;
  /** Which features are yes/no columns. */
  @property({ attribute: false }) yesNo: readonly boolean[] = [];

  override render() {
    const { segments, features, rules, heldBack } = this.summary;
    const firm = segments.some(({ stability }) => stability != null);
    const revenue =
      segments.some(({ revenueShare }) => revenueShare != null) ||
      ofKey(heldBack, "held-back-revenue") !== undefined;
    const rule = (key: string) => {
      const found = ofKey(rules, key);
      return found === undefined ? "" : this.voice.state(found);
    };
    return html`
      <div class="stack tight">
        <div class="scroll" role="region" aria-label=${this.say("page-summary")} tabindex="0">
          <table aria-label=${this.say("page-summary")}>
            <thead>
              <tr>
                <th scope="col">${this.say("report-column-segment")}</th>
                <th scope="col" class="number">${this.say("report-column-customers")}</th>
                <th scope="col" class="number">${this.say("report-column-share")}</th>
                ${revenue ? html`<th scope="col" class="number">${this.say("report-column-revenue")}</th>` : nothing}
                ${firm ? html`<th scope="col">${this.say("page-firmness")}</th>` : nothing}
                ${features.map(({ name }, at) => this.#head(name, this.yesNo[at] === true))}
              </tr>
            </thead>
            <tbody>
              ${segments.map((segment) => this.#segment(segment, revenue, firm))} ${this.#everyone(revenue, firm)}
            </tbody>
          </table>
        </div>
        <p class="small muted">${rule("rule-noise")} ${rule("rule-rounding")}</p>
      </div>
    `;
  }

  #head(name: string, isYesNo: boolean) {
    return html`<th scope="col" class="number wordy" title=${this.voice.fuller(name) ?? nothing}>
      ${this.voice.feature(name)}<br /><span class="tiny">${this.say(isYesNo ? "page-share-yes" : "page-median")}</span>
    </th>`;
  }

  #segment(segment: Summary["segments"][number], revenue: boolean, firm: boolean) {
    const { name, size, share, revenueShare, stability, features } = segment;
    const exactly = (decimals: number) => (value: number) => this.voice.percent(value, decimals);
    return html`<tr>
      <th scope="row">${this.voice.name(name)}</th>
      ${this.#number(this.voice.count(size))} ${this.#number(exactly(1)(share))}
      ${revenue ? this.#number(released(revenueShare, exactly(0))) : nothing}
      ${firm ? html`<td>${stability == null ? "–" : firmness(this.voice, stability)}</td>` : nothing}
      ${features.map((feature, at) => this.#number(typical(this.voice, feature, this.yesNo[at] === true)))}
    </tr>`;
  }

  #everyone(revenue: boolean, firm: boolean) {
    const { customers, features } = this.summary;
    return html`<tr class="everyone">
      <th scope="row">${this.say("chart-everyone")}</th>
      ${this.#number(this.voice.count(customers))} ${this.#number(this.voice.share(1))}
      ${revenue ? this.#number(this.voice.share(1)) : nothing} ${firm ? html`<td></td>` : nothing}
      ${features.map((feature, at) => this.#number(typical(this.voice, feature, this.yesNo[at] === true)))}
    </tr>`;
  }

  #number(value: Released) {
    return html`<td class="number">${value ?? html`<span class="muted">${this.say("held-back-mark")}</span>`}</td>`;
  }
}
