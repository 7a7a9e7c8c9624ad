/** The last step: what may leave, exactly as it leaves; and, apart from it, what is for internal use only. */

import { css, html, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { save } from "../save.ts";
import { mayLeave } from "../state.ts";
import type { Document, Fault, Summary } from "../store.ts";
import { heldBack, yesNo } from "./released.ts";
import { askForFile, dimmed, View } from "./view.ts";

export class ShareView extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .seal {
        width: fit-content;
        padding: 2px var(--space-3);
        border: 1px solid var(--edge);
        border-radius: 99px;
        font-size: var(--text-s);
        font-weight: 550;
      }

      ul.rules li {
        padding-block: 2px;
        padding-inline-start: var(--space-4);
        text-indent: calc(-1 * var(--space-4));
      }

      ul.rules li::before {
        content: "–";
        display: inline-block;
        width: var(--space-4);
        text-indent: 0;
        color: var(--muted);
      }

      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
        gap: var(--space-6);
      }

      .two > .stack {
        align-content: start;
      }

      pre {
        margin: 0;
        max-height: 360px;
        overflow: auto;
        padding: var(--space-4);
        background: var(--desk);
        border: 1px solid var(--hairline);
        border-radius: var(--radius);
        font: var(--text-s) / 1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .internal {
        border-color: var(--danger);
      }

      .files {
        display: grid;
        gap: var(--space-3) var(--space-6);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
        align-items: start;
      }
    `,
    dimmed,
  ];

  @state() private saved = "";
  @state() private json = "";

  override render() {
    const { segments, summary, summaryFault, stale, work } = this.state;
    if (segments === undefined) return this.blank("page-share-title", "page-share-empty");
    if (!segments.settled) {
      const on = html`<div><button class="primary" @click=${() => this.store.retry()}>${this.say("page-check-on")}</button></div>`;
      return this.blank("page-share-title", "page-share-first-look", work === undefined ? on : nothing);
    }
    return html`
      <div class="stack wide">
        <h1 tabindex="-1">${this.say("page-share-title")}</h1>
        <p class="sr" role="status">${this.saved}</p>
        ${this.beforeChange()}
        <div class="stack wide ${stale ? "stale" : ""}">
          ${summaryFault === undefined ? nothing : this.#refused(summaryFault)}
          ${summary === undefined ? nothing : this.#summary(summary)}
          <ringfence-ledger .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-ledger>
          ${this.#own()} ${this.#personal()}
        </div>
      </div>
    `;
  }

  @query("details.file") private file!: HTMLDetailsElement | null;
  /** The summary whose text is shown. */
  #shown: Summary | undefined;

  override updated(): void {
    if (this.#shown !== undefined && this.#shown !== this.state.summary) void this.#showText();
  }

  /** Why nothing may leave; where an earlier summary is why, it can be forgotten. */
  #refused(fault: Fault) {
    return html`<div class="note warning stack tight" role="note">
      <p>${this.voice.state(fault)}</p>
      ${
        fault.key.startsWith("released-")
          ? html`<div class="row">
                <button @click=${() => this.store.forgetReleases()}>${this.say("page-ledger-forget")}</button>
              </div>
              <p class="small">${this.say("page-ledger-forget-help")}</p>`
          : nothing
      }
    </div>`;
  }

  #summary(summary: Summary) {
    const { customers, k, policy, cautions, period, foresight, reasons, method, rules } = summary;
    const flags = yesNo(summary, this.state.customers);
    return html`
      <section class="card stack" aria-labelledby="summary">
        <header class="stack tight">
          <div class="row spread">
            <h2 id="summary">${this.say("page-summary")}</h2>
            <span class="seal">${this.say("page-summary-policy", { size: policy.minimumSize, base: policy.roundTo })}</span>
          </div>
          ${this.state.stale ? nothing : html`<p class="muted small">${this.say("page-share-preview")}</p>`}
        </header>
        ${cautions.map((caution) => html`<p class="note warning">${this.voice.state(caution)}</p>`)}
        <p>
          ${this.say("report-base-customers", { customers })} · ${this.say("page-segments-count", { k: summary.segments.length, of: k })}
          ${period == null ? nothing : html` · ${this.say("report-base-period", { first: period[0], last: period[1] })}`}
        </p>
        <ringfence-summary-table .voice=${this.voice} .summary=${summary} .yesNo=${flags}></ringfence-summary-table>
        ${foresight == null ? nothing : html`<p>${this.voice.state(foresight.verdict)}</p>`}
        <div class="two">
          <div class="stack tight">
            <h3>${this.say("report-how-many")}</h3>
            ${this.#list(reasons.map((reason) => this.voice.state(reason)))}
            ${method === "kmeans" ? nothing : html`<p class="small">${this.say("report-other-method", { method })}</p>`}
          </div>
          <div class="stack tight">
            <h3>${this.say("report-held-back")}</h3>
            ${this.#list(heldBack(this.voice, summary), "held-back-nothing")}
          </div>
        </div>
        <div>
          <ringfence-summary-rest .voice=${this.voice} .summary=${summary} .yesNo=${flags}></ringfence-summary-rest>
          <details>
            <summary>${this.say("report-rules")}</summary>
            ${this.#list(rules.map((rule) => this.voice.state(rule)))}
          </details>
          <details class="file" @toggle=${this.#showText}>
            <summary>${this.say("page-share-file")}</summary>
            <pre tabindex="0" aria-label=${this.say("page-share-file")}>${this.json}</pre>
          </details>
        </div>
        <div class="row">
          ${this.#button("primary", { kind: "summary", format: "html" }, "page-summary-html")}
          ${this.#button("", { kind: "summary", format: "json" }, "page-summary-json")}
          ${this.#button("", { kind: "summary", format: "csv" }, "page-summary-csv")}
        </div>
      </section>
    `;
  }

  /** The person's own files: settings, and the model. */
  #own() {
    return html`
      <section class="card stack" aria-labelledby="own">
        <h2 id="own">${this.say("page-own-files")}</h2>
        <div class="files">
          <div class="stack tight">
            <p class="small">${this.say("page-recipe-help")}</p>
            <div class="row">
              ${this.#button("", { kind: "recipe" }, "page-recipe")}
              <button @click=${() => askForFile(this)}>${this.say("page-recipe-open")}</button>
            </div>
          </div>
          <div class="stack tight">
            <p class="small">${this.say("page-model-help")}</p>
            <div class="row">${this.#button("", { kind: "model" }, "page-model")}</div>
          </div>
        </div>
      </section>
    `;
  }

  #personal() {
    return html`
      <section class="card internal stack" aria-labelledby="personal">
        <h2 id="personal">${this.say("page-personal-title")}</h2>
        <p>${this.say("page-personal-warning")}</p>
        <ringfence-internal
          .voice=${this.voice}
          .store=${this.store}
          .state=${this.state}
          .document=${{ kind: "assignments" }}
        ></ringfence-internal>
        <p class="small muted">${this.say("page-audience-where")} <a href="#act">${this.say("page-step-act")}</a></p>
      </section>
    `;
  }

  #list(sentences: readonly string[], none?: string) {
    if (sentences.length === 0 && none !== undefined)
      return html`<p class="small muted">${this.say(none)}</p>`;
    return html`<ul class="rules small">${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
  }

  #button(style: string, document: Document, key: string) {
    return html`<button class=${style} ?disabled=${!mayLeave(this.state)} @click=${() => this.#save(document)}>${this.say(key)}</button>`;
  }

  async #save(document: Document) {
    const file = await save(this.store, document);
    if (file !== undefined) this.saved = this.say("page-saved", { file });
  }

  /** The text of the summary that is shown, where it is asked for and may leave. */
  async #showText() {
    this.json = "";
    this.#shown = undefined;
    if (this.file?.open !== true || !mayLeave(this.state)) return;
    this.#shown = this.state.summary;
    this.json = (await this.store.read({ kind: "summary", format: "json" })) ?? "";
  }
}
