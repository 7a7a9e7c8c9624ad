/** How the values of a feature or a column are spread, as small as a word. Whoever does not see it reads the figures beside it. */

import { css, html, type PropertyValues } from "lit";
import { property, query } from "lit/decorators.js";
import { chartsLoaded, histogram, loadCharts } from "../charts.ts";
import { Part } from "./view.ts";

const WIDTH = 96;
const HEIGHT = 28;

export class Spread extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      canvas {
        display: block;
        width: 96px;
        height: 28px;
      }
    `,
  ];

  /** Customers, or rows, in each of bins of equal width, or of each kind. */
  @property({ attribute: false }) counts: readonly number[] = [];
  /** Bins there is room for; of fewer, none is wider for it. */
  @property({ attribute: false }) fewest = 0;
  @property() theme: "light" | "dark" = "light";
  @query("canvas") private canvas!: HTMLCanvasElement | null;

  override render() {
    return html`<canvas aria-hidden="true"></canvas>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("counts") && !changed.has("theme")) return;
    if (chartsLoaded()) this.#paint();
    else void loadCharts().then(() => this.#paint());
  }

  #paint(): void {
    const { canvas, counts, theme } = this;
    if (canvas === null || counts.length === 0) return;
    const bins = Math.max(counts.length, this.fewest);
    const data = {
      edges: Array.from({ length: bins + 1 }, (_, at) => at),
      counts: Array.from({ length: bins }, (_, at) => counts[at] ?? 0),
      bare: true,
      xLabel: "",
      yLabel: "",
      format: this.voice.format,
    };
    histogram(data)({ canvas, width: WIDTH, height: HEIGHT, ratio: devicePixelRatio, theme });
  }
}
