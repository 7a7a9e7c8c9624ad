/** Customers who want no part in this: a list of their ids, from a file or pasted, which leaves them out before anything is computed. */

import { css, html, nothing } from "lit";
import { query } from "lit/decorators.js";
import { makeWritable } from "./field.ts";
import { View } from "./view.ts";

export class OptOuts extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .list {
        min-height: 4.5em;
        max-height: 12em;
        max-width: 48ch;
        overflow: auto;
        padding: var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--paper);
        white-space: pre-wrap;
        cursor: text;
      }
    `,
  ];

  @query(".list") private list!: HTMLElement | null;
  @query("input") private chooser!: HTMLInputElement;

  override render() {
    const { customers, optedOut } = this.state;
    if (this.state.inspection === undefined) return nothing;
    const step = customers?.cleaning.find(({ kind }) => kind === "optOuts");
    return html`
      <details ?open=${optedOut}>
        <summary>${this.say("page-opt-outs")}</summary>
        <div class="stack tight">
          <p class="small muted" id="help">${this.say("page-opt-outs-help")}</p>
          ${
            optedOut
              ? html`<div class="row">
                  ${step === undefined ? nothing : html`<span>${this.say("page-opt-outs-found", { given: step.given ?? 0, found: step.customers })}</span>`}
                  <button @click=${() => this.store.leaveOut(undefined)}>${this.say("page-opt-outs-forget")}</button>
                </div>`
              : html`<div
                    class="list small"
                    role="textbox"
                    aria-multiline="true"
                    aria-labelledby="help"
                    tabindex="0"
                    spellcheck="false"
                  ></div>
                  <div class="row">
                    <button @click=${this.#take}>${this.say("page-opt-outs-take")}</button>
                    <button class="quiet" @click=${() => this.chooser.click()}>${this.say("page-opt-outs-file")}</button>
                  </div>`
          }
          <input type="file" hidden aria-hidden="true" tabindex="-1" accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${this.#chosen} />
        </div>
      </details>
    `;
  }

  override updated(): void {
    if (this.list?.isContentEditable === false) makeWritable(this.list);
  }

  #take(): void {
    const text = this.list?.innerText.trim() ?? "";
    if (text !== "") void this.store.leaveOut(new TextEncoder().encode(text));
  }

  async #chosen(): Promise<void> {
    const file = this.chooser.files?.[0];
    // The engine decodes it, as it does tables: a browser would take everything for UTF-8.
    const list = await file?.arrayBuffer();
    // So that the same file can be chosen again.
    this.chooser.value = "";
    if (list !== undefined && list.byteLength > 0) void this.store.leaveOut(new Uint8Array(list));
  }
}
