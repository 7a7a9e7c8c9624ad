/** What went wrong, in a sentence, and what to do next. */

import { css, html, nothing } from "lit";
import type { Fault } from "../store.ts";
import { askForFile, PassingView } from "./view.ts";

export class FaultView extends PassingView {
  static override styles = [
    ...[PassingView.styles].flat(),
    css`
      .note {
        margin-block: var(--space-4);
        border-radius: 0 var(--radius) var(--radius) 0;
        padding: var(--space-4) var(--space-6);
      }

      h2 {
        font-size: var(--text-l);
      }
    `,
  ];

  override render() {
    const { fault, inspection, canUndo, segments, stale } = this.state;
    if (fault === undefined) return nothing;
    return html`
      <section class="note danger stack tight" role="alert" aria-labelledby="what">
        <h2 id="what">${this.say("page-error-title")}</h2>
        <p>${this.voice.state(fault)}</p>
        <p class="tiny muted">${this.say("page-error-code", { code: codeOf(fault) })}</p>
        <div class="row">
          ${
            canUndo && (stale || segments === undefined)
              ? html`<button class="primary" @click=${() => this.store.undo()}>${this.say("page-undo")}</button>`
              : nothing
          }
          ${
            inspection === undefined
              ? nothing
              : html`<button @click=${() => this.store.retry()}>${this.say("page-try-again")}</button>`
          }
          <button @click=${() => askForFile(this)}>${this.say("page-choose-another")}</button>
          <button class="quiet" @click=${() => this.store.dismiss()}>${this.say("page-close")}</button>
        </div>
      </section>
    `;
  }
}

/** The code of what went wrong, be it with one of several files. */
function codeOf({ key, params }: Fault): string {
  const of = params?.notice as Fault | undefined;
  return key === "of-file" && of !== undefined ? of.key : key;
}
