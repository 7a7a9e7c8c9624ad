/**
 * What the page and its workers say to each other: types only. The documents' types are generated from the engine's own
 * (`cargo xtask types`).
 */

import type {
  CustomersView,
  Foresight,
  Inspection,
  MapView,
  Matrix,
  Partial,
  Recipe,
  SegmentsView,
  Sheet,
  SourceKind,
  SourceOptions,
  Stage,
  Summary,
  Unit,
  Widths,
} from "../generated/types.ts";

/** What went wrong, as the engine says it: a key of the wording and its parameters. */
export interface Fault {
  key: string;
  params?: Record<string, unknown>;
}

/** What takes long enough to be told how far it has come. */
export type Phase = "unpacking" | "inspecting" | "reading" | "fitting" | "judging" | "drawing" | "weighing";

/** How far it has come: bytes while reading; while computing, part of the work of the whole job. */
export interface Progress {
  stage: Phase;
  done: number;
  total: number;
}

/** How a caller follows a call and stops it. */
export interface Task {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Units to run next, and about how much work each of them and the whole job is. */
export interface Todo {
  units: Unit[];
  work: Float64Array;
  total: number;
  /** Whether every number of segments has its best fit. */
  fitted: boolean;
}

/** Numbers of a matrix of customers × features that follow each other, row by row. */
export interface Piece {
  values: Float64Array<ArrayBuffer>;
  columns: number;
  /** Numbers of the matrix before these. */
  from: number;
  /** Numbers of the whole matrix. */
  numbers: number;
}

/**
 * What a job makes: segments, `anew` from the customers or `again` from where those that there are do not answer the recipe; or those of the
 * customers as they were `before` the last quarter.
 */
export type JobKind = "anew" | "again" | "before";

/** The segments, and the customers drawn on the map. */
export interface Outcome {
  segments: SegmentsView;
  map: MapView;
}

/** What can be saved. The last four are for internal use. */
export type Document = Worded | { kind: "ledger" };

/** What the engine writes; the ledger the page has as it is. */
export type Worded =
  | { kind: "recipe" }
  | { kind: "summary"; format: "json" | "csv" | "html" }
  | { kind: "model" }
  | { kind: "assignments" }
  | { kind: "audience"; segment: number };

/** A document, and where it leaves, the ledger that remembers so. */
export interface Written {
  text: string;
  ledger?: string;
}

/** A shop that does not exist: the same seed gives the same shop. */
export interface SampleShop {
  customers: number;
  seed: number;
  /** Name of the file. */
  name: string;
}

/** The sheets of a workbook that hold anything, and which of them is read. */
export interface Sheets {
  sheets: Sheet[];
  sheet: string;
}

/** What the workbook worker does. It lives for one workbook, and only while that is unpacked. */
export interface WorkbookCalls {
  /** Opens a workbook; the sheet named in the answer is the one to read unless somebody chooses. */
  open(file: File): Promise<Sheets>;
  /** One sheet as CSV; nothing when it was cancelled. */
  csv(sheet: string): Promise<File | undefined>;
}

/** What pass 1 found in a file, and what it is taken for among several. */
export interface Found {
  inspection: Inspection;
  kind: SourceKind | undefined;
}

/** What the data worker does. It holds what it made: a file's inspection, its customers, the analysis, the segments. */
export interface DataCalls {
  /** The sample shop, of any size, as a file. */
  sample(shop: SampleShop): Promise<File>;
  /** The recipe of somebody who has decided nothing. */
  defaultRecipe(): Recipe;
  recipeFromJson(json: string): Recipe;
  /** The recipe in a model; segments keep the numbers of the model's. */
  openModel(json: string): Recipe;
  /** Numbers the next segments as if there had been none before. */
  forgetNumbers(): void;
  /**
   * Pass 1, over a file or over what a workbook's sheet was written as. The file takes its place among several; with the
   * first, what was made of earlier files is gone.
   */
  inspect(file: File, workbook: boolean, place: number): Promise<void>;
  /** What a recipe made for one file decides of each of several. */
  sourceOptions(recipe: Recipe): SourceOptions[];
  /** What pass 1 found in each file, as the recipe corrects it. */
  inspections(recipe: Recipe): Found[];
  /** Pass 2, without the customers on a list, as bytes in any encoding; nothing when it was cancelled. */
  read(recipe: Recipe, optOuts: Uint8Array | undefined): Promise<CustomersView | undefined>;
  /** The customers read before, under another choice of features. */
  look(recipe: Recipe): CustomersView;
  /** The first stage of a job whose answer may differ between two recipes; nothing where there is none. */
  firstDifference(one: Recipe, other: Recipe): Stage | undefined;
  /**
   * Plans a job; `merge`, until nothing is left to be done, and `finish` follow. Those before the last quarter are of a file that is read once
   * more: nothing when that was cancelled, and false where there is no such quarter.
   */
  plan(kind: JobKind, recipe: Recipe, optOuts: Uint8Array | undefined): Promise<Todo | false | undefined>;
  /** A copy of the numbers that come after the first `from` in the matrix of the plan, as many as there is room for; it takes that room. */
  piece(from: number, room: Float64Array<ArrayBuffer>): Piece;
  /** Takes the partials of a stage in unit order; what is to be done next, or nothing when that was the last. */
  merge(partials: Partial[]): Todo | undefined;
  /** A first look at the segments that are being made; nothing before there is any, and when they are made. */
  preview(recipe: Recipe): Outcome | undefined;
  /** Keeps what the job made. Of segments made anew nothing is known of the quarter before them any more. */
  finish(): void;
  view(recipe: Recipe): Outcome;
  /** How much of the last quarter segments would have told. */
  foretell(recipe: Recipe): Foresight | undefined;
  /** How many releases a ledger remembers. */
  openLedger(json: string): number;
  /** What would leave, beside what the ledger says was released before. */
  release(recipe: Recipe, language: string, ledger: string | undefined): Summary;
  write(document: Worded, recipe: Recipe, language: string, ledger: string | undefined): Written;
}

/** What a compute worker does. */
export interface ComputeCalls {
  /** Takes the next piece of a matrix, the first in place of an earlier matrix, and hands its room back. */
  load(piece: Piece): Float64Array<ArrayBuffer>;
  run(unit: Unit): Partial;
  /** Makes what fits look at; the bytes of the worker's memory. What follows is for the bench. */
  prepare(): number;
  /** Takes the ports to all others who hold the same matrix, in the order of their places; the first place is 0. */
  meet(place: number, ports: MessagePort[]): void;
  /**
   * One fit from given centroids (row-major), together with whoever was met: asked of all at once. One that cannot be shared is the
   * first one's, and nothing the others'.
   */
  fit(start: Float64Array<ArrayBuffer>, columns: number): Promise<Fitted | undefined>;
  /** Silhouettes of some rows against all others, for each solution. */
  silhouettes(from: number, to: number, solutions: Matrix[]): Widths[];
}

/** A worker's share of a fit. */
export interface Fitted {
  /** The nearest centroid of each of its customers; 0 for those of other workers. */
  labels: Uint8Array<ArrayBuffer>;
  /** Of each of its parts of the customers. */
  inertias: Float64Array;
  iterations: number;
}

/** What a worker is for. A workbook's gets the workbooks' module, the others the engine's. */
export type WorkerRole = "data" | "compute" | "workbook";

/** To a worker. The first message starts it; each call is answered under its number. */
export type ToWorker =
  | { start: WorkerRole; module: WebAssembly.Module }
  | { id: number; call: string; values: unknown[] }
  | { cancel: number };

/** What the content policy stopped in a worker: of a `SecurityPolicyViolationEvent` what the page has to know. */
export interface Violation {
  blockedURI: string;
  effectiveDirective: string;
}

/** From a worker. After `panic` it answers nothing any more. */
export type FromWorker =
  | { violation: Violation }
  | { id: number; result: unknown }
  | { id: number; fault: Fault }
  | { id: number; progress: Progress }
  | { id: number; panic: string };
