/**
 * The engine in a worker: the only importer of its wasm. The same script serves as the data worker, which holds what is
 * made of the file, as a compute worker, which holds a matrix, and as the worker that unpacks a workbook (`workbook.ts`).
 */

import {
  type Analysis,
  Anchor,
  Arriving,
  type Compute,
  type Customers,
  defaultRecipe,
  Files,
  firstDifference,
  type Inspected,
  Inspector,
  initSync,
  Leading,
  Ledger,
  Next,
  recipeFromJson,
  recipeOfModel,
  recipeToJson,
  SampleShop,
  type Segments,
} from "../generated/engine.js";
import type { Recipe, SourceKind } from "../generated/types.ts";
import type { ComputeCalls, DataCalls, Fitted, JobKind, Outcome, Todo, ToWorker, Violation } from "./api.ts";
import { isFault } from "./fault.ts";
import { breathe, type Context, post, type Served } from "./serving.ts";
import { readingOnly } from "./sources.ts";
import { stream } from "./streaming.ts";
import { type Crew, Line, workTogether } from "./together.ts";
import { workbookCalls } from "./workbook.ts";

let calls: Record<string, (context: Context, ...values: never[]) => unknown> = {};
const running = new Map<number, Context>();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("start" in data) {
    calls = { ...begin(data) };
  } else if ("cancel" in data) {
    const context = running.get(data.cancel);
    if (context !== undefined) context.cancelled = true;
  } else {
    void answer({ id: data.id, cancelled: false, handedOver: [] }, data.call, data.values);
  }
};

// The page counts what it tries to fetch, and does not hear of what is stopped in here.
self.addEventListener("securitypolicyviolation", (event) => {
  const { blockedURI, effectiveDirective } = event as Event & Violation;
  post({ violation: { blockedURI, effectiveDirective } });
});

/** The calls of a worker's role, on its own instance of the module. */
function begin({ start, module }: Extract<ToWorker, { start: unknown }>) {
  if (start === "workbook") return workbookCalls(module);
  const { memory } = initSync({ module });
  return start === "data" ? dataCalls() : computeCalls(memory);
}

async function answer(context: Context, name: string, values: unknown[]): Promise<void> {
  const { id } = context;
  running.set(id, context);
  try {
    const call = calls[name];
    if (call === undefined) throw new TypeError(`there is no call ${name}`);
    const result = await call(context, ...(values as never[]));
    post({ id, result }, context.handedOver);
  } catch (reason) {
    post(isFault(reason) ? { id, fault: reason } : { id, panic: String(reason) });
  } finally {
    running.delete(id);
  }
}

function computeCalls(memory: WebAssembly.Memory): Served<ComputeCalls> {
  let compute: Compute | undefined;
  let arriving: Arriving | undefined;
  let crew: Crew = { place: 0, lines: [] };
  const loaded = () => {
    if (compute === undefined) throw new TypeError("no matrix is loaded");
    return compute;
  };
  /** This worker's share, where the fit can be cut into parts for all and no segment loses everybody. */
  const share = async (compute: Compute, start: Float64Array, columns: number) => {
    const [k, others] = [start.length / columns, crew.lines.length];
    if (others === 0 || compute.parts(k) <= others) return undefined;
    const leading = new Leading(start, columns);
    try {
      return await workTogether(compute, leading, Next, crew, start, k);
    } finally {
      leading.free();
    }
  };
  return {
    load(context, { values, columns, from, numbers }) {
      if (from === 0) {
        compute = free(compute);
        arriving = new Arriving(columns, numbers);
      }
      const matrix = made(arriving);
      matrix.take(values);
      if (from + values.length === numbers) {
        // The engine takes the handle, whatever comes of it.
        arriving = undefined;
        compute = matrix.compute();
      }
      context.handedOver.push(values.buffer);
      return values;
    },
    run(_, unit) {
      return loaded().run(unit);
    },
    prepare() {
      loaded().prepare();
      return memory.buffer.byteLength;
    },
    meet(_, place, ports) {
      crew = { place, lines: ports.map((port) => new Line(port)) };
    },
    async fit(context, start, columns) {
      const compute = loaded();
      const fitted =
        (await share(compute, start, columns)) ?? (crew.place === 0 ? alone(compute, start) : undefined);
      if (fitted !== undefined) context.handedOver.push(fitted.labels.buffer);
      return fitted;
    },
    silhouettes(_, from, to, solutions) {
      return loaded().silhouettes(from, to, solutions);
    },
  };
}

