/** A chart on a canvas, what is read out of it, and its table. */

import { css, html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { chartsLoaded, type Draw, loadCharts } from "../charts.ts";
import type { Mark } from "../store.ts";
import { Part } from "./view.ts";

/** How near a pointer must come to a mark, in CSS pixels. */
const REACH = 8;

export class Chart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      figure {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }

      .frame {
        position: relative;
        height: var(--chart-height, 360px);
      }

      canvas {
        display: block;
        width: 100%;
        height: 100%;
        border-radius: 2px;
      }

      .cursor {
        position: absolute;
        inset-block-start: 0;
        inset-inline-start: 0;
        border: 2px solid var(--ink);
        border-radius: 3px;
        pointer-events: none;
      }

      .readout {
        min-height: 1.5em;
        flex: 1 1 240px;
      }

      @media print {
        .readout {
          display: none;
        }
      }

      .table {
        max-height: 420px;
        overflow: auto;
      }
    `,
  ];

  /** The finding. */
  @property() heading = "";
  /** What the chart shows. */
  @property() explanation = "";
  /** Draws it; a new function draws it anew. */
  @property({ attribute: false }) draw: Draw | undefined;
  @property() theme: "light" | "dark" = "light";
  /** Heads of the table: for the marks' labels, then for each of their values. */
  @property({ attribute: false }) columns: readonly string[] = [];
  /** Rows of the table where it is not the marks themselves. */
  @property({ attribute: false }) rows: readonly (readonly string[])[] | undefined;
  /** The sentence of a mark. */
  @property({ attribute: false }) read: (mark: Mark) => string = ({ label, values }) =>
    [label, ...values].join(", ");

  @state() private asTable = false;
  @state() private marks: readonly Mark[] = [];
  @state() private at = -1;
  @state() private broken = false;
  @query("canvas") private canvas!: HTMLCanvasElement | null;
  @query(".cursor") private cursor!: HTMLElement | null;

  readonly #resized = new ResizeObserver(() => this.#paint());
  readonly #rescaled = () => {
    this.#watchRatio();
    this.#paint();
  };
  #ratio: MediaQueryList | undefined;
  #observed: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watchRatio();
    if (!chartsLoaded()) void loadCharts().then(() => this.#paint());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#observed = null;
    this.#ratio?.removeEventListener("change", this.#rescaled);
  }

  override render() {
    const mark = this.marks[this.at];
    return html`
      <figure aria-labelledby="title">
        <figcaption>
          <h3 id="title">${this.heading}</h3>
          <p class="small muted">${this.explanation}</p>
          <slot></slot>
        </figcaption>
        ${
          this.asTable
            ? this.#table()
            : html`<div class="frame" ?hidden=${this.broken}>
                <canvas
                  role="img"
                  tabindex="0"
                  aria-label=${`${this.heading}. ${this.explanation}`}
                  aria-describedby="keys"
                  @keydown=${this.#key}
                  @pointermove=${this.#point}
                  @pointerleave=${() => this.#go(-1)}
                  @blur=${() => this.#go(-1)}
                ></canvas>
                <div class="cursor" ?hidden=${mark === undefined}></div>
              </div>`
        }
        <div class="row spread">
          <p class="small readout" id="keys" aria-live="polite">
            ${
              mark !== undefined
                ? this.read(mark)
                : html`<span class="muted">${
                    this.broken ? this.say("chart-empty") : this.asTable ? nothing : this.say("chart-keys")
                  }</span>`
            }
          </p>
          <button class="quiet" aria-pressed=${this.asTable} @click=${this.#toggle}>
            ${this.say(this.asTable ? "chart-as-chart" : "chart-as-table")}
          </button>
        </div>
      </figure>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    const frame = this.canvas?.parentElement ?? null;
    if (frame !== this.#observed) {
      this.#resized.disconnect();
      if (frame !== null) this.#resized.observe(frame);
      this.#observed = frame;
    }
    if (changed.has("draw") || changed.has("theme")) this.#paint();
    this.#placeCursor();
  }

  #table() {
    const rows = this.rows ?? this.marks.map(({ label, values }) => [label, ...values]);
    return html`
      <div class="table" role="region" aria-labelledby="title" tabindex="0">
        <table>
          <thead><tr>${this.columns.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>
            ${rows.map(
              ([label, ...values]) =>
                html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td>${value}</td>`)}</tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  /** Draws anew: the data, the theme, the size or the pixels have changed. */
  #paint(): void {
    const { canvas, draw } = this;
    const frame = canvas?.parentElement;
    if (!canvas || !frame || draw === undefined || !chartsLoaded() || frame.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = frame;
    try {
      this.marks = draw({ canvas, width, height, ratio: devicePixelRatio, theme: this.theme });
      this.broken = false;
    } catch {
      this.marks = [];
      this.broken = true;
    }
    if (this.at >= this.marks.length) this.at = -1;
    this.#placeCursor();
  }

  #placeCursor(): void {
    const mark = this.marks[this.at];
    if (mark === undefined || this.cursor === null) return;
    const [width, height] = [mark.halfWidth + 3, mark.halfHeight + 3];
    // Through the object model: the content policy allows no style in markup.
    const { style } = this.cursor;
    style.transform = `translate(${mark.x - width}px, ${mark.y - height}px)`;
    style.width = `${2 * width}px`;
    style.height = `${2 * height}px`;
  }

  #go(at: number): void {
    this.at = at;
  }

  #key(event: KeyboardEvent): void {
    const last = this.marks.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: this.at + 1,
      ArrowDown: this.at + 1,
      ArrowLeft: this.at < 0 ? last : this.at - 1,
      ArrowUp: this.at < 0 ? last : this.at - 1,
      Home: 0,
      End: last,
      PageDown: this.#nextSeries(),
      Escape: -1,
    };
    const move = moves[event.key];
    if (move === undefined || last < 0) return;
    event.preventDefault();
    this.#go(move < 0 ? -1 : Math.min(move, last));
  }

  /** The first mark of the next series. */
  #nextSeries(): number {
    const current = this.marks[this.at]?.series;
    const next = this.marks.findIndex(({ series }, at) => at > this.at && series !== current);
    return next < 0 ? this.marks.length - 1 : next;
  }

  #point({ offsetX, offsetY }: PointerEvent): void {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    this.marks.forEach(({ x, y, halfWidth, halfHeight }, at) => {
      const beyondX = Math.max(0, Math.abs(offsetX - x) - halfWidth);
      const beyondY = Math.max(0, Math.abs(offsetY - y) - halfHeight);
      const distance = Math.hypot(beyondX, beyondY) + Math.hypot(offsetX - x, offsetY - y) / 1e4;
      if (distance <= REACH && distance < least) [best, least] = [at, distance];
    });
    this.#go(best);
  }

  #toggle(): void {
    this.asTable = !this.asTable;
    this.at = -1;
  }

  #watchRatio(): void {
    this.#ratio?.removeEventListener("change", this.#rescaled);
    this.#ratio = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#ratio.addEventListener("change", this.#rescaled);
  }
}
