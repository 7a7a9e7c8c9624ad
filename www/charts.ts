/** Charts on a canvas: the only importer of the charts' wasm. */

import { chartsWasm } from "./engine/embedded.ts";
import init, * as charts from "./generated/charts.js";
import type {
  Bars,
  Correlogram,
  Curves,
  Dendrogram,
  Heatmap,
  Histogram,
  Mark,
  Scatter,
} from "./generated/types.ts";

/** A canvas and how it is to be drawn on: sizes in CSS pixels, and the device's pixels to one of them. */
export interface Sheet {
  canvas: HTMLCanvasElement;
  width: number;
  height: number;
  ratio: number;
  theme: "light" | "dark";
}

/** Draws a chart and returns its marks. */
export type Draw = (sheet: Sheet) => Mark[];

let ready: Promise<unknown> | undefined;
let loaded = false;

/** Makes the charts ready; the first chart on the page asks for it. */
export async function loadCharts(): Promise<void> {
  ready ??= init({ module_or_path: chartsWasm() });
  await ready;
  loaded = true;
}

/** Whether a chart can be drawn at once. */
export function chartsLoaded(): boolean {
  return loaded;
}

/** The customers, a point each. */
export function scatter(x: number[], y: number[], labels: number[], options: Scatter): Draw {
  const columns = [Float64Array.from(x), Float64Array.from(y), Uint32Array.from(labels)] as const;
  return ({ canvas, width, height, ratio, theme }) =>
    charts.scatter(canvas, width, height, ratio, ...columns, options, theme);
}

/** Measures over the number of segments. */
export function curves(data: Curves): Draw {
  return ({ canvas, width, height, ratio, theme }) =>
    charts.curves(canvas, width, height, ratio, data, theme);
}

/** The top of a hierarchy. */
export function dendrogram(data: Dendrogram): Draw {
  return ({ canvas, width, height, ratio, theme }) =>
    charts.dendrogram(canvas, width, height, ratio, data, theme);
}

/** Segments by features. */
export function heatmap(data: Heatmap): Draw {
  return ({ canvas, width, height, ratio, theme }) =>
    charts.heatmap(canvas, width, height, ratio, data, theme);
}

/** How the values of one feature are spread. */
export function histogram(data: Histogram): Draw {
  return ({ canvas, width, height, ratio, theme }) =>
    charts.histogram(canvas, width, height, ratio, data, theme);
}

/** A value for each name, in their order. */
export function bars(data: Bars): Draw {
  return ({ canvas, width, height, ratio, theme }) => charts.bars(canvas, width, height, ratio, data, theme);
}

/** Which features say the same. */
export function correlogram(data: Correlogram): Draw {
  return ({ canvas, width, height, ratio, theme }) =>
    charts.correlogram(canvas, width, height, ratio, data, theme);
}
