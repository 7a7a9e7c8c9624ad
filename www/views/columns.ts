/** The columns of the file: what each is, why, and what it is used as. */

import { css, html, nothing } from "lit";
import { withRole } from "../recipes.ts";
import type { ColumnReport, Role } from "../store.ts";
import { View } from "./view.ts";

const NUMBER_ROLES: readonly Role[] = [
  "feature",
  "amount",
  "quantity",
  "unitPrice",
  "discount",
  "customerId",
  "orderId",
  "categorical",
  "ignore",
];
const TEXT_ROLES: readonly Role[] = [
  "customerId",
  "orderId",
  "product",
  "category",
  "channel",
  "location",
  "categorical",
  "ignore",
];

export class Columns extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      select {
        width: 100%;
        min-width: 15ch;
        max-width: 44ch;
      }

      .why {
        max-width: 46ch;
        color: var(--muted);
        font-size: var(--text-s);
      }

      .personal {
        color: var(--warning);
      }

      .personal::first-letter {
        text-transform: uppercase;
      }

      tr.unused th,
      tr.unused td {
        color: var(--muted);
      }

      th[scope="row"] {
        overflow-wrap: anywhere;
        min-width: 10ch;
      }

      /* On a narrow screen each column of the file is a card. */
      @media (max-width: 760px) {
        thead {
          display: none;
        }

        table,
        tbody,
        tr,
        th,
        td {
          display: block;
        }

        tr {
          padding-block: var(--space-3);
          border-block-end: 1px solid var(--hairline);
        }

        th,
        td,
        td.number {
          padding: 2px 0;
          border: 0;
          text-align: start;
        }

        td[data-label] {
          display: inline-block;
          margin-inline-end: var(--space-4);
        }

        td[data-label]::before {
          content: attr(data-label) ": ";
          color: var(--muted);
        }

        td.empty {
          display: none;
        }

        select {
          max-width: none;
          margin-block: var(--space-1);
        }
      }
    `,
  ];

  override render() {
    const { inspection } = this.state;
    if (inspection === undefined) return nothing;
    const { columns, rows } = inspection;
    return html`
      <section class="stack tight" aria-labelledby="title">
        <h2 id="title">${this.say("page-columns")}</h2>
        <p class="small muted">${this.say("page-columns-help")}</p>
        <div class="card scroll">
          <table aria-labelledby="title">
            <thead>
              <tr>
                <th scope="col">${this.say("page-column-name")}</th>
                <th scope="col">${this.say("page-column-type")}</th>
                <th scope="col">${this.say("page-column-role")}</th>
                <th scope="col" class="number">${this.say("page-column-missing")}</th>
                <th scope="col" class="number">${this.say("page-column-distinct")}</th>
                <th scope="col">${this.say("page-column-range")}</th>
              </tr>
            </thead>
            <tbody>
              ${columns.map((column) => this.#row(column, rows))}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  #row(column: ColumnReport, rows: number) {
    const { name, type, role, personal, missing, distinct, why, personalWhy } = column;
    const label = (key: string) => this.say(key);
    const range = this.#range(column);
    return html`
      <tr class=${role === "ignore" ? "unused" : ""}>
        <th scope="row">${name}</th>
        <td data-label=${label("page-column-type")}>${this.voice.word("type", type)}</td>
        <td>
          ${this.#roles(column)}
          <p class="why">${this.voice.state(why)} ${this.#word(role, "Help")}</p>
          ${
            personal === "none"
              ? nothing
              : html`<p class="why personal">${this.voice.word("personal", personal)}</p>
                ${personalWhy == null ? nothing : html`<p class="why personal">${this.voice.state(personalWhy)}</p>`}`
          }
        </td>
        <td class="number" data-label=${label("page-column-missing")}>
          ${missing === 0 ? this.voice.count(0) : this.voice.share(missing / Math.max(rows, 1))}
        </td>
        <td class="number" data-label=${label("page-column-distinct")}>${this.voice.count(distinct)}</td>
        <td data-label=${label("page-column-range")} class=${range === undefined ? "empty" : ""}>${range}</td>
      </tr>
    `;
  }

  #roles({ name, type, role, personal, date }: ColumnReport) {
    const offered = type === "number" ? NUMBER_ROLES : TEXT_ROLES;
    let roles: readonly Role[] = date == null ? offered : ["date", ...offered];
    if (personal === "drop") roles = ["customerId", "ignore"];
    if (!roles.includes(role)) roles = [role, ...roles];
    return html`
      <select aria-label=${this.say("page-change-role", { column: name })} @change=${(event: Event) => this.#change(name, event)}>
        ${roles.map(
          (offer) => html`<option value=${offer} .selected=${offer === role}>${this.#word(offer)}</option>`,
        )}
      </select>
    `;
  }

  /** What a role is called, or what it is for; of a table of customers a date is no purchase. */
  #word(role: Role, about = ""): string {
    const ofCustomers = role === "date" && this.state.inspection?.shape === "customers";
    return this.voice.word("role", `${ofCustomers ? "dateOfCustomers" : role}${about}`);
  }

  #range({ personal, min, max, first, last }: ColumnReport) {
    if (personal === "drop" || personal === "keyOnly") {
      return html`<span class="muted">${this.say("page-column-hidden")}</span>`;
    }
    if (first != null && last != null) return this.voice.period(first, last);
    if (min == null || max == null) return undefined;
    return html`${this.voice.significant(min)} – ${this.voice.significant(max)}`;
  }

  #change(column: string, event: Event) {
    void this.store.changeReading(withRole(column, (event.target as HTMLSelectElement).value as Role));
  }
}
