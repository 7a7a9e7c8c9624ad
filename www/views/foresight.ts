/** Does it matter for the business? How much segments would have told of the last quarter, beside quintiles and no groups at all. */

import { css, html, nothing } from "lit";
import type { Foresight, Progress } from "../store.ts";
import { progressBar, shareBar, shareBars } from "./bars.ts";
import { View } from "./view.ts";

const OUTCOMES = ["spending", "orders", "returning"] as const;
const GROUPS = ["segments", "quintiles", "nothing"] as const;

export class ForesightView extends View {
  static override styles = [
    ...[View.styles].flat(),
    shareBars,
    css`
      .bars {
        display: grid;
        grid-template-columns: max-content minmax(60px, 1fr) max-content;
        align-items: center;
        gap: var(--space-1) var(--space-3);
        max-width: 560px;
      }

      .bars tbody,
      .bars tr,
      .bars thead {
        display: contents;
      }

      .bars th,
      .bars td {
        padding: 0;
        border: 0;
        white-space: normal;
      }

      .bars .outcome {
        grid-column: 1 / -1;
        padding-block-start: var(--space-2);
      }

      .bars th[scope="row"] {
        font-weight: 400;
      }

      .segments {
        fill: var(--accent);
      }

      .quintiles {
        fill: var(--muted);
      }

      progress {
        width: min(100%, 240px);
      }
    `,
  ];

  protected override get follows() {
    return "foretelling" as const;
  }

  override render() {
    const { segments, foretelling } = this.state;
    if (segments?.foresight == null && foretelling === undefined) return nothing;
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("foresight-title")}</h2>
        ${segments?.foresight == null ? this.#working(foretelling) : this.#told(segments.foresight)}
      </section>
    `;
  }

  #working(foretelling: Progress | string | undefined) {
    if (foretelling === "impossible") return html`<p class="muted">${this.say("foresight-too-little")}</p>`;
    if (foretelling === "stopped") {
      return html`
        <p class="muted">${this.say("foresight-stopped")}</p>
        <div><button @click=${() => this.store.foretell()}>${this.say("foresight-go-on")}</button></div>
      `;
    }
    return html`
      <p class="muted" id="working">${this.say("foresight-working")}</p>
      <div class="row">
        ${progressBar("working", typeof foretelling === "object" ? foretelling : undefined)}
        <button @click=${() => this.store.stopForetelling()}>${this.say("page-cancel")}</button>
      </div>
    `;
  }

  #told(foresight: Foresight) {
    const [from, to] = foresight.days;
    return html`
      <p>${this.voice.state(foresight.verdict)}</p>
      <p class="small muted">${this.say("foresight-about", { ...foresight, from, to })}</p>
      <table class="bars" aria-labelledby="title">
        ${OUTCOMES.map(
          (outcome) => html`<tbody>
            <tr><th class="outcome" colspan="3" scope="rowgroup">${this.say(`foresight-outcome-${outcome}`)}</th></tr>
            ${GROUPS.map((group) => this.#bar(group, group === "nothing" ? 0 : foresight[outcome][group]))}
          </tbody>`,
        )}
      </table>
      <p class="small muted">${this.say("foresight-help")}</p>
    `;
  }

  /** A share as a bar and in figures. */
  #bar(group: (typeof GROUPS)[number], share: number) {
    return html`<tr>
      <th scope="row">${this.say(`foresight-by-${group}`)}</th>
      <td>${shareBar(share, group)}</td>
      <td class="number">${this.voice.share(share)}</td>
    </tr>`;
  }
}
