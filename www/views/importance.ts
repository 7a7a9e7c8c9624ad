/** What the segments owe to each feature, and which features are worth keeping. */

import { css, html, nothing } from "lit";
import { withFeatures } from "../recipes.ts";
import type { FeatureImportance, Importance } from "../store.ts";
import { chosenFeatures } from "./chosen.ts";
import { View } from "./view.ts";

export class ImportanceOfFeatures extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .why {
        min-width: 28ch;
        max-width: 56ch;
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const importance = this.state.segments?.importance;
    if (importance == null) return nothing;
    const suggested = importance.features.filter((feature) => feature.suggested).map(({ name }) => name);
    const chosen = chosenFeatures(this.state);
    const fewer = suggested.length > 0 && suggested.length < chosen.length;
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-importance")}</h2>
        <p class="small muted">${this.say("page-importance-help", { k: importance.k })}</p>
        <div class="scroll" role="region" aria-labelledby="title" tabindex="0">
          <table class="folding" aria-labelledby="title">
            <thead>
              <tr>
                <th scope="col">${this.say("page-feature")}</th>
                <th scope="col" class="number">${this.say("page-importance-explained")}</th>
                <th scope="col" class="number">${this.say("page-importance-permutation")}</th>
                <th scope="col">${this.say("page-importance-keep")}</th>
                <th scope="col">${this.say("page-importance-why")}</th>
              </tr>
            </thead>
            <tbody>${this.#sorted(importance).map((feature) => this.#row(feature))}</tbody>
          </table>
        </div>
        ${
          fewer
            ? html`<div>
                <button @click=${() => this.store.change(withFeatures(suggested))}>
                  ${this.say("page-importance-use", { count: suggested.length })}
                </button>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  /** The most telling first. */
  #sorted({ features }: Importance): FeatureImportance[] {
    return [...features].sort((one, other) => other.permutation - one.permutation);
  }

  #row({ name, explained, permutation, suggested, why }: FeatureImportance) {
    return html`
      <tr>
        <th scope="row">${this.voice.feature(name)}</th>
        <td class="number" data-label=${this.say("page-importance-explained")}>${this.voice.share(explained)}</td>
        <td class="number" data-label=${this.say("page-importance-permutation")}>${this.voice.number(permutation, 2)}</td>
        <td data-label=${this.say("page-importance-keep")}>${this.say(suggested ? "page-yes" : "page-no")}</td>
        <td class="why">${why.map((statement) => this.voice.state(statement)).join(" ")}</td>
      </tr>
    `;
  }
}
