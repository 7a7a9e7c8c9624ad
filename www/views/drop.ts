/** The first step: a file, or a shop to try with. */

import { css, html, nothing } from "lit";
import { padlock } from "./padlock.ts";
import { pictures, picturesSheet } from "./pictures.ts";
import { askForFile, View } from "./view.ts";

/** The sample shop: large enough to have structure, small enough to be there at once. */
const SAMPLE = { customers: 2000, seed: 1 };

export class DropView extends View {
  static override styles = [
    ...[View.styles].flat(),
    picturesSheet,
    css`
      .hero {
        max-width: 860px;
        margin-inline: auto;
        padding-block: var(--space-8) var(--space-4);
        text-align: center;
      }

      .hero p {
        margin-inline: auto;
      }

      .hero .privacy {
        max-width: none;
        font-weight: 550;
        text-wrap: balance;
      }

      .privacy svg {
        vertical-align: -2px;
      }

      .check {
        font-size: var(--text-m);
      }

      .check summary {
        margin-inline: auto;
        color: var(--accent-text);
        min-height: 28px;
      }

      .target {
        display: grid;
        justify-items: center;
        gap: var(--space-4);
        padding: var(--space-12) var(--space-4);
        border: 2px dashed var(--edge);
        border-radius: 12px;
        background: var(--paper);
      }

      .target strong {
        font-size: var(--text-xl);
        font-weight: 600;
      }

      .gets {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: var(--space-6);
        max-width: 1000px;
        margin: var(--space-8) auto 0;
      }

      .target .row {
        justify-content: center;
      }

      @media (max-width: 640px) {
        .hero {
          padding-block: var(--space-4);
        }

        .target {
          padding-block: var(--space-8);
        }

        .gets {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--space-3);
        }

        .gets li {
          grid-template-columns: 112px 1fr;
          align-items: center;
        }
      }
    `,
  ];

  override render() {
    return html`
      <div class="hero stack">
        <h1 tabindex="-1">${this.say("page-drop-title")}</h1>
        <div>
          <p class="privacy">${padlock(16)} ${this.say("page-privacy")}</p>
          <details class="check">
            <summary>${this.say("page-how-to-check")}</summary>
            <p class="muted">${this.say("page-how-to-check-text")}</p>
          </details>
        </div>
        ${this.#waiting()}
        <div class="target" @click=${this.#clicked}>
          <strong>${this.say("page-drop-here")}</strong>
          <div class="row">
            <button class="primary large" @click=${this.#choose}>${this.say("page-choose-file")}</button>
            <button class="large" @click=${this.#sample}>${this.say("page-try-sample")}</button>
          </div>
          <p class="small muted">${this.say("page-file-kinds")}</p>
          <p class="small muted">${this.say("page-sample-about")}</p>
        </div>
        ${
          this.state.file === undefined
            ? nothing
            : html`<p class="small">
                ${this.voice.name(this.state.file.name)}
                <button class="quiet" @click=${() => this.store.clear()}>${this.say("page-clear")}</button>
              </p>`
        }
      </div>
      <ul class="gets">
        ${pictures.map(
          ({ key, picture }) =>
            html`<li class="stack tight">${picture}<p class="small">${this.say(key)}</p></li>`,
        )}
      </ul>
    `;
  }

  /** What was opened for the next file. */
  #waiting() {
    const { waiting, ledger, file } = this.state;
    const opened = [
      ...(waiting === undefined ? [] : [this.say("page-recipe-waiting")]),
      ...(waiting === "model" ? [this.say("page-model-opened")] : []),
      ...(ledger === undefined || file !== undefined
        ? []
        : [this.say("page-ledger-opened", { count: ledger.releases })]),
    ];
    if (opened.length === 0) return nothing;
    return html`<p class="note" id="waiting">${opened.join(" ")}</p>`;
  }

  #choose(event: Event) {
    event.stopPropagation();
    askForFile(this);
  }

  /** The whole target is one large button for the mouse; the keyboard has the button in it. */
  #clicked(event: Event) {
    if (!(event.target instanceof HTMLButtonElement)) askForFile(this);
  }

  #sample() {
    void this.store.openSample({ ...SAMPLE, name: this.say("page-sample-name") });
  }
}
