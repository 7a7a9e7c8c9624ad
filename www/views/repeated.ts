/** Customers who stand in several rows of a table of customers: said before anything else is, with the two things that can be made of it. */

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { VALUES } from "../generated/vocabulary.ts";
import { withCleaning } from "../recipes.ts";
import type { State } from "../store.ts";
import { View } from "./view.ts";

export class Repeated extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      legend {
        padding: 0;
        padding-block-end: var(--space-2);
        max-width: var(--measure);
      }
    `,
  ];

  override render() {
    const { recipe } = this.state;
    const rows = repeatedRows(this.state);
    if (rows === 0 || recipe === undefined) return nothing;
    const chosen = recipe.features.repeated;
    return html`
      <div class="note ${chosen === "keep" ? "warning" : ""}" role="note">
        <fieldset>
          <legend>${this.say("page-repeated", { count: rows })}</legend>
          ${VALUES.RepeatedChoice.map(
            (choice) => html`<label class="choice">
              <input
                type="radio"
                name="repeated"
                .checked=${live(choice === chosen)}
                @change=${() => this.store.change(withCleaning({ repeated: choice }))}
              />
              <span>${this.say(`page-repeated-${choice}`)}</span>
            </label>`,
          )}
        </fieldset>
      </div>
    `;
  }
}

/** Rows that repeat the customer of another row. */
export function repeatedRows({ customers }: State): number {
  return customers?.cleaning.find(({ kind }) => kind === "repeatedCustomers")?.rows ?? 0;
}
