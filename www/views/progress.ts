/** What is going on, how far it is, and the way to stop it. It floats, so that nothing moves when it comes and goes. */

import { css, html, nothing } from "lit";
import { progressBar } from "./bars.ts";
import { PassingView } from "./view.ts";

export class ProgressView extends PassingView {
  static override styles = [
    ...[PassingView.styles].flat(),
    css`
      .panel {
        position: fixed;
        inset-block-end: var(--space-4);
        inset-inline: var(--space-4);
        z-index: 3;
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--space-1) var(--space-4);
        max-width: 560px;
        margin-inline: auto;
        padding: var(--space-3) var(--space-4);
        background: var(--paper);
        border: 1px solid var(--hairline);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
        /* What is done at once needs no announcement. */
        animation: appear 1ms 200ms both;
      }

      progress {
        grid-column: 1;
        width: 100%;
        height: 6px;
        appearance: none;
        border: 0;
        border-radius: 3px;
        overflow: hidden;
        background: var(--hairline);
        color: var(--accent);
      }

      progress::-webkit-progress-bar {
        background: var(--hairline);
      }

      progress::-webkit-progress-value {
        background: var(--accent);
      }

      progress::-moz-progress-bar {
        background: var(--accent);
      }

      button {
        grid-column: 2;
        grid-row: 1 / span 2;
      }

      @keyframes appear {
        from {
          visibility: hidden;
        }
      }

      @media print {
        .panel {
          display: none;
        }
      }
    `,
  ];

  protected override get follows() {
    return "work" as const;
  }

  override render() {
    const { work } = this.state;
    if (work === undefined) return nothing;
    const sentence =
      work === "starting"
        ? this.say("page-loading")
        : this.say(`page-${work.stage}`, {
            ...work,
            percent: Math.floor((100 * work.done) / Math.max(work.total, 1)),
          });
    return html`
      <div class="panel" role="group" aria-label=${this.say("page-progress")}>
        <span class="small" id="what">${sentence}</span>
        ${progressBar("what", work === "starting" ? undefined : work)}
        <button @click=${() => this.store.cancel()}>${this.say("page-cancel")}</button>
      </div>
    `;
  }
}
