/** The sign that nothing leaves, beside words that say so. */

import { html, type TemplateResult } from "lit";

export function padlock(size: number): TemplateResult {
  return html`<svg viewBox="0 0 16 16" width=${size} height=${size} aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
    <rect x="3" y="7" width="10" height="7" rx="1.5" fill="currentColor" stroke="none" />
    <path d="M5 7V5a3 3 0 0 1 6 0v2" />
  </svg>`;
}
