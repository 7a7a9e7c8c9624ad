/** The summary at a glance: how many customers each segment has, what they bring, and their typical values. */

import { html } from "lit";
import { property } from "lit/decorators.js";
import type { Statement, Summary } from "../store.ts";
import { firmness } from "./looks.ts";
import { type Kind, numbersSheet, numbersTable } from "./numbers.ts";
import { ofKey, type Released, released, typical } from "./released.ts";
import { Part } from "./view.ts";

/** What is told of a segment, or of everyone, beside its features. */
interface Told {
  count: number;
  share: number;
  revenueShare?: number | null | undefined;
  /** Not known, and for everyone not asked. */
  stability?: Statement | null | undefined;
}

export class SummaryTable extends Part {
  static override styles = [...[Part.styles].flat(), numbersSheet];

  @property({ attribute: false }) summary!: Summary;
  /** Which features are yes/no columns. */
  @property({ attribute: false }) yesNo: readonly boolean[] = [];

  override render() {
    const { customers, segments, features, rules } = this.summary;
    const everyone = this.#told({ count: customers, share: 1, revenueShare: 1 });
    const rows = segments.map(({ name, size, features: own, ...told }) => ({
      name: this.voice.name(name),
      cells: [...this.#told({ ...told, count: size }), ...this.#typical(own)],
    }));
    const all = { name: this.say("chart-everyone"), cells: [...everyone, ...this.#typical(features)] };
    const about = ["rule-noise", "rule-rounding"].map((key) => ofKey(rules, key));
    return html`
      <div class="stack tight">
        ${numbersTable(this, {
          title: this.say("page-summary"),
          about: this.say("report-column-segment"),
          kinds: this.#kinds(),
          rows: [...rows, all],
          summed: true,
        })}
        <p class="small muted">${about.map((rule) => (rule === undefined ? "" : this.voice.state(rule))).join(" ")}</p>
      </div>
    `;
  }

  /** Whether shares of revenue are told, or held back. */
  get #revenue(): boolean {
    const { segments, heldBack } = this.summary;
    return (
      segments.some(({ revenueShare }) => revenueShare != null) ||
      ofKey(heldBack, "held-back-revenue") !== undefined
    );
  }

  get #firm(): boolean {
    return this.summary.segments.some(({ stability }) => stability != null);
  }

  #kinds(): Kind[] {
    const keys = [
      "report-column-customers",
      "report-column-share",
      ...(this.#revenue ? ["report-column-revenue"] : []),
      ...(this.#firm ? ["page-firmness"] : []),
    ];
    const features = this.summary.features.map(({ name }, at) => ({
      name: this.voice.feature(name),
      fuller: this.voice.fuller(name),
      note: this.say(this.yesNo[at] === true ? "page-share-yes" : "page-share-median"),
    }));
    return [...keys.map((key) => ({ name: this.say(key) })), ...features];
  }

  #told({ count, share, revenueShare, stability }: Told): Released[] {
    const exactly = (decimals: number) => (value: number) =>
      this.voice.percent(value, value === 1 ? 0 : decimals);
    return [
      this.voice.count(count),
      exactly(1)(share),
      ...(this.#revenue ? [released(revenueShare, exactly(0))] : []),
      ...(this.#firm
        ? [stability == null ? this.say("not-measured-mark") : firmness(this.voice, stability)]
        : []),
    ];
  }

  #typical(features: readonly { name: string; median: number | null; share: number | null }[]): Released[] {
    return features.map((feature, at) => typical(this.voice, feature, this.yesNo[at] === true));
  }
}
