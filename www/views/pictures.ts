/** Three small pictures of what one gets, drawn from made-up numbers. */

import { css, html, svg, type TemplateResult } from "lit";

/** A picture and the key of its sentence. */
interface Picture {
  key: string;
  picture: TemplateResult;
}

/** Points of one group: a spiral of the golden angle fills a disc evenly. */
function group(x: number, y: number, count: number, spread: number, tone: number) {
  const points = Array.from({ length: count }, (_, at) => {
    const angle = at * 2.39996;
    const radius = spread * Math.sqrt(at + 0.5);
    return svg`<circle cx=${(x + radius * Math.cos(angle)).toFixed(1)} cy=${(y + radius * Math.sin(angle)).toFixed(1)} r="2.4" />`;
  });
  const ring = (spread * Math.sqrt(count) + 7).toFixed(1);
  return svg`<g class="s${tone}">${points}<circle class="ring" cx=${x} cy=${y} r=${ring} /></g>`;
}

/** Strength of each cell of the profile picture, in quarters. */
const CELLS = [
  [4, 3, 4],
  [2, 4, 1],
  [1, -2, 2],
  [-3, -4, -2],
];

function cell(value: number, row: number, column: number) {
  const side = value < 0 ? "below" : "above";
  return svg`<rect class=${side} x=${78 + column * 46} y=${18 + row * 27} width="42" height="23" rx="2" opacity=${Math.abs(value) / 4} />`;
}

function bar(row: number) {
  return svg`<rect class="s${[5, 1, 4, 2][row]}" x="26" y=${24 + row * 27} width=${[40, 30, 36, 24][row]} height="11" rx="2" />`;
}

function line(row: number) {
  return svg`<g>
    <path class="tick" d="M74 ${47 + row * 20}l4 4 7-8" />
    <rect class="text" x="96" y=${45 + row * 20} width=${[78, 64, 84][row]} height="5" rx="2" />
  </g>`;
}

/** What stands under the first step. */
export const pictures: readonly Picture[] = [
  {
    key: "page-get-segments",
    picture: frame(svg`
      ${group(72, 58, 26, 5.2, 5)} ${group(164, 40, 13, 4.8, 1)} ${group(178, 104, 18, 4.8, 4)}`),
  },
  {
    key: "page-get-charts",
    picture: frame(svg`
      ${CELLS.map((_, row) => bar(row))}
      ${CELLS.flatMap((values, row) => values.map((value, column) => cell(value, row, column)))}`),
  },
  {
    key: "page-get-summary",
    picture: frame(svg`
      <path class="sheet" d="M56 14h100l28 28v90H56z" />
      <path class="fold" d="M156 14v28h28" />
      <rect class="text" x="74" y="26" width="60" height="7" rx="2" />
      ${[0, 1, 2].map(line)}
      <g class="s5"><circle class="ring" cx="120" cy="116" r="7" /></g>`),
  },
];

function frame(content: TemplateResult<2>): TemplateResult {
  return html`<svg class="picture" viewBox="0 0 240 144" aria-hidden="true">${content}</svg>`;
}

export const picturesSheet = css`
  .picture {
    width: 100%;
    background: var(--paper);
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
  }

  .picture .s1 { fill: var(--segment-1); --tone: var(--segment-1); }
  .picture .s2 { fill: var(--segment-2); --tone: var(--segment-2); }
  .picture .s4 { fill: var(--segment-4); --tone: var(--segment-4); }
  .picture .s5 { fill: var(--segment-5); --tone: var(--segment-5); }

  .picture .ring {
    fill: none;
    stroke: var(--tone);
    stroke-width: 1.5;
  }

  .picture .above { fill: var(--segment-5); }
  .picture .below { fill: var(--segment-1); }
  .picture .text { fill: var(--hairline); }

  .picture .sheet,
  .picture .fold,
  .picture .tick {
    fill: none;
    stroke: var(--edge);
    stroke-width: 1.5;
  }

  .picture .tick {
    stroke: var(--accent);
    stroke-width: 2;
  }
`;
