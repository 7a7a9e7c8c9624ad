/** What the parts of the page have in common: the state they show and the voice they speak with. */

import { type CSSResultGroup, LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { State, Store } from "../store.ts";
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
}

/** Asks whoever contains the page's parts to let the person choose files, in place of those that are open or to add to them. */
export function askForFile(from: EventTarget, add = false): void {
  from.dispatchEvent(new CustomEvent("choose-file", { bubbles: true, composed: true, detail: { add } }));
}
