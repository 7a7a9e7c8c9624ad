/** The second step: what the file is, what it leaves open, and what each column is for. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { withAnswer, withReferenceDay, withSheet } from "../recipes.ts";
import type { ColumnChoice, CustomersView, Inspection, Question, Sheets } from "../store.ts";
import { menu } from "./choices.ts";
import { repeatedRows } from "./repeated.ts";
import { View } from "./view.ts";

export class LookView extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .lead {
        font-size: var(--text-xl);
        line-height: 1.4;
      }

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-8);
        font-size: var(--text-m);
      }

      dt {
        color: var(--muted);
      }

      ringfence-field {
        --field-edge: var(--edge);
        min-width: 12ch;
      }

      fieldset {
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: var(--space-4);
      }

      legend {
        font-weight: 550;
        padding-block-end: var(--space-2);
        max-width: var(--measure);
      }
    `,
  ];

  @property() theme: "light" | "dark" = "light";

  override render() {
    const { inspection, customers, work, segments, sources } = this.state;
    if (inspection === undefined) {
      return this.blank("page-look-title", work === undefined ? "page-look-empty" : "page-loading");
    }
    return html`
      <div class="stack wide">
        <header class="stack">
          <div class="row spread">
            <h1 tabindex="-1">${this.say("page-look-title")}</h1>
            ${this.#next(work === undefined && segments === undefined)}
          </div>
          <p class="lead">${this.#lead(inspection, customers)}</p>
          <ringfence-sources .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-sources>
          ${this.#facts(inspection)}
        </header>
        <ringfence-repeated .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-repeated>
        ${inspection.questions.length > 0 ? this.#questions(inspection.questions) : nothing}
        <ringfence-columns .voice=${this.voice} .store=${this.store} .state=${this.state} .theme=${this.theme}></ringfence-columns>
        ${customers?.days == null ? nothing : this.#referenceDay(customers.days[2])}
        <ringfence-opt-outs .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-opt-outs>
        <ringfence-cleaning .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-cleaning>
        <ringfence-features .voice=${this.voice} .store=${this.store} .state=${this.state} .theme=${this.theme}></ringfence-features>
        <ringfence-explore .voice=${this.voice} .store=${this.store} .state=${this.state} .theme=${this.theme}></ringfence-explore>
        <ringfence-notices
          .voice=${this.voice}
          .notices=${customers?.notices ?? inspection.notices}
          .sources=${sources}
        ></ringfence-notices>
      </div>
    `;
  }

  #next(stopped: boolean) {
    if (stopped) {
      return html`<button class="primary" @click=${() => this.store.retry()}>${this.say("page-to-segments")}</button>`;
    }
    return html`<a class="button primary" href="#segments">${this.say("page-see-segments")}</a>`;
  }

  #lead({ rows, shape }: Inspection, customers: CustomersView | undefined): string {
    const [first, last] = customers?.days ?? [];
    if (customers !== undefined && first !== undefined) {
      return this.say("page-look-transactions", { rows, customers: customers.customers, first, last });
    }
    const onePerCustomer = shape === "customers" && repeatedRows(this.state) === 0;
    return this.say(onePerCustomer ? "page-look-customers" : "page-look-rows", { rows });
  }

  #facts({ encoding, delimiter, header, bytes }: Inspection) {
    const names: Record<string, string> = {
      ",": "comma",
      ";": "semicolon",
      "\t": "tab",
      "|": "pipe",
      " ": "blank",
    };
    const { sources, place, workbook } = this.state;
    const file = sources[place];
    // What a sheet was written as in between is nobody's business.
    const written = [
      [this.say("page-encoding"), encoding],
      [this.say("page-delimiter"), this.voice.word("delimiter", names[delimiter] ?? delimiter)],
    ];
    const facts = [
      [this.say("page-file"), this.voice.name(file?.name ?? "")],
      [this.say("page-size"), this.voice.bytes(workbook === undefined ? bytes : (file?.size ?? bytes))],
      ...(workbook === undefined ? written : [[this.say("page-sheet"), this.#sheet(workbook)]]),
      [this.say("page-header"), this.say(header ? "page-yes" : "page-no")],
    ];
    return html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  /** The sheet that is read, and what else there is to read. */
  #sheet({ sheets, sheet: taken }: Sheets) {
    if (sheets.length < 2) return this.voice.name(taken);
    return menu({
      label: this.say("page-choose-sheet"),
      offers: sheets.map(({ name }) => name),
      chosen: this.reading.sheet ?? taken,
      word: (sheet) => this.say("page-sheet-about", { ...sheets.find(({ name }) => name === sheet), sheet }),
      choose: (sheet) => void this.store.changeReading(withSheet(sheet)),
    });
  }

  #questions(questions: readonly Question[]) {
    return html`
      <section class="card stack" aria-labelledby="questions">
        <h2 id="questions">${this.say("page-questions")}</h2>
        ${questions.map((question, at) => this.#question(question, at))}
      </section>
    `;
  }

  #question({ ask, column, answers }: Question, at: number) {
    const own = this.reading.columns[column];
    const given = answers.find(({ choice }) => isGiven(choice, own));
    return html`
      <fieldset>
        <legend>${this.voice.state(ask)}</legend>
        ${answers.map(
          (answer) => html`
            <label class="choice">
              <input
                type="radio"
                name="question-${at}"
                .checked=${live(given === undefined ? answer.proposed : answer === given)}
                @change=${() => this.store.changeReading(withAnswer(column, answer.choice))}
              />
              <span>${this.voice.state(answer.consequence)}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #referenceDay(day: string) {
    const label = this.say("page-reference-day");
    return html`
      <div class="row small">
        <span class="muted">${label}</span>
        <ringfence-field
          .voice=${this.voice}
          .value=${day}
          .label=${label}
          @commit=${({ detail }: CustomEvent<string>) => this.store.change(withReferenceDay(detail === "" ? null : detail))}
        ></ringfence-field>
      </div>
    `;
  }
}

/** Whether a column's choice is this answer. */
function isGiven(answer: ColumnChoice, own: ColumnChoice | undefined): boolean {
  if (own === undefined) return false;
  const said = (["role", "decimal", "dateOrder", "missing", "counts"] as const).filter(
    (part) => answer[part] != null,
  );
  return said.length > 0 && said.every((part) => JSON.stringify(answer[part]) === JSON.stringify(own[part]));
}
