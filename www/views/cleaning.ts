/** Cleaning: what was done to the data or could be, how much each step touches, and how to decide otherwise. */

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { withCleaning } from "../recipes.ts";
import type { CleaningOptions, CleaningStep } from "../store.ts";
import { choice, choices } from "./choices.ts";
import { View } from "./view.ts";

const MISSING: readonly CleaningOptions["missing"][] = ["auto", "leaveOut", "median"];
const OUTLIERS: readonly CleaningOptions["outliers"][] = ["auto", "none", "winsorise", "setAside"];

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
    const { cleaning } = recipe;
    const steps = customers.cleaning.filter((step) => step.rows + step.customers > 0);
    return html`
      <section class="stack tight" aria-labelledby="title">
        <h2 id="title">${this.say("page-cleaning")}</h2>
        <p class="small muted">${this.say("page-cleaning-help")}</p>
        <div class="card stack">
          <div class="options small">
            ${choice(this.say("page-cleaning-missing"), {
              offers: MISSING,
              chosen: cleaning.missing,
              word: (missing) => this.voice.word("missing", missing),
              choose: (missing) => this.#decide({ missing }),
            })}
            ${choice(this.say("page-cleaning-outliers"), {
              offers: OUTLIERS,
              chosen: cleaning.outliers,
              word: (outliers) => this.voice.word("outliers", outliers),
              choose: (outliers) => this.#decide({ outliers }),
            })}
          </div>
          ${steps.length === 0 ? html`<p class="small">${this.say("page-cleaning-none")}</p>` : this.#table(steps, cleaning)}
        </div>
      </section>
    `;
  }

  #table(steps: readonly CleaningStep[], cleaning: CleaningOptions) {
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
        <tbody>${steps.map((step) => this.#step(step, cleaning, revenue))}</tbody>
      </table>
    </div>`;
  }

  #step(step: CleaningStep, cleaning: CleaningOptions, withRevenue: boolean) {
    const { feature, rows, customers, revenue, applied } = step;
    const about = feature == null ? "" : `: ${this.voice.feature(feature)}`;
    return html`
      <tr class=${applied ? "" : "possible"}>
        <th scope="row">${this.voice.word("cleaning", step.kind)}${about}</th>
        <td data-label=${this.say("page-cleaning-done")}>${this.#tick(step, cleaning) ?? this.say(applied ? "page-yes" : "page-no")}</td>
        <td class="number" data-label=${this.say("page-cleaning-rows")}>${rows === 0 ? "–" : this.voice.count(rows)}</td>
        <td class="number" data-label=${this.say("chart-customers")}>${customers === 0 ? "–" : this.voice.count(customers)}</td>
        ${withRevenue ? html`<td class="number" data-label=${this.say("page-cleaning-revenue")}>${revenue == null ? "–" : this.voice.significant(revenue)}</td>` : nothing}
      </tr>
    `;
  }

  /** The tick of a step that is done or not by a tick. */
  #tick(step: CleaningStep, cleaning: CleaningOptions) {
    const decided = decision(step, cleaning);
    if (decided === undefined) return undefined;
    const label = `${this.voice.word("cleaning", step.kind)}: ${this.say("page-cleaning-leave-out")}`;
    return html`
      <label class="choice">
        <input
          type="checkbox"
          aria-label=${label}
          .checked=${live(decided.leavesOut)}
          @change=${() => this.#decide(decided.otherwise)}
        />
        <span>${this.say("page-cleaning-leave-out")}</span>
      </label>
    `;
  }

  #decide(change: Partial<CleaningOptions>): void {
    void this.store.change(withCleaning(change));
  }
}

const NON_PRODUCTS: CleaningOptions["nonProducts"] = [
  "postage",
  "fees",
  "adjustments",
  "discounts",
  "vouchers",
  "samples",
  "noPrice",
];

/** What is decided about a step that has a tick, and the other decision. */
function decision(
  { kind }: CleaningStep,
  { duplicateRows, nonProducts }: CleaningOptions,
): { leavesOut: boolean; otherwise: Partial<CleaningOptions> } | undefined {
  if (kind === "duplicateRows") {
    const leavesOut = duplicateRows === "drop";
    return { leavesOut, otherwise: { duplicateRows: leavesOut ? "keep" : "drop" } };
  }
  const product = NON_PRODUCTS.find((one) => one === kind);
  if (product === undefined) return undefined;
  const others = nonProducts.filter((other) => other !== product);
  const leavesOut = nonProducts.includes(product);
  return { leavesOut, otherwise: { nonProducts: leavesOut ? others : [...others, product] } };
}
