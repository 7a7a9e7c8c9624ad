/** A segment at a glance: name, size, what it brings, what sets it apart. */

import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { withName } from "../recipes.ts";
import type { FeatureProfile, Segment, Statement } from "../store.ts";
import { shareBar, shareBars } from "./bars.ts";
import { firmness, isDoubtful, type Look, marker, nameOf, tones } from "./looks.ts";
import { View } from "./view.ts";

/** Features pictured on a card. */
const PICTURED = 6;
/** Standard deviations that fill half a profile bar. */
const FULL = 2;

export class Card extends View {
  static override styles = [
    ...[View.styles].flat(),
    tones,
    shareBars,
    css`
      article.card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
        border-inline-start: 4px solid var(--tone);
        padding: var(--space-3) var(--space-4) var(--space-4);
      }

      .name {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      ringfence-field {
        flex: 1;
        min-width: 0;
        margin-inline-start: calc(-1 * var(--space-1));
        font-size: var(--text-xl);
        font-weight: 650;
        line-height: 1.2;
        hyphens: auto;
      }

      @media (max-width: 480px) {
        ringfence-field {
          font-size: var(--text-l);
        }
      }

      .shares {
        display: grid;
        grid-template-columns: max-content minmax(60px, 1fr);
        align-items: center;
        gap: var(--space-1) var(--space-3);
        font-size: var(--text-m);
      }

      .fill {
        fill: var(--tone);
      }

      .traits li {
        padding-block: 2px;
      }

      .profile {
        display: grid;
        grid-template-columns: minmax(0, max-content) minmax(80px, 1fr);
        gap: 2px var(--space-3);
        font-size: var(--text-s);
        color: var(--muted);
      }

      .profile svg {
        width: 100%;
        height: 14px;
      }

      .firm.doubtful {
        padding: var(--space-1) var(--space-3);
        border-inline-start: 3px solid var(--warning);
        background: var(--warning-wash);
      }

      .axis {
        stroke: var(--edge);
        stroke-width: 1;
      }
    `,
  ];

  @property({ attribute: false }) segment!: Segment;
  @property({ attribute: false }) look!: Look;
  /** How firmly it comes back, once that is known. */
  @property({ attribute: false }) stability: Statement | undefined;
  /** Number of segments this is one of. */
  @property({ type: Number }) k = 0;

  override render() {
    const { segment, look } = this;
    const name = nameOf(this.voice, segment);
    const meaning = segment.given == null ? this.voice.ifAny(`${segment.suggested.key}-meaning`) : undefined;
    return html`
      <article class="card ${look.tone}" aria-label=${name}>
        <div class="name">
          ${marker(look)}
          <ringfence-field
            .voice=${this.voice}
            .value=${name}
            .label=${this.say("page-rename", { segment: name })}
            @commit=${({ detail }: CustomEvent<string>) => this.#name(detail)}
          ></ringfence-field>
          ${
            segment.given == null
              ? nothing
              : html`<button class="quiet" @click=${() => this.#name("")}>${this.say("page-suggested-name")}</button>`
          }
        </div>
        ${meaning === undefined ? nothing : html`<p>${meaning}</p>`}
        <div class="shares">
          <span>${this.say("segment-size", { count: segment.size, share: segment.share })}</span>
          ${shareBar(segment.share)}
          ${
            segment.revenueShare == null
              ? nothing
              : html`<span>${this.say("segment-revenue-share", { share: segment.revenueShare })}</span>
                  ${shareBar(segment.revenueShare)}`
          }
        </div>
        ${this.stability === undefined ? nothing : this.#firm(this.stability)}
        <ul class="traits small">
          ${segment.traits.map((trait) => html`<li>${this.voice.state(trait)}</li>`)}
        </ul>
        <div class="profile" aria-hidden="true">${segment.features.slice(0, PICTURED).map((one) => this.#profile(one))}</div>
      </article>
    `;
  }

  /** How far a feature lies from everyone: a bar to the left or right of the middle. */
  #profile({ name, effect }: FeatureProfile) {
    const length = Math.min(Math.abs(effect) / FULL, 1) * 50;
    return html`
      <span>${this.voice.feature(name)}</span>
      <svg viewBox="0 0 100 14" preserveAspectRatio="none">
        <rect class="fill" x=${effect < 0 ? 50 - length : 50} y="3" width=${length} height="8" />
        <path class="axis" d="M50 0v14" vector-effect="non-scaling-stroke" />
      </svg>
    `;
  }

  #firm(stability: Statement) {
    return html`<p class="small firm ${isDoubtful(stability) ? "doubtful" : ""}">
      <strong>${firmness(this.voice, stability)}.</strong> ${this.voice.state(stability)}
    </p>`;
  }

  #name(name: string) {
    void this.store.change(withName(this.k, this.segment.number, name));
  }
}
