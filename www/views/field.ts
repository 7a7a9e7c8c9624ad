/**
 * A line of text to write in. Not an input: for those, some browsers ask their maker's servers how to fill them in, and
 * this page gives nobody a reason to ask anybody anything.
 */

import { css, html } from "lit";
import { property, query } from "lit/decorators.js";
import { Part } from "./view.ts";

/** Characters that a line takes. */
const LONGEST = 60;

export class Field extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      :host {
        font: inherit;
      }

      span {
        display: block;
        padding: var(--space-1);
        border: 1px solid var(--field-edge, transparent);
        border-radius: var(--radius);
        overflow-wrap: anywhere;
        cursor: text;
      }

      span:hover {
        border-color: var(--edge);
      }

      @media print {
        span {
          border: 0;
        }
      }
    `,
  ];

  /** The text as it is; what is written replaces it by a `commit` event only. */
  @property() value = "";
  /** What the text is, for those who cannot see it. */
  @property() label = "";
  @query("span") private line!: HTMLElement;

  override render() {
    return html`<span
      role="textbox"
      tabindex="0"
      spellcheck="false"
      aria-label=${this.label}
      title=${this.label}
      @keydown=${this.#key}
      @blur=${this.#commit}
    ></span>`;
  }

  override firstUpdated(): void {
    makeWritable(this.line);
  }

  override updated(): void {
    if (this.shadowRoot?.activeElement !== this.line) this.#restore();
  }

  #restore(): void {
    this.line.textContent = this.value;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#restore();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    this.line.blur();
  }

  #commit(): void {
    const text = this.line.textContent ?? "";
    this.#restore();
    if (text === this.value) return;
    const written = text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
    if (written !== this.value) this.dispatchEvent(new CustomEvent<string>("commit", { detail: written }));
  }
}

/** Lets text be written in an element. Not every browser can keep it to text alone (Firefox's before 136). */
export function makeWritable(element: HTMLElement): void {
  try {
    element.contentEditable = "plaintext-only";
  } catch {
    element.contentEditable = "true";
  }
}
