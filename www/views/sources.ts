/** The files that are open: which one is looked at, what each of several is, and room for more. */

import { css, html, nothing } from "lit";
import { VALUES } from "../generated/vocabulary.ts";
import { withKind } from "../recipes.ts";
import type { SourceKind } from "../store.ts";
import { menu } from "./choices.ts";
import { askForFile, View } from "./view.ts";

export class Sources extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
      }
    `,
  ];

  override render() {
    const { sources, place, file } = this.state;
    if (file === undefined) return nothing;
    const several = sources.length > 1;
    return html`
      <div class="stack tight">
        ${
          several
            ? html`<p class="small muted">${this.say("page-sources-help")}</p>
                <ul class="stack tight" aria-label=${this.say("page-sources")}>
                  ${sources.map(
                    ({ name, kind }, at) => html`<li>
                      <button aria-pressed=${at === place} @click=${() => this.store.lookAt(at)}>${this.voice.name(name)}</button>
                      ${kind === undefined ? nothing : this.#kind(at, name, kind)}
                    </li>`,
                  )}
                </ul>`
            : nothing
        }
        <div><button class="quiet" @click=${() => askForFile(this, true)}>${this.say("page-sources-add")}</button></div>
      </div>
    `;
  }

  #kind(at: number, name: string, taken: SourceKind) {
    return menu({
      label: this.say("page-sources-kind", { file: name }),
      offers: VALUES.SourceKind,
      chosen: this.state.recipe?.sources?.[at]?.kind ?? taken,
      word: (kind) => this.voice.word("source", kind),
      choose: (kind) => void this.store.change(withKind(at, kind)),
    });
  }
}
