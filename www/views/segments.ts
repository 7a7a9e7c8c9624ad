/** The third step: the segments as cards, on the map, side by side, and why there are so many. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { type Draw, scatter } from "../charts.ts";
import { FEWEST_SEGMENTS } from "../generated/vocabulary.ts";
import { withNumber } from "../recipes.ts";
import type { MapView, Mark, SegmentsView } from "../store.ts";
import { isDoubtful, looks, nameOf } from "./looks.ts";
import { repeatedRows } from "./repeated.ts";
import { dimmed, View } from "./view.ts";

export class SegmentsStep extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-6);
      }

      .map {
        order: -1;
        --chart-height: clamp(300px, 60vw, 420px);
      }

      @media (min-width: 1000px) {
        .columns {
          grid-template-columns: minmax(360px, 5fr) minmax(0, 7fr);
          align-items: start;
        }

        .map {
          order: 1;
          position: sticky;
          inset-block-start: var(--space-4);
          --chart-height: clamp(420px, calc(100vh - 240px), 640px);
        }
      }
    `,
    dimmed,
  ];

  @property() theme: "light" | "dark" = "light";

  protected override get follows() {
    return "foretelling" as const;
  }

  override render() {
    const { segments, map, stale, foretelling, sources } = this.state;
    if (segments === undefined) return this.#empty();
    return html`
      <div class="stack wide">
        <header class="stack">
          <div class="row spread">
            <h1 tabindex="-1">${this.say("page-segments-title", { k: segments.k })}</h1>
            <a class="button primary" href="#act">${this.say("page-to-act")}</a>
          </div>
          <p class="muted">${this.#lead(segments)}</p>
          ${this.beforeChange()} ${this.#sure(segments)} ${this.#rows()}
          <ringfence-settings .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-settings>
        </header>
        <div class="stack wide ${stale ? "stale" : ""}">
          <div class="columns">
            ${this.#cards(segments)} ${map === undefined ? nothing : this.#map(segments, map)}
          </div>
          <ringfence-profiles .voice=${this.voice} .theme=${this.theme} .segments=${segments.segments}></ringfence-profiles>
          ${
            segments.settled
              ? html`<ringfence-number .voice=${this.voice} .store=${this.store} .state=${this.state} .theme=${this.theme}></ringfence-number>
          ${segments.foresight == null && foretelling === undefined ? nothing : html`<ringfence-foresight .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-foresight>`}
          <ringfence-opinion .voice=${this.voice} .theme=${this.theme} .segments=${segments}></ringfence-opinion>
          <ringfence-importance .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-importance>`
              : nothing
          }
          <ringfence-notices .voice=${this.voice} .notices=${segments.notices} .sources=${sources}></ringfence-notices>
        </div>
      </div>
    `;
  }

  #empty() {
    const { work, file, recipe } = this.state;
    const stopped = work === undefined && file !== undefined;
    return html`
      <div class="stack">
        <h1 tabindex="-1">${this.say("page-cards")}</h1>
        ${recipe === undefined ? nothing : html`<ringfence-settings .voice=${this.voice} .store=${this.store} .state=${this.state}></ringfence-settings>`}
        <p class="muted">${this.say(work === undefined ? "page-segments-empty" : "page-loading")}</p>
        ${stopped ? html`<div><button class="primary" @click=${() => this.store.retry()}>${this.say("page-to-segments")}</button></div>` : nothing}
      </div>
    `;
  }

  #lead({ customers, setAside, separation, days, advisedK, settled, certaintyTold }: SegmentsView): string {
    const sentences = [this.say("page-segments-lead", { customers })];
    if (settled && advisedK == null) sentences.push(this.say("advice-no-groups"));
    if (certaintyTold != null) sentences.push(this.voice.state(certaintyTold));
    const aside = setAside.netSpendNotPositive + setAside.missingValues;
    if (aside > 0) sentences.push(`${this.say("page-set-aside", { count: aside })}.`);
    sentences.push(
      this.say("page-segments-separated", {
        separation: this.voice.state(separation),
      }),
    );
    if (days != null) sentences.push(this.say("page-counted-to", { day: days[2] }));
    return sentences.join(" ");
  }

  /** That this is a first look, or which segments are doubtful. */
  #sure({ settled, segments, stability, k }: SegmentsView) {
    if (!settled) {
      return this.state.work === undefined
        ? html`<div class="note row spread" role="note">
            <p>${this.say("page-first-look-stopped")}</p>
            <button @click=${() => this.store.retry()}>${this.say("page-check-on")}</button>
          </div>`
        : html`<p class="note" role="note">${this.say("page-first-look")}</p>`;
    }
    const doubtful = segments.filter((_, at) => stability[at] !== undefined && isDoubtful(stability[at]));
    if (doubtful.length === 0) return nothing;
    const names = doubtful.map((segment) => nameOf(this.voice, segment)).join(", ");
    return html`<div class="note warning row spread" role="note">
      <p>${this.say("page-doubtful", { count: doubtful.length })} ${names}.</p>
      ${
        k <= FEWEST_SEGMENTS
          ? nothing
          : html`<button @click=${() => this.store.change(withNumber(k - 1))}>${this.say("page-one-fewer", { k: k - 1 })}</button>`
      }
    </div>`;
  }

  /** That rows are grouped, and what the summary makes of it. */
  #rows() {
    const rows = repeatedRows(this.state);
    if (rows === 0 || this.state.recipe?.features.repeated !== "keep") return nothing;
    return html`<p class="note warning" role="note">
      ${this.say("page-repeated-segments", { count: rows })} <a href="#look">${this.say("page-repeated-decide")}</a>
    </p>`;
  }

  #cards({ segments, k, stability }: SegmentsView) {
    const all = looks(segments);
    return html`
      <section class="stack" aria-label=${this.say("page-cards")}>
        ${repeat(
          segments,
          ({ number }) => number,
          (segment, at) => html`<ringfence-card
            .voice=${this.voice}
            .store=${this.store}
            .state=${this.state}
            .segment=${segment}
            .look=${all[at]}
            .stability=${stability[at]}
            .k=${k}
          ></ringfence-card>`,
        )}
        ${
          stability.length === 0
            ? nothing
            : html`<details class="small">
                <summary>${this.say("page-firmness")}</summary>
                <p class="muted">${this.say("page-stability-help")}</p>
              </details>`
        }
      </section>
    `;
  }

  #map(view: SegmentsView, map: MapView) {
    const { segments, k } = view;
    const shown = map.x.length;
    const sampled =
      shown < map.customers ? ` ${this.say("chart-map-sampled", { shown, customers: map.customers })}` : "";
    const share = map.explained[0] + map.explained[1];
    return html`
      <section class="card map" aria-label=${this.say("page-map")}>
        <ringfence-chart
          .voice=${this.voice}
          .theme=${this.theme}
          .heading=${this.say("chart-map-title", { k })}
          .explanation=${this.say("chart-map-subtitle", { share }) + sampled}
          .draw=${guard([view, map, this.voice], () => this.#draw(view, map))}
          .columns=${[this.say("chart-segment"), this.say("chart-customers"), this.say("page-map-centre-x"), this.say("page-map-centre-y")]}
          .rows=${guard([view, map, this.voice], () => this.#centres(view, map))}
          .read=${({ series, label }: Mark) => {
            const segment = segments[series];
            return this.say("chart-map-mark", {
              segment: segment === undefined ? label : nameOf(this.voice, segment),
            });
          }}
        ></ringfence-chart>
      </section>
    `;
  }

  #draw({ segments }: SegmentsView, { x, y, labels, explained }: MapView): Draw {
    return scatter(x, y, labels, {
      segments: segments.map((segment) => ({ name: nameOf(this.voice, segment), size: segment.size })),
      rest: this.say("name-rest"),
      xLabel: this.say("chart-map-x", { share: explained[0] }),
      yLabel: this.say("chart-map-y", { share: explained[1] }),
      format: this.voice.format,
    });
  }

  /** The map as a table: where the middle of each segment lies. A row for each customer would tell nobody anything. */
  #centres({ segments }: SegmentsView, { x, y, labels }: MapView): string[][] {
    return segments.map((segment, at) => {
      const mean = (values: readonly number[]) => {
        const own = values.filter((_, point) => labels[point] === at);
        return own.reduce((sum, value) => sum + value, 0) / Math.max(own.length, 1);
      };
      const name = nameOf(this.voice, segment);
      return [
        name,
        this.voice.count(segment.size),
        this.voice.number(mean(x), 2),
        this.voice.number(mean(y), 2),
      ];
    });
  }
}
