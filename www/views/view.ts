/** What the parts of the page have in common: the state they show and the voice they speak with. */

import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { property } from "lit/decorators.js";
import { readingAt } from "../recipes.ts";
import type { ReadingOptions, State, Store } from "../store.ts";
import { base } from "../style/sheets.ts";
import type { Voice } from "../wording.ts";

/** A part of the page that says something. */
export abstract class Part extends LitElement {
  static override styles: CSSResultGroup = [base];

  @property({ attribute: false }) voice!: Voice;

  /** The sentence of a key. */
  protected say(key: string, params?: Record<string, unknown>): string {
    return this.voice.say(key, params);
  }
}

/** A part of the page that shows the state and may ask for changes of it. */
export abstract class View extends Part {
  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) state!: State;

  /** What it shows the progress of. How far anything else has come is told many times a second, and is no reason to draw it anew. */
  protected get follows(): Going | undefined {
    return undefined;
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get("state");
    return changed.size > 1 || before === undefined || !alike(before, this.state, this.follows);
  }

  /** What is decided about reading the file that is looked at. */
  protected get reading(): ReadingOptions {
    const { recipe, place, sources } = this.state;
    return readingAt(recipe, place, sources.length);
  }

  /** A step that has nothing to show yet, why, and perhaps a way on. */
  protected blank(title: string, why: string, on: TemplateResult | typeof nothing = nothing) {
    return html`<div class="stack"><h1 tabindex="-1">${this.say(title)}</h1>
      <p class="muted">${this.say(why)}</p>${on}</div>`;
  }

  /** That what is shown was made before a change that failed, and the ways on from there. */
  protected beforeChange() {
    const { stale, work, canUndo } = this.state;
    if (!stale || work !== undefined) return nothing;
    return html`<div class="note warning stack tight" role="note">
      <p>${this.say("page-stale")}</p>
      <div class="row">
        <button @click=${() => this.store.retry()}>${this.say("page-to-segments")}</button>
        ${canUndo ? html`<button @click=${() => this.store.undo()}>${this.say("page-undo")}</button>` : nothing}
      </div>
    </div>`;
  }
}

/** What takes time. */
type Going = "work" | "foretelling";

/** Whether two states differ in nothing but how far something has come that is not followed. */
function alike(one: State, other: State, followed: Going | undefined): boolean {
  const keys = Object.keys({ ...one, ...other }) as (keyof State)[];
  const goesOn = (key: keyof State) =>
    (key === "work" || key === "foretelling") &&
    key !== followed &&
    typeof one[key] === "object" &&
    typeof other[key] === "object";
  return keys.every((key) => one[key] === other[key] || goesOn(key));
}

/** A part that comes and goes. The focus of what goes with it moves to where the content begins. */
export abstract class PassingView extends View {
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    if (focused?.isConnected === false) {
      this.dispatchEvent(new CustomEvent("focus-content", { bubbles: true, composed: true }));
    }
  }
}

/** How what was made before a change looks, until the change is carried out. */
export const dimmed = css`
  .stale {
    opacity: 0.55;
  }
`;

/** Asks whoever contains the page's parts to let the person choose files, in place of those that are open or to add to them. */
export function askForFile(from: EventTarget, add = false): void {
  from.dispatchEvent(new CustomEvent("choose-file", { bubbles: true, composed: true, detail: { add } }));
}
