/** What was survived on the way: one quiet list. */

import { css, html } from "lit";
import { property } from "lit/decorators.js";
import type { About, Notice } from "../store.ts";
import type { Statement } from "../wording.ts";
import { Part } from "./view.ts";

export class Notices extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      li {
        padding-block: var(--space-1);
        padding-inline-start: var(--space-4);
        border-inline-start: 2px solid var(--hairline);
        max-width: 90ch;
      }
    `,
  ];

  @property({ attribute: false }) notices: readonly Notice[] = [];

  /** The files, where there are several: what is told of one names it. */
  @property({ attribute: false }) sources: readonly About[] = [];

  override render() {
    // A notice can come from both passes, in the same words.
    const sentences = [...new Set(this.notices.map((notice) => this.voice.state(this.#named(notice))))];
    return html`
      <section class="stack tight" aria-labelledby="title">
        <h2 id="title">${this.say("page-notices")}</h2>
        ${
          sentences.length === 0
            ? html`<p class="small muted">${this.say("page-no-notices")}</p>`
            : html`<ul class="stack tight small">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
        }
      </section>
    `;
  }

  #named(notice: Notice): Statement {
    if (notice.key !== "of-file") return notice;
    return { ...notice, params: { ...notice.params, name: this.sources[notice.params.file - 1]?.name } };
  }
}
