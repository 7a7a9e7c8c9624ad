/** Cleaning: what was done to the data or could be, how much each step touches, and how to decide otherwise. */

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { VALUES } from "../generated/vocabulary.ts";
import type { Change } from "../history.ts";
import { withCleaning, withCustomers } from "../recipes.ts";
import type { CleaningStep, CustomerOptions } from "../store.ts";
import { choice, choices } from "./choices.ts";
import { View } from "./view.ts";

export class Cleaning extends View {
  static override styles = [
    ...[View.styles].flat(),
    choices,
    css`
      tr.possible th,
      tr.possible td {
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const { customers, recipe } = this.state;
    if (customers === undefined || recipe === undefined) return nothing;
    const { customers: decided, features } = recipe;
    const steps = customers.cleaning.filter((step) => step.rows + step.customers > 0);
    return html`
      <section class="stack tight" aria-labelledby="title">
        <h2 id="title">${this.say("page-cleaning")}</h2>
        <p class="small muted">${this.say("page-cleaning-help")}</p>
        <div class="card stack">
          <div class="options small">
            ${choice(this.say("page-cleaning-missing"), {
              offers: VALUES.MissingChoice,
              chosen: features.missing,
              word: (missing) => this.voice.word("missing", missing),
              choose: (missing) => this.#decide(withCleaning({ missing })),
            })}
            ${choice(this.say("page-cleaning-outliers"), {
              offers: VALUES.OutlierChoice,
              chosen: features.outliers,
              word: (outliers) => this.voice.word("outliers", outliers),
              choose: (outliers) => this.#decide(withCleaning({ outliers })),
            })}
          </div>
          ${steps.length === 0 ? html`<p class="small">${this.say("page-cleaning-none")}</p>` : this.#table(steps, decided)}
        </div>
      </section>
    `;
  }

  #table(steps: readonly CleaningStep[], decided: CustomerOptions) {
    const revenue = steps.some((step) => step.revenue != null);
    return html`<div class="scroll" role="region" aria-labelledby="title" tabindex="0">
      <table class="folding" aria-labelledby="title">
        <thead>
          <tr>
            <th scope="col">${this.say("page-cleaning-step")}</th>
            <th scope="col">${this.say("page-cleaning-done")}</th>
            <th scope="col" class="number">${this.say("page-cleaning-rows")}</th>
            <th scope="col" class="number">${this.say("chart-customers")}</th>
            ${revenue ? html`<th scope="col" class="number">${this.say("page-cleaning-revenue")}</th>` : nothing}
          </tr>
        </thead>
        <tbody>${steps.map((step) => this.#step(step, decided, revenue))}</tbody>
      </table>
    </div>`;
  }

  #step(step: CleaningStep, decided: CustomerOptions, withRevenue: boolean) {
    const { feature, rows, customers, revenue, applied } = step;
    const about = feature == null ? "" : `: ${this.voice.feature(feature)}`;
    return html`
      <tr class=${applied ? "" : "possible"}>
        <th scope="row">${this.voice.word("cleaning", step.kind)}${about}</th>
        <td data-label=${this.say("page-cleaning-done")}>${this.#tick(step, decided) ?? this.say(applied ? "page-yes" : "page-no")}</td>
        <td class="number" data-label=${this.say("page-cleaning-rows")}>${rows === 0 ? "–" : this.voice.count(rows)}</td>
        <td class="number" data-label=${this.say("chart-customers")}>${customers === 0 ? "–" : this.voice.count(customers)}</td>
        ${withRevenue ? html`<td class="number" data-label=${this.say("page-cleaning-revenue")}>${revenue == null ? "–" : this.voice.significant(revenue)}</td>` : nothing}
      </tr>
    `;
  }

  /** The tick of a step that is done or not by a tick. */
  #tick(step: CleaningStep, decided: CustomerOptions) {
    const decision = decisionOn(step, decided);
    if (decision === undefined) return undefined;
    const label = `${this.voice.word("cleaning", step.kind)}: ${this.say("page-cleaning-leave-out")}`;
    return html`
      <label class="choice">
        <input
          type="checkbox"
          aria-label=${label}
          .checked=${live(decision.leavesOut)}
          @change=${() => this.#decide(withCustomers(decision.otherwise))}
        />
        <span>${this.say("page-cleaning-leave-out")}</span>
      </label>
    `;
  }

  #decide(change: Change): void {
    void this.store.change(change);
  }
}

/** What is decided about a step that has a tick, and the other decision. */
function decisionOn(
  { kind }: CleaningStep,
  { duplicateRows, nonProducts }: CustomerOptions,
): { leavesOut: boolean; otherwise: Partial<CustomerOptions> } | undefined {
  if (kind === "duplicateRows") {
    const leavesOut = duplicateRows === "drop";
    return { leavesOut, otherwise: { duplicateRows: leavesOut ? "keep" : "drop" } };
  }
  const product = VALUES.NonProduct.find((one) => one === kind);
  if (product === undefined) return undefined;
  const others = nonProducts.filter((other) => other !== product);
  const leavesOut = nonProducts.includes(product);
  return { leavesOut, otherwise: { nonProducts: leavesOut ? others : [...others, product] } };
}
