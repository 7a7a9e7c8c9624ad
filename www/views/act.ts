/** The fourth step: what each segment is, and the list of its customers for whoever has to write to them. */

import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Segment } from "../store.ts";
import { type Look, looks, marker, nameOf, tones } from "./looks.ts";
import { dimmed, View } from "./view.ts";

export class ActView extends View {
  static override styles = [
    ...[View.styles].flat(),
    tones,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr));
        gap: var(--space-6);
        align-items: start;
      }

      article.card {
        border-inline-start: 4px solid var(--tone);
      }

      h2 {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
    `,
    dimmed,
  ];

  override render() {
    const { segments, stale } = this.state;
    if (segments === undefined) return this.blank("page-act-title", "page-act-empty");
    const all = looks(segments.segments);
    return html`
      <div class="stack wide">
        <header class="stack">
          <div class="row spread">
            <h1 tabindex="-1">${this.say("page-act-title")}</h1>
            <a class="button primary" href="#share">${this.say("page-to-share")}</a>
          </div>
          <p class="muted">${this.say("page-act-lead")}</p>
          ${segments.certaintyTold == null ? nothing : html`<p>${this.voice.state(segments.certaintyTold)}</p>`}
          ${this.beforeChange()}
        </header>
        <div class="cards ${stale ? "stale" : ""}">
          ${repeat(
            segments.segments,
            ({ number }) => number,
            (segment, at) => this.#card(segment, all[at] as Look),
          )}
        </div>
      </div>
    `;
  }

  #card(segment: Segment, look: Look) {
    const name = nameOf(this.voice, segment);
    const meaning = this.voice.ifAny(`${segment.suggested.key}-meaning`);
    const rule = segment.given == null ? segment.namedBy : { key: "name-rule-user" };
    const named = rule == null ? undefined : this.voice.state(rule);
    return html`
      <article class="card stack ${look.tone}" aria-label=${name}>
        <header>
          <h2>${marker(look)} ${name}</h2>
          <p class="small muted">
            ${this.say("segment-size", { count: segment.size, share: segment.share })}${
              segment.revenueShare == null
                ? nothing
                : html` · ${this.say("segment-revenue-share", { share: segment.revenueShare })}`
            }
          </p>
        </header>
        ${meaning === undefined ? nothing : html`<p>${meaning}</p>`}
        <ul class="small stack tight">${segment.traits.map((trait) => html`<li>${this.voice.state(trait)}</li>`)}</ul>
        ${named === undefined ? nothing : html`<p class="tiny muted">${named}</p>`}
        <ringfence-internal
          .voice=${this.voice}
          .store=${this.store}
          .state=${this.state}
          .document=${{ kind: "audience", segment: segment.number }}
          .segment=${name}
        ></ringfence-internal>
      </article>
    `;
  }
}
