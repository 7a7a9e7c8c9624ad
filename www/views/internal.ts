/** A file with personal data: a first step to ask for it, a warning, and only then the button that saves it. */

import { css, html } from "lit";
import { property, state } from "lit/decorators.js";
import { save } from "../save.ts";
import { mayLeave } from "../state.ts";
import type { Document } from "../store.ts";
import { View } from "./view.ts";

export class Internal extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .note {
        border-radius: 0 var(--radius) var(--radius) 0;
      }

      .label {
        color: var(--danger);
        font-size: var(--text-s);
        font-weight: 650;
      }
    `,
  ];

  /** What is to be saved. */
  @property({ attribute: false }) document!: Document;
  /** Name of the segment, for a file of one. */
  @property() segment = "";
  @state() private asked = false;
  @state() private saved = "";

  override render() {
    const audience = this.document.kind === "audience";
    if (!this.asked) {
      return html`<button @click=${this.#ask} aria-expanded="false">
        ${this.say(audience ? "page-need-list" : "page-need-assignments")}
      </button>`;
    }
    return html`
      <div class="note danger stack tight" role="group" aria-label=${this.say("page-personal-title")}>
        <p class="label">${this.say("page-internal-only")}</p>
        <p class="small">${this.say(audience ? "page-audience-help" : "page-assignments-help")}</p>
        <div class="row">
          <button class="danger" id="save" ?disabled=${!mayLeave(this.state)} @click=${this.#save}>
            ${this.say(audience ? "page-audience" : "page-assignments")}
          </button>
          <button class="quiet" @click=${this.#close}>${this.say("page-close")}</button>
        </div>
        <p class="small" role="status">${this.saved}</p>
      </div>
    `;
  }

  async #ask() {
    this.asked = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("#save")?.focus();
  }

  async #close() {
    this.asked = false;
    this.saved = "";
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("button")?.focus();
  }

  async #save() {
    const file = await save(this.store, this.document, this.segment);
    if (file !== undefined) this.saved = this.say("page-saved", { file });
  }
}
