/** Bars: how far something has come, and how large a share is. */

import { css, html, nothing, svg, type TemplateResult } from "lit";
import type { Progress } from "../store.ts";

/** How far the work has come, where that is known; `labelledby` is the id of the text that says what it is. */
export function progressBar(labelledby: string, at: Progress | undefined): TemplateResult {
  return html`<progress
    aria-labelledby=${labelledby}
    value=${at?.done ?? nothing}
    max=${at === undefined ? nothing : Math.max(at.total, 1)}
  ></progress>`;
}

/** A share of 1, for the eye only. `style` says what fills it. */
export function shareBar(share: number, style = "fill"): TemplateResult {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return html`<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="8" rx="1" /><rect class=${style} width=${width} height="8" rx="1" />`}
  </svg>`;
}

export const shareBars = css`
  .share {
    display: block;
    width: 100%;
    height: 8px;
  }

  .track {
    fill: var(--hairline);
  }
`;

/** What the two colours of a chart stand for, for the eye only: the chart's own words say it of each mark. */
export function scale(below: string, above: string): TemplateResult {
  return html`<p class="scale tiny muted" aria-hidden="true">
    <span class="below"></span>${below} <span class="above"></span>${above}
  </p>`;
}

export const scales = css`
  .scale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }

  .scale span {
    width: 28px;
    height: 12px;
    border-radius: 2px;
    background: var(--below);
  }

  .scale .above {
    margin-inline-start: var(--space-4);
    background: var(--above);
  }
`;
