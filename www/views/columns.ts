/** The columns of the file: what each is, why, and what it is used as. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { NUMBER_ROLES, ROLES, ROLES_OF_CUSTOMERS } from "../generated/vocabulary.ts";
import { withAnswer, withRole } from "../recipes.ts";
import type { ColumnChoice, ColumnReport, DateOrder, DecimalMark, Role } from "../store.ts";
import { menu } from "./choices.ts";
import { columnSpread, places } from "./column-spread.ts";
import { View } from "./view.ts";

export class Columns extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      select {
        width: 100%;
        min-width: 15ch;
        max-width: 44ch;
      }

      select.read {
        width: auto;
        min-width: 0;
        font-size: var(--text-s);
      }

      .why {
        max-width: 46ch;
        color: var(--muted);
        font-size: var(--text-s);
      }

      .spread .why {
        min-width: 18ch;
        max-width: 26ch;
        margin-block-start: var(--space-1);
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

        td.spread {
          display: block;
        }

        .spread .why {
          max-width: none;
        }

        select {
          max-width: none;
          margin-block: var(--space-1);
        }
      }
    `,
  ];

  @property() theme: "light" | "dark" = "light";

  override render() {
    const { inspection } = this.state;
    if (inspection === undefined) return nothing;
    const { columns, rows, sampled } = inspection;
    return html`
      <section class="stack tight" aria-labelledby="title">
        <h2 id="title">${this.say("page-columns")}</h2>
        <p class="small muted">
          ${this.say("page-columns-help")}
          ${sampled == null ? nothing : this.say("page-columns-sampled", { rows: sampled })}
        </p>
        <div class="card scroll" role="region" aria-labelledby="title" tabindex="0">
          <table aria-labelledby="title">
            <thead>
              <tr>
                <th scope="col">${this.say("page-column-name")}</th>
                <th scope="col">${this.say("page-column-type")}</th>
                <th scope="col">${this.say("page-column-role")}</th>
                <th scope="col" class="number">${this.say("page-column-missing")}</th>
                <th scope="col" class="number">${this.say("page-column-distinct")}</th>
                <th scope="col">${this.say("page-column-range")}</th>
                <th scope="col">${this.say("page-feature-spread")}</th>
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
    const { name, type, personal, missing, distinct, estimated, why, personalWhy, spread } = column;
    const role = this.#role(column.role);
    const label = (key: string) => this.say(key);
    const range = this.#range(column);
    return html`
      <tr class=${role === "ignore" ? "unused" : ""}>
        <th scope="row" title=${this.voice.fuller(name) ?? nothing}>${this.voice.name(name)}</th>
        <td data-label=${label("page-column-type")}>${this.voice.word("type", type)} ${this.#read(column)}</td>
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
        <td class="number" data-label=${label("page-column-missing")}>${this.voice.part(missing, rows)}</td>
        <td class="number" data-label=${label("page-column-distinct")}>${estimated ? this.say("distinct-about", { count: distinct }) : this.voice.count(distinct)}</td>
        <td data-label=${label("page-column-range")} class=${range === undefined ? "empty" : ""}>${range}</td>
        <td data-label=${label("page-feature-spread")} class=${spread == null ? "empty" : "spread"}>
          ${spread == null ? nothing : columnSpread(spread, column.scale, this)}
        </td>
      </tr>
    `;
  }

  /** How its cells are read, where that can be taken amiss. */
  #read({ name, type, role, decimal, dateOrder, scale }: ColumnReport) {
    const own = this.reading.columns[name];
    if (type === "date" && dateOrder != null && role !== "ignore") {
      const offers: readonly DateOrder[] = dateOrder === "ymd" ? ["ymd"] : ["dmy", "mdy"];
      return this.#way(name, "page-change-date-order", offers, own?.dateOrder ?? dateOrder, {
        word: (order) => this.say("date-order-consequence-withheld", { order }),
        choice: (order) => ({ role: null, decimal: null, dateOrder: order, missing: null, counts: null }),
      });
    }
    // Whole numbers have nothing to mark, unless somebody says so.
    const marked = scale > 0 || own?.decimal != null;
    if (decimal == null || !marked || !NUMBER_ROLES.includes(role)) return nothing;
    return this.#way<DecimalMark>(name, "page-change-decimal-mark", [".", ","], own?.decimal ?? decimal, {
      word: (mark) => `3${mark}99`,
      choice: (mark) => ({ role: null, decimal: mark, dateOrder: null, missing: null, counts: null }),
    });
  }

  #way<Way extends string>(
    column: string,
    label: string,
    offers: readonly Way[],
    chosen: Way,
    { word, choice }: { word: (way: Way) => string; choice: (way: Way) => ColumnChoice },
  ) {
    if (offers.length < 2) return html`<span class="tiny muted">${word(chosen)}</span>`;
    return menu({
      style: "read",
      label: this.say(label, { column }),
      offers,
      chosen,
      word,
      choose: (way) => void this.store.changeReading(withAnswer(column, choice(way))),
    });
  }

  #roles({ name, type, role: taken, personal, date }: ColumnReport) {
    const role = this.#role(this.reading.columns[name]?.role ?? taken);
    let roles = ROLES;
    if (type === "number") roles = [...NUMBER_ROLES, ...roles];
    // Of a date, the days since then.
    if (type === "date") roles = ["feature", ...roles];
    if (date != null) roles = ["date", ...roles];
    roles = roles.filter((offer) => this.#role(offer) === offer);
    if (personal === "drop") roles = ["customerId", "ignore"];
    if (!roles.includes(role)) roles = [role, ...roles];
    return menu({
      label: this.say("page-change-role", { column: name }),
      offers: roles,
      chosen: role,
      word: (offer) => this.#word(offer),
      choose: (offer) => void this.store.changeReading(withRole(name, offer)),
    });
  }

  /** The role as it is played: of purchases, what is known of the customer is not used. */
  #role(role: Role): Role {
    const ofPurchases = this.state.inspection?.shape === "transactions";
    return ofPurchases && ROLES_OF_CUSTOMERS.includes(role) ? "ignore" : role;
  }

  /** What a role is called, or what it is for; of a table of customers a date is no purchase. */
  #word(role: Role, about = ""): string {
    const ofCustomers = role === "date" && this.state.inspection?.shape === "customers";
    return this.voice.word("role", `${ofCustomers ? "dateOfCustomers" : role}${about}`);
  }

  #range({ personal, min, max, first, last, scale }: ColumnReport) {
    if (personal === "drop" || personal === "keyOnly") {
      return html`<span class="muted">${this.say("page-column-hidden")}</span>`;
    }
    if (first != null && last != null) return this.voice.period(first, last);
    if (min == null || max == null) return undefined;
    const exactly = (value: number) => this.voice.number(value, places(value, scale));
    return html`${exactly(min)} – ${exactly(max)}`;
  }
}