function alone(compute: Compute, start: Float64Array): Fitted {
  const fitted = compute.fit(start);
  const { inertia, iterations } = fitted;
  const labels = fitted.labels() as Uint8Array<ArrayBuffer>;
  fitted.free();
  return { labels, inertias: Float64Array.of(inertia), iterations };
}

/** Each handle is replaced only when the next one is whole, so a call that is cancelled or fails changes nothing. */
function dataCalls(): Served<DataCalls> {
  let files: Opened[] = [];
  let customers: Customers | undefined;
  let analysis: Analysis | undefined;
  let segments: Segments | undefined;
  // The fits of the customers as they were before the last quarter.
  let before: Segments | undefined;
  // Whose numbers the next segments keep.
  let anchor: Anchor | undefined;

  // What the analysis makes.
  let kind: JobKind = "anew";

  return {
    async sample(context, { customers, seed, name }) {
      const shop = new SampleShop(customers, seed);
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      for (let chunk = shop.next(); chunk !== undefined; chunk = shop.next()) {
        chunks.push(chunk as Uint8Array<ArrayBuffer>);
        if (chunks.length % 64 === 0) await breathe();
        if (context.cancelled) break;
      }
      shop.free();
      return new File(chunks, name, { type: "text/csv" });
    },

    defaultRecipe: () => defaultRecipe(),
    recipeFromJson: (_, json) => recipeFromJson(json),

    openModel(_, json) {
      const recipe = recipeOfModel(json);
      anchor?.free();
      anchor = Anchor.ofModel(json);
      return recipe;
    },

    forgetNumbers() {
      anchor = free(anchor);
    },

    async inspect(context, opened, workbook, place) {
      const inspector = workbook ? Inspector.forWorkbook() : new Inspector();
      const whole = await stream(context, opened, "inspecting", inspector);
      if (!whole) return;
      const next = inspector.finish();
      [customers, analysis, segments, before] = [
        free(customers),
        free(analysis),
        free(segments),
        free(before),
      ];
      for (const { inspected } of files.slice(place)) inspected.free();
      files = [...files.slice(0, place), { file: opened, inspected: next }];
    },

    sourceOptions: (_, recipe) => ofAll(files, (all) => all.sourceOptions(recipe)),

    inspections(_, recipe) {
      const kinds = files.length > 1 ? kindsOf(files, recipe) : [];
      return files.map(({ inspected }, place) => {
        const [kind, own] = [kinds[place], readingOnly(recipe, place, files.length)];
        if (kind === undefined) return { inspection: inspected.view(own), kind };
        return { inspection: inspected.viewOfPart(kind === "customers", own), kind };
      });
    },

    async read(context, recipe, optOuts) {
      const next = await readAll(context, files, recipe, optOuts);
      if (next === undefined) return;
      customers?.free();
      customers = next;
      return customers.view(recipe);
    },

    look: (_, recipe) => made(customers).view(recipe),

    firstDifference: (_, one, other) => firstDifference(one, other),

    async plan(context, asked, recipe, optOuts) {
      let next: Analysis;
      if (asked === "before") {
        const earlier = made(segments).foresightRecipe(recipe);
        if (earlier === undefined) return false;
        const then = await readAll(context, files, earlier, optOuts);
        if (then === undefined) return undefined;
        try {
          next = then.analyse(earlier);
        } finally {
          then.free();
        }
      } else {
        next = asked === "again" ? made(segments).again(recipe) : made(customers).analyse(recipe);
        if (anchor !== undefined) next.keepNumbers(anchor);
      }
      analysis?.free();
      [analysis, kind] = [next, asked];
      return todo(next, next.nextStage() ?? []);
    },

    piece(context, from, { buffer }) {
      const whose = made(analysis);
      const count = whose.copyNumbers(from, new Float64Array(buffer));
      context.handedOver.push(buffer);
      const values = new Float64Array(buffer, 0, count);
      return { values, columns: whose.columns(), from, numbers: whose.numbers() };
    },

    merge(_, partials) {
      const current = made(analysis);
      current.merge(partials);
      const units = current.nextStage();
      return units === undefined ? undefined : todo(current, units);
    },

    preview(_, recipe) {
      const look = analysis?.preview();
      if (look === undefined) return undefined;
      const outcome = { segments: look.view(recipe), map: look.map(recipe) };
      look.free();
      return outcome;
    },

    finish() {
      const current = made(analysis);
      if (kind === "before") {
        before?.free();
        before = current.preview();
        analysis = free(analysis);
        return;
      }
      // The engine takes the handle, whatever comes of it.
      analysis = undefined;
      const next = current.finish();
      segments?.free();
      segments = next;
      if (kind === "anew") before = free(before);
      anchor?.free();
      anchor = segments.anchor();
    },

    view: (_, recipe): Outcome => ({
      segments: made(segments).view(recipe),
      map: made(segments).map(recipe),
    }),

    foretell: (_, recipe) => made(segments).foretell(made(before), recipe) ?? undefined,

    openLedger(_, json) {
      const ledger = Ledger.ofJson(json);
      const releases = ledger.releases();
      ledger.free();
      return releases;
    },

    release(_, recipe, language, ledger) {
      const held = ledgerOf(made(segments), ledger);
      try {
        const shareable = made(segments).release(recipe, held);
        const summary = shareable.view(language);
        shareable.free();
        return summary;
      } finally {
        held.free();
      }
    },

    write(_, document, recipe, language, ledger) {
      switch (document.kind) {
        case "recipe":
          return { text: segments === undefined ? recipeToJson(recipe) : segments.recipeJson(recipe) };
        case "model":
          return { text: made(segments).modelJson(recipe) };
        case "assignments":
          return { text: made(segments).assignmentsCsv(recipe, language) };
        case "audience":
          return { text: made(segments).audienceCsv(recipe, document.segment) };
        case "summary": {
          const held = ledgerOf(made(segments), ledger);
          try {
            const shareable = made(segments).release(recipe, held);
            const text = shareable[document.format](language);
            shareable.record(held);
            shareable.free();
            return { text, ledger: held.json() };
          } finally {
            held.free();
          }
        }
      }
    },
  };
}

