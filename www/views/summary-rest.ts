/** What else a summary says: how far segments differ, where they lie on the map, what sets them apart, how much they foretell. Folded. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Statement, Summary } from "../store.ts";
import { type Kind, type Numbers, numbersSheet, numbersTable } from "./numbers.ts";
import { released } from "./released.ts";
import { Part } from "./view.ts";

const OUTCOMES = ["spending", "orders", "returning"] as const;
const GROUPS = ["segments", "quintiles"] as const;

/** A table, and what it says. */
interface Explained extends Numbers {
  help: string;
}

export class SummaryRest extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    numbersSheet,
    css`
      .inside {
        padding-block: var(--space-2) var(--space-4);
        gap: var(--space-6);
      }

      table:not(.turned) {
        width: auto;
      }

      dl {
        display: grid;
        gap: var(--space-3);
      }

      dt {
        font-weight: 550;
      }
    `,
  ];

  @property({ attribute: false }) summary!: Summary;
  /** Which features are yes/no columns. */
  @property({ attribute: false }) yesNo: readonly boolean[] = [];

  override render() {
    return html`
      <details>
        <summary>${this.say("page-share-rest")}</summary>
        <div class="stack inside">
          ${this.#numbers(this.#differences())}
          ${this.#map()} ${this.#foresight()} ${this.#transforms()}
        </div>
      </details>
      <details>
        <summary>${this.say("page-share-traits")}</summary>
        <div class="inside">${this.#traits()}</div>
      </details>
    `;
  }

  #differences(): Explained {
    return {
      title: this.say("page-share-differences"),
      help: this.say("page-share-differences-help"),
      about: this.say("report-column-segment"),
      kinds: this.#kinds(this.summary.features),
      rows: this.summary.segments.map(({ name, features }) => ({
        name: this.voice.name(name),
        cells: features.map(({ effect }) => released(effect, (value) => this.voice.number(value, 1))),
      })),
    };
  }

  #map() {
    const { explained, segments } = this.summary;
    if (explained === null) return nothing;
    const length = (value: number | undefined) => released(value, (own) => this.voice.number(own, 2));
    return this.#numbers({
      title: this.say("page-share-map"),
      help: this.say("page-share-map-help"),
      about: this.say("report-column-segment"),
      kinds: [
        { name: this.say("page-share-map-x", { share: explained[0] }) },
        { name: this.say("page-share-map-y", { share: explained[1] }) },
        ...["major", "minor", "angle"].map((key) => ({ name: this.say(`page-share-map-${key}`) })),
      ],
      rows: segments.map(({ name, ellipse }) => ({
        name: this.voice.name(name),
        cells: [
          ...[ellipse?.x, ellipse?.y, ellipse?.major, ellipse?.minor].map(length),
          released(ellipse?.angle, (angle) =>
            this.say("page-share-map-degrees", { degrees: Math.round((angle * 180) / Math.PI) }),
          ),
        ],
      })),
    });
  }

  #foresight() {
    const { foresight } = this.summary;
    if (foresight == null) return nothing;
    const [from, to] = foresight.days;
    return this.#numbers({
      title: this.say("foresight-title"),
      help: this.say("report-foresight-about", { k: foresight.k, from, to }),
      about: "",
      kinds: GROUPS.map((group) => ({ name: this.say(`foresight-by-${group}`) })),
      rows: OUTCOMES.map((outcome) => ({
        name: this.say(`foresight-outcome-${outcome}`),
        cells: GROUPS.map((group) => this.voice.percent(foresight[outcome][group], 0)),
      })),
    });
  }

  #transforms() {
    return html`
      <div class="stack tight">
        <h3>${this.say("report-method-transforms")}</h3>
        <ul class="small">
          ${this.summary.features.map(({ name, transform }) => {
            const sentence = this.say("report-method-transform", { feature: name, transform });
            return html`<li>${sentence}</li>`;
          })}
        </ul>
      </div>
    `;
  }

  #traits() {
    const said = (statement: Statement) => html`<li>${this.voice.state(statement)}</li>`;
    return html`<dl class="small">
      ${this.summary.segments.map(
        ({ name, traits, stability }) => html`<div>
          <dt>${this.voice.name(name)}</dt>
          <dd><ul>${traits.map(said)} ${stability == null ? nothing : said(stability)}</ul></dd>
        </div>`,
      )}
    </dl>`;
  }

  #kinds(features: readonly { name: string }[]): Kind[] {
    return features.map(({ name }) => ({ name: this.voice.feature(name), fuller: this.voice.fuller(name) }));
  }

  #numbers({ help, ...numbers }: Explained) {
    return html`
      <div class="stack tight">
        <h3>${numbers.title}</h3>
        <p class="small muted">${help}</p>
        ${numbersTable(this, numbers)}
      </div>
    `;
  }
}
