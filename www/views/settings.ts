/** The bar on top of the segments: how many, by which features, how prepared; undo and redo. */

import { css, html, nothing } from "lit";
import { FEWEST_SEGMENTS, VALUES } from "../generated/vocabulary.ts";
import type { Change } from "../history.ts";
import { withMethod, withNumber, withScale, withSeed, withTransform } from "../recipes.ts";
import type { Recipe, SegmentsView } from "../store.ts";
import { choice, choices, featureTick, menu } from "./choices.ts";
import { allFeatures, chosenFeatures } from "./chosen.ts";
import { View } from "./view.ts";

export class Settings extends View {
  static override styles = [
    ...[View.styles].flat(),
    choices,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--space-3) var(--space-6);
        padding: var(--space-3) var(--space-4);
      }

      .group {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        min-height: 36px;
      }

      .label {
        font-size: var(--text-m);
        font-weight: 550;
      }

      @media (max-width: 480px) {
        .group > .label {
          flex-basis: 100%;
        }
      }

      .history {
        margin-inline-start: auto;
      }

      details {
        font-size: var(--text-m);
      }

      details[open] {
        flex-basis: 100%;
      }

      .options {
        padding-block: var(--space-2);
      }

      @media print {
        :host {
          display: none;
        }
      }

      output {
        min-width: 3ch;
        text-align: center;
      }
    `,
  ];

  override render() {
    const { recipe, segments, canUndo, canRedo } = this.state;
    if (recipe === undefined) return nothing;
    return html`
      <section class="card bar" aria-label=${this.say("page-settings")}>
        ${segments === undefined ? nothing : this.#number(recipe, segments)} ${this.#features()}
        ${this.#preparation(recipe)} ${this.#method(recipe)}
        <div class="group history">
          <button class="icon" ?disabled=${!canUndo} title=${this.say("page-undo")} aria-label=${this.say("page-undo")} @click=${() => this.store.undo()}>
            ${arrow("M6 3L2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6")}
          </button>
          <button class="icon" ?disabled=${!canRedo} title=${this.say("page-redo")} aria-label=${this.say("page-redo")} @click=${() => this.store.redo()}>
            ${arrow("M10 3l3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10")}
          </button>
        </div>
      </section>
    `;
  }

  #number(recipe: Recipe, { evidence, advisedK: advised, settled, k: shown }: SegmentsView) {
    const advisedK = settled ? advised : null;
    const k = recipe.choose.k ?? shown;
    const most = Math.max(k, ...evidence.map((one) => one.k));
    const offers = Array.from({ length: most - FEWEST_SEGMENTS + 1 }, (_, at) => FEWEST_SEGMENTS + at);
    const step = (to: number) => void this.store.change(withNumber(to));
    const word = (offer: number) =>
      offer === advisedK ? this.say("page-number-is-advised", { k: offer }) : this.voice.count(offer);
    return html`
      <div class="group">
        <label class="label" for="number">${this.say("page-number")}</label>
        <button class="icon" ?disabled=${k <= FEWEST_SEGMENTS} aria-label=${this.say("page-fewer")} @click=${() => step(k - 1)}>−</button>
        ${menu({ id: "number", offers, chosen: k, choose: step, word })}
        <button class="icon" ?disabled=${k >= most} aria-label=${this.say("page-more-segments")} @click=${() => step(k + 1)}>+</button>
        ${
          recipe.choose.k != null && advisedK != null && k !== advisedK
            ? html`<button class="quiet" @click=${() => this.store.change(withNumber(null))}>
                ${this.say("page-number-auto")} (${advisedK})
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #features() {
    const [all, chosen] = [allFeatures(this.state), chosenFeatures(this.state)];
    return html`
      <details>
        <summary>${this.say("page-features-chosen", { chosen: chosen.length, all: all.length })}</summary>
        <fieldset>
          <legend class="sr">${this.say("page-features")}</legend>
          <div class="options">${all.map((name) => featureTick(this, name))}</div>
        </fieldset>
      </details>
    `;
  }

  #preparation({ features, fit }: Recipe) {
    return html`
      <details>
        <summary>${this.say("page-preparation")}</summary>
        <div class="options">
          ${this.#choice("page-transform", "transform", VALUES.TransformChoice, features.transform, withTransform)}
          ${this.#choice("page-scale", "scale", VALUES.ScaleChoice, features.scale, withScale)}
          <div>
            <span class="label" id="seed">${this.say("page-seed")}</span>
            <div class="group" role="group" aria-labelledby="seed">
              <button class="icon" ?disabled=${fit.seed === 0} aria-label=${this.say("page-seed-lower")} @click=${() => this.store.change(withSeed(fit.seed - 1))}>−</button>
              <output>${fit.seed}</output>
              <button class="icon" aria-label=${this.say("page-seed-higher")} @click=${() => this.store.change(withSeed(fit.seed + 1))}>+</button>
            </div>
          </div>
        </div>
      </details>
    `;
  }

  #method({ fit }: Recipe) {
    return html`
      <details>
        <summary>${this.say("page-method")}</summary>
        <div class="options">
          ${this.#choice("page-method-choose", "method", VALUES.Method, fit.method, withMethod)}
        </div>
        <p class="small muted">${this.say("page-method-help")}</p>
      </details>
    `;
  }

  #choice<Choice extends string>(
    label: string,
    kind: string,
    offers: readonly Choice[],
    chosen: Choice,
    change: (choice: Choice) => Change,
  ) {
    return choice(this.say(label), {
      offers,
      chosen,
      word: (offer) => this.voice.word(kind, offer),
      choose: (offer) => void this.store.change(change(offer)),
    });
  }
}

function arrow(path: string) {
  return html`<svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
    <path d=${path} />
  </svg>`;
}