/** The ledger as the page keeps it; where there is none, one begins with these customers. */
function ledgerOf(segments: Segments, json: string | undefined): Ledger {
  return json === undefined ? segments.ledger() : Ledger.ofJson(json);
}

/** A file and what pass 1 found in it. */
interface Opened {
  file: File;
  inspected: Inspected;
}

/** What the files are taken for. That nothing can be made of them is said when they are read. */
function kindsOf(files: readonly Opened[], recipe: Recipe): SourceKind[] {
  try {
    return ofAll(files, (all) => all.kinds(recipe));
  } catch {
    return [];
  }
}

/** What is to be done next. */
function todo(analysis: Analysis, units: Todo["units"]): Todo {
  return { units, work: analysis.work(), total: analysis.totalWork(), fitted: analysis.fitted() };
}

/** The customers of all files; nothing when it was cancelled. */
async function readAll(context: Context, files: readonly Opened[], recipe: Recipe, optOuts?: Uint8Array) {
  const reader = ofAll(files, (all) => all.read(recipe, optOuts));
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0;
  for (const place of reader.order()) {
    const { file } = made(files[place]);
    reader.begin(place);
    if (!(await stream(context, file, "reading", reader, before, total))) return undefined;
    reader.end();
    before += file.size;
  }
  return reader.finish();
}

/** What is to be known of all files together. */
function ofAll<Answer>(files: readonly Opened[], ask: (all: Files) => Answer): Answer {
  const all = new Files();
  try {
    for (const { inspected } of files) all.add(inspected);
    return ask(all);
  } finally {
    all.free();
  }
}

function free(handle: { free(): void } | undefined): undefined {
  handle?.free();
}

function made<Handle>(handle: Handle | undefined): Handle {
  if (handle === undefined) throw new TypeError("a step was left out");
  return handle;
}
