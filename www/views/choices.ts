/** Menus of which one thing is chosen, and ticks. What they show is what is decided, also after somebody's choice was taken back. */

import { css, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { withFeatures } from "../recipes.ts";
import { allFeatures, chosenFeatures } from "./chosen.ts";
import type { View } from "./view.ts";

/** What can be chosen from, and what becomes of a choice. */
interface Menu<Choice> {
  offers: readonly Choice[];
  chosen: Choice;
  /** What an offer is called. */
  word: (offer: Choice) => string;
  choose: (choice: Choice) => void;
  /** What the menu is called, where no text beside it says so. */
  label?: string;
  /** For a text beside it that says so. */
  id?: string;
  style?: string;
}

export function menu<Choice extends string | number>(of: Menu<Choice>): TemplateResult {
  const { offers, chosen, word, choose, label, id, style } = of;
  const changed = ({ target }: Event) => {
    const offer = offers[(target as HTMLSelectElement).selectedIndex];
    if (offer !== undefined) choose(offer);
  };
  return html`<select
    id=${id ?? nothing}
    class=${style ?? nothing}
    aria-label=${label ?? nothing}
    @change=${changed}
  >
    ${offers.map((offer) => html`<option value=${offer} .selected=${live(offer === chosen)}>${word(offer)}</option>`)}
  </select>`;
}

/** A menu under what it is called. */
export function choice<Choice extends string>(text: string, of: Menu<Choice>): TemplateResult {
  return html`<label><span class="label">${text}</span>${menu(of)}</label>`;
}

/** Menus beside each other. */
export const choices = css`
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-8);
  }

  .options label:not(.choice) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-width: 100%;
    gap: var(--space-1);
  }
`;

/** The tick by which a feature is taken or left out. The last one stays. */
export function featureTick({ state, store, voice }: View, name: string): TemplateResult {
  const chosen = chosenFeatures(state);
  const on = chosen.includes(name);
  const toggle = () => {
    const next = allFeatures(state).filter((other) => (other === name ? !on : chosen.includes(other)));
    void store.change(withFeatures(next));
  };
  return html`<label class="choice">
    <input type="checkbox" .checked=${live(on)} ?disabled=${on && chosen.length === 1} @change=${toggle} />
    <span>${voice.feature(name)}</span>
  </label>`;
}
