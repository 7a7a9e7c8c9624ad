/** The style of what stands around every step: the bar, the page, the cover while a file is dragged. */

import { css } from "lit";

export const frame = css`
  :host {
    min-height: 100vh;
    background: var(--desk);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-6);
    padding: var(--space-2) var(--space-6);
    background: var(--paper);
    border-block-end: 1px solid var(--hairline);
  }

  .brand {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 36px;
    color: var(--ink);
    font-weight: 650;
    text-decoration: none;
  }

  .brand svg {
    color: var(--accent);
  }

  nav {
    margin-inline: auto;
    overflow-x: auto;
    max-width: 100%;
  }

  ol {
    display: flex;
    font-size: var(--text-m);
  }

  li {
    display: flex;
    align-items: center;
  }

  li + li::before {
    content: "";
    width: clamp(6px, 2vw, 24px);
    height: 1px;
    background: var(--edge);
  }

  li a,
  li span {
    display: inline-flex;
    align-items: center;
    min-height: 36px;
    padding-inline: var(--space-3);
    border-radius: var(--radius);
    color: var(--muted);
    text-decoration: none;
    white-space: nowrap;
  }

  li.done a {
    color: var(--ink);
  }

  li a:hover {
    background: var(--accent-wash);
  }

  li [aria-current] {
    background: var(--accent-wash);
    color: var(--accent-text);
    font-weight: 650;
  }

  li span[aria-disabled] {
    opacity: 0.7;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }

  .tools select {
    min-height: 32px;
    border-color: transparent;
    background: transparent;
    font-size: var(--text-s);
  }

  .tools select:hover {
    border-color: var(--edge);
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    color: var(--muted);
    font-size: var(--text-s);
    white-space: nowrap;
  }

  .page {
    max-width: var(--page);
    margin-inline: auto;
    padding: var(--space-6) var(--space-6) var(--space-16);
  }

  main:focus {
    outline: none;
  }

  .skip {
    position: absolute;
    inset-block-start: -100px;
    inset-inline-start: var(--space-2);
    z-index: 4;
    padding: var(--space-2) var(--space-4);
    background: var(--paper);
  }

  .skip:focus {
    inset-block-start: var(--space-2);
  }

  .drop-cover {
    position: fixed;
    inset: 0;
    z-index: 5;
    display: grid;
    place-items: center;
    border: 4px dashed var(--accent);
    background: var(--accent-wash);
    color: var(--accent-text);
    font-size: var(--text-2xl);
    font-weight: 650;
    pointer-events: none;
  }

  .drop-cover[hidden] {
    display: none;
  }

  @media (max-width: 900px) {
    .bar {
      padding-inline: var(--space-4);
    }

    nav {
      order: 3;
      flex-basis: 100%;
      margin-inline: 0;
    }

    .tools {
      margin-inline-start: auto;
    }

    .page {
      padding-inline: var(--space-4);
    }
  }

  @media (max-width: 480px) {
    ol {
      flex-wrap: wrap;
      justify-content: space-between;
      font-size: var(--text-s);
    }

    li a,
    li span {
      padding-inline: var(--space-1);
    }

    li + li::before {
      display: none;
    }

    .brand span {
      display: none;
    }

    .tools {
      gap: var(--space-1);
    }

    .tools select {
      max-width: 96px;
      padding-inline: 0;
    }
  }

  @media print {
    :host {
      background: var(--paper);
    }

    .bar nav,
    .tools,
    .skip {
      display: none;
    }

    .page {
      padding: 0;
      max-width: none;
    }
  }
`;
