/** The segments side by side: how far each is from everyone, and its typical values. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { type Draw, heatmap } from "../charts.ts";
import type { FeatureProfile, Mark, Segment } from "../store.ts";
import { scale, scales } from "./bars.ts";
import { looks, marker, nameOf, tones } from "./looks.ts";
import { Part } from "./view.ts";

/** A segment and one of its features. */
interface Cell {
  segment: Segment;
  feature: FeatureProfile;
}

export class Profiles extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    tones,
    scales,
    css`
      ringfence-chart {
        --chart-height: clamp(220px, calc(var(--rows, 4) * 40px + 130px), 560px);
      }

      .named {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 14ch;
      }
    `,
  ];

  @property({ attribute: false }) segments!: readonly Segment[];
  @property() theme: "light" | "dark" = "light";

  override updated(): void {
    // Through the object model: the content policy allows no style in markup.
    this.style.setProperty("--rows", String(this.segments.length));
  }

  override render() {
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-profiles")}</h2>
        <ringfence-chart
          .voice=${this.voice}
          .theme=${this.theme}
          .heading=${this.#finding()}
          .explanation=${this.say("chart-profile-subtitle")}
          .draw=${guard([this.segments, this.voice], () => this.#draw())}
          .columns=${[this.say("chart-segment"), this.say("page-feature"), this.say("page-median")]}
          .read=${this.#read}
        >
          ${scale(this.say("chart-profile-scale-low"), this.say("chart-profile-scale-high"))}
        </ringfence-chart>
        ${this.#table()}
      </section>
    `;
  }

  #table() {
    const all = looks(this.segments);
    const features = this.segments[0]?.features ?? [];
    const revenue = this.segments.some(({ revenueShare }) => revenueShare != null);
    return html`
      <div class="scroll" role="region" aria-labelledby="table-title" tabindex="0">
        <table>
          <caption id="table-title">${this.say("page-profile-table")}</caption>
          <thead>
            <tr>
              <th scope="col">${this.say("chart-segment")}</th>
              <th scope="col" class="number">${this.say("chart-customers")}</th>
              <th scope="col" class="number">${this.say("page-share-of-customers")}</th>
              ${revenue ? html`<th scope="col" class="number">${this.say("page-share-of-revenue")}</th>` : nothing}
              ${features.map(({ name }) => html`<th scope="col" class="number">${this.voice.feature(name)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.segments.map((segment, at) => {
              const look = all[at];
              return html`<tr>
                <th scope="row"><span class="named">${look && marker(look)} ${nameOf(this.voice, segment)}</span></th>
                <td class="number">${this.voice.count(segment.size)}</td>
                <td class="number">${this.voice.share(segment.share)}</td>
                ${revenue ? html`<td class="number">${this.voice.share(segment.revenueShare ?? 0)}</td>` : nothing}
                ${segment.features.map(
                  ({ name, median }) =>
                    html`<td class="number">${this.#orNone(median, (own) => this.voice.quantity(name, own))}</td>`,
                )}
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    `;
  }

  /** A value in words, or that nobody has one. */
  #orNone(value: number | null, word: (value: number) => string): string {
    return value === null ? this.say("not-measured-mark") : word(value);
  }

  #cells(): Cell[] {
    return this.segments.flatMap((segment) => segment.features.map((feature) => ({ segment, feature })));
  }

  /** The cell that is farthest from everyone. */
  #finding(): string {
    const cells = this.#cells();
    const strength = ({ feature }: Cell) => Math.abs(feature.effect);
    const most = cells.reduce<Cell | undefined>((best, cell) => {
      return best === undefined || strength(cell) > strength(best) ? cell : best;
    }, undefined);
    if (most === undefined) return "";
    const { segment, feature } = most;
    const direction = feature.effect < 0 ? "low" : "high";
    return this.say("chart-profile-title", {
      segment: nameOf(this.voice, segment),
      feature: feature.name,
      direction,
    });
  }

  #draw(): Draw {
    const cells = this.#cells();
    return heatmap({
      segments: this.segments.map((segment) => ({ name: nameOf(this.voice, segment), size: segment.size })),
      columns: (this.segments[0]?.features ?? []).map(({ name }) => this.voice.feature(name)),
      z: cells.map(({ feature }) => feature.effect),
      texts: cells.map(({ feature }) => this.#orNone(feature.median, (own) => this.voice.significant(own))),
    });
  }

  readonly #read = ({ series, index, label, values }: Mark): string => {
    const segment = this.segments[series];
    const feature = segment?.features[index];
    if (segment === undefined || feature === undefined) return [label, ...values].join(", ");
    return this.say("chart-profile-mark", {
      segment: nameOf(this.voice, segment),
      feature: feature.name,
      value: feature.median,
      deviations: feature.effect,
    });
  };
}
