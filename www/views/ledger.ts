/** What was shared before: how much is remembered of it, the ledger to keep, and how to forget it. */

import { html } from "lit";
import { state } from "lit/decorators.js";
import { save } from "../save.ts";
import { askForFile, View } from "./view.ts";

export class LedgerView extends View {
  @state() private saved = "";

  override render() {
    const { ledger } = this.state;
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-ledger")}</h2>
        <div class="stack tight">
          <p>${this.say("page-ledger-count", { count: ledger?.releases ?? 0 })}</p>
          <p class="small muted">${this.say("page-ledger-help")}</p>
        </div>
        <div class="row">
          <button ?disabled=${ledger === undefined} @click=${this.#save}>${this.say("page-ledger-save")}</button>
          <button @click=${() => askForFile(this)}>${this.say("page-ledger-open")}</button>
          <button class="quiet" ?disabled=${ledger === undefined} @click=${() => this.store.forgetReleases()}>
            ${this.say("page-ledger-forget")}
          </button>
        </div>
        <p class="small muted">${this.say("page-ledger-forget-help")}</p>
        <p class="sr" role="status">${this.saved}</p>
      </section>
    `;
  }

  async #save() {
    const file = await save(this.store, { kind: "ledger" });
    if (file !== undefined) this.saved = this.say("page-saved", { file });
  }
}
