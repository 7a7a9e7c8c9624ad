/** Tables of numbers of which some are held back: a row for each of what they are about, or a column where that reads better. */

import { css, html, nothing, type TemplateResult } from "lit";
import type { Released } from "./released.ts";
import type { Part } from "./view.ts";

/** Columns beyond which a table is turned, if that makes it narrower. */
const WIDEST = 8;

/** What the numbers of a column are. */
export interface Kind {
  name: string;
  /** More of the name, where it is cut. */
  fuller?: string | undefined;
  /** What is told of it. */
  note?: string;
}

/** A table: what it is called, what its rows are about, and a kind of number for each column. */
export interface Numbers {
  title: string;
  about: string;
  kinds: readonly Kind[];
  rows: readonly { name: string; cells: readonly Released[] }[];
  /** Whether the last row is about all others together. */
  summed?: boolean;
}

export function numbersTable(part: Part, { title, about, kinds, rows, summed }: Numbers): TemplateResult {
  const cell = (value: Released, style = "") =>
    html`<td class="number ${style}">${value ?? html`<span class="muted">${part.voice.say("held-back-mark")}</span>`}</td>`;
  const called = ({ name, note }: Kind) =>
    note === undefined ? name : html`${name} <span class="tiny">${note}</span>`;
  const turned = kinds.length > Math.max(WIDEST, rows.length);
  const sum = (at: number) => (summed === true && at === rows.length - 1 ? "sum" : "");
  const heads: readonly Kind[] = turned ? rows : kinds;
  return html`
    <div class="scroll" role="region" aria-label=${title} tabindex="0">
      <table class=${turned ? "turned" : ""} aria-label=${title}>
        <thead>
          <tr>
            <th scope="col">${turned ? "" : about}</th>
            ${heads.map(
              (head) =>
                html`<th scope="col" class="number ${head.note === undefined ? "" : "wordy"}" title=${head.fuller ?? nothing}>${called(head)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${
            turned
              ? kinds.map(
                  (kind, at) => html`<tr>
                    <th scope="row" title=${kind.fuller ?? nothing}>${called(kind)}</th>
                    ${rows.map(({ cells }, row) => cell(cells[at], sum(row)))}
                  </tr>`,
                )
              : rows.map(
                  ({ name, cells }, at) => html`<tr class=${sum(at)}>
                    <th scope="row">${name}</th>
                    ${cells.map((value) => cell(value))}
                  </tr>`,
                )
          }
        </tbody>
      </table>
    </div>
  `;
}

export const numbersSheet = css`
  tr.sum > * {
    border-block: 2px solid var(--hairline) 0;
  }

  td.sum {
    border-inline-start: 2px solid var(--hairline);
  }

  th .tiny {
    color: var(--muted);
    font-weight: 400;
  }

  thead .tiny {
    display: block;
  }

  /* What a row is about stays in sight while its numbers are scrolled. */
  tr > :first-child {
    position: sticky;
    inset-inline-start: 0;
    background: var(--paper);
  }

  @media (min-width: 761px) {
    .turned tbody th {
      min-width: 24ch;
    }
  }

  @media (max-width: 760px) {
    tr > :first-child {
      max-width: 16ch;
      overflow-wrap: anywhere;
    }
  }

  .turned tbody th,
  .turned td {
    padding-block: var(--space-1);
  }
`;
