/**
 * The engine as the page calls it. It owns the data worker and the compute workers, and remembers what the data worker
 * holds: each call brings it as far as the file and the recipe ask, and repeats nothing. After a panic a new worker starts
 * with nothing, so the next call replays everything from the file and the recipe.
 */

import type { CustomersView, Foresight, Recipe, SourceOptions, Stage, Summary } from "../generated/types.ts";
import { VALUES } from "../generated/vocabulary.ts";
import type {
  DataCalls,
  Found,
  JobKind,
  Outcome,
  SampleShop,
  Sheets,
  Task,
  Todo,
  Worded,
  WorkbookCalls,
} from "./api.ts";
import { Channel, Panic, type Remote } from "./channel.ts";
import { engineWasm, xlsxWasm } from "./embedded.ts";
import { faultOfFile, isFault, PANIC } from "./fault.ts";
import { Pool, stageOf } from "./pool.ts";
import { readingOnly } from "./sources.ts";

/** A file as the data worker holds it. */
interface HeldFile {
  file: File;
  /** The sheet asked for, of a workbook, and what there was to choose from. */
  sheet: string | null;
  workbook?: Sheets | undefined;
}

/** The decisions that something was made by. */
type Made = Pick<Job, "recipe" | "optOuts">;

/** What the data worker holds, and what it was made by. */
interface Held {
  files: readonly HeldFile[];
  /** The customers, and how they are shown. */
  customers?: { by: Made; view: CustomersView } | undefined;
  /** The analysis that is being made. */
  planned?: Made | undefined;
  /** The segments; they outlive the customers. */
  segments?: Made | undefined;
  /** The fits of the customers as they were before the last quarter. */
  before?: Made | undefined;
}

/** Files and what is to be done with them. */
export interface Job {
  files: readonly File[];
  recipe: Recipe;
  /** A list of customers who are left out, as bytes in any encoding. It is personal data, so no part of a recipe. */
  optOuts?: Uint8Array | undefined;
}

const NOTHING: Held = { files: [] };

/**
 * Milliseconds that a first look has the cores for itself: somebody waits for it, and with compute workers at work on all cores it takes half as
 * long again.
 */
const LOOK = 500;

/**
 * The engine. Calls must not overlap, save that a new one may begin once an earlier one was aborted, and that what it holds may be
 * looked at (`segments`), released and written at any time.
 */
export class Engine {
  #module: Promise<WebAssembly.Module> | undefined;
  #xlsx: Promise<WebAssembly.Module> | undefined;
  #data: Channel<DataCalls> | undefined;
  #pool: Pool | undefined;
  #held: Held = NOTHING;
  /** What was released before, as a document: it outlives a worker that dies. */
  #ledger: string | undefined;

  /** Compiles the engine ahead of the first call. */
  prepare(): void {
    this.#compiled().catch(() => {});
  }

  /** For each file the sheets of the workbook that it is, if it is one. */
  get workbooks(): readonly (Sheets | undefined)[] {
    return this.#held.files.map(({ workbook }) => workbook);
  }

  /** The sample shop as a file. */
  sample(shop: SampleShop, task: Task): Promise<File> {
    return this.#with((data) => data.sample([shop], task));
  }

  defaultRecipe(): Promise<Recipe> {
    return this.#with((data) => data.defaultRecipe([]));
  }

  recipeFromJson(json: string): Promise<Recipe> {
    return this.#with((data) => data.recipeFromJson([json]));
  }

  /** The recipe in a model document. Segments keep the numbers of the model's. */
  openModel(json: string): Promise<Recipe> {
    return this.#with((data) => data.openModel([json]));
  }

  /** Numbers the next segments by the visible rule, whatever there was before. */
  async forgetNumbers(): Promise<void> {
    if (this.#data !== undefined && !this.#data.dead) await this.#with((data) => data.forgetNumbers([]));
  }

  /** Whether the segments that it holds are the job's, so that to release or write them takes no work. */
  async holds(job: Job): Promise<boolean> {
    return isAtLeast("show", await this.#segmentsFor(job));
  }

  /** From which stage on the segments that it holds do not answer a job; nothing where they do. */
  async #segmentsFor(job: Job): Promise<Stage | undefined> {
    const { files, segments } = this.#held;
    const same =
      files.length === job.files.length && files.every(({ file }, place) => file === job.files[place]);
    return this.#data?.dead === false && same ? this.#difference(segments, job) : "inspect";
  }

  /** The first stage of a job that something which was made does not answer; nothing where it answers all of them. */
  async #difference(by: Made | undefined, { recipe, optOuts }: Job): Promise<Stage | undefined> {
    if (by === undefined) return "inspect";
    if (by.optOuts !== optOuts) return "customers";
    if (by.recipe === recipe) return undefined;
    return this.#with((data) => data.firstDifference([by.recipe, recipe]));
  }

  /** What a recipe made for one file decides of each of several. */
  sourceOptions(job: Job, task: Task): Promise<SourceOptions[]> {
    return this.#with(async (data) => {
      await this.#inspected(data, job, task);
      return data.sourceOptions([job.recipe], task);
    });
  }

  /** What each file is, as the recipe corrects it. */
  inspections(job: Job, task: Task): Promise<Found[]> {
    return this.#with(async (data) => {
      await this.#inspected(data, job, task);
      return data.inspections([job.recipe], task);
    });
  }

  /** The customers of the files. */
  customers(job: Job, task: Task): Promise<CustomersView> {
    return this.#with((data) => this.#read(data, job, task));
  }

  /**
   * Makes the segments that the recipe asks for; `onLook` hears that there is something to see before they are settled, and has all cores for itself for a
   * while.
   */
  analyse(job: Job, task: Task, onLook: () => Promise<void>): Promise<void> {
    return this.#with((data) => this.#analysed(data, job, task, onLook));
  }

  /**
   * The job's segments under the names that its recipe gives, though it may not be known yet how firmly they come back; a first look
   * while they are made, nothing before there is one.
   */
  async segments(job: Job, task: Task): Promise<Outcome | undefined> {
    if (isAtLeast("advise", await this.#segmentsFor(job)))
      return this.#with((data) => data.view([job.recipe], task));
    if (!isAtLeast("advise", await this.#difference(this.#held.planned, job))) return undefined;
    return this.#with((data) => data.preview([job.recipe], task));
  }

  /** How much of the last quarter segments would have told; nothing where the file does not span a year. */
  foresight(job: Job, task: Task): Promise<Foresight | undefined> {
    return this.#with(async (data) => {
      await this.#analysed(data, job, task);
      if (!isAtLeast("judge", await this.#difference(this.#held.before, job))) {
        const plan = await this.#planned(data, "before", job, task);
        if (plan === undefined) return undefined;
        this.#held = { ...this.#held, before: undefined };
        await this.#pooled(task, (pool) => this.#computed(data, plan, pool, task, ({ fitted }) => fitted));
        await data.finish([], task);
        this.#held = { ...this.#held, before: job };
      }
      return data.foretell([job.recipe], task);
    });
  }

  /** What was released before, as a document. */
  get ledger(): string | undefined {
    return this.#ledger;
  }

  /** Takes another ledger. */
  async openLedger(json: string): Promise<{ releases: number }> {
    const releases = await this.#with((data) => data.openLedger([json]));
    this.#ledger = json;
    return { releases };
  }

  /** How many releases the ledger remembers; nothing where there is none. */
  async releases(): Promise<{ releases: number } | undefined> {
    const ledger = this.#ledger;
    if (ledger === undefined) return undefined;
    return { releases: await this.#with((data) => data.openLedger([ledger])) };
  }

  /** Forgets what was released before. */
  forgetLedger(): void {
    this.#ledger = undefined;
  }

  /** What would leave, beside what was released before. */
  release(job: Job, language: string, task: Task): Promise<Summary> {
    return this.#with(async (data) => {
      if (!isAtLeast("advise", await this.#segmentsFor(job))) await this.#analysed(data, job, task);
      return data.release([job.recipe, language, this.#ledger], task);
    });
  }

  /** The text of a document. What `leaves` is remembered as released, once whatever its format. */
  write(document: Worded, job: Job, language: string, leaves: boolean): Promise<string> {
    return this.#with(async (data) => {
      if (document.kind !== "recipe") await this.#analysed(data, job, {});
      const { text, ledger } = await data.write([document, job.recipe, language, this.#ledger]);
      if (leaves && ledger !== undefined) this.#ledger = ledger;
      return text;
    });
  }

  /** Forgets the file and all that was made of it, what was released, and ends every worker. */
  clear(): void {
    this.#ledger = undefined;
    this.#data?.terminate();
    this.#pool?.terminate();
    this.#data = undefined;
    this.#held = NOTHING;
  }

  async #inspected(data: Remote<DataCalls>, { files, recipe }: Job, task: Task): Promise<void> {
    const sheet = (place: number) => readingOnly(recipe, place, files.length).reading.sheet ?? null;
    const known = this.#held.files;
    const isKnown = (file: File, place: number) =>
      known[place]?.file === file && known[place].sheet === sheet(place);
    if (known.length === files.length && files.every(isKnown)) return;
    const changed = files.findIndex((file, place) => !isKnown(file, place));
    // Fewer files than before, and none of them new.
    const first = changed < 0 ? files.length - 1 : changed;
    this.#held = { files: known.slice(0, first) };
    for (let place = first; place < files.length; place++) {
      const file = files[place] as File;
      const inspected = await this.#inspect(data, file, place, sheet(place), task).catch((reason) => {
        throw files.length > 1 ? faultOfFile(reason, file, place) : reason;
      });
      this.#held = { files: [...this.#held.files, inspected] };
    }
  }

  async #inspect(
    data: Remote<DataCalls>,
    file: File,
    place: number,
    sheet: string | null,
    task: Task,
  ): Promise<HeldFile> {
    try {
      await data.inspect([file, false, place], task);
      return { file, sheet };
    } catch (reason) {
      if (!isFault(reason) || reason.key !== "spreadsheet-file") throw reason;
      const { csv, workbook } = await this.#unpacked(file, sheet, task);
      await data.inspect([csv, true, place], task);
      return { file, sheet, workbook };
    }
  }

  /** A workbook's sheet as CSV. Its worker goes as soon as that is there: an unpacked workbook takes much memory. */
  async #unpacked(file: File, sheet: string | null, task: Task): Promise<{ csv: File; workbook: Sheets }> {
    this.#xlsx ??= WebAssembly.compile(xlsxWasm());
    const worker = new Channel<WorkbookCalls>("workbook", await this.#xlsx);
    const stop = () => worker.terminate();
    task.signal?.addEventListener("abort", stop, { once: true });
    try {
      const opened = await worker.calls.open([file], task);
      const workbook = { ...opened, sheet: sheet ?? opened.sheet };
      const csv = await worker.calls.csv([workbook.sheet], task);
      if (csv === undefined) throw new DOMException("cancelled", "AbortError");
      return { csv, workbook };
    } finally {
      task.signal?.removeEventListener("abort", stop);
      worker.terminate();
    }
  }

  async #read(data: Remote<DataCalls>, job: Job, task: Task): Promise<CustomersView> {
    await this.#inspected(data, job, task);
    const held = this.#held.customers;
    const stage = await this.#difference(held?.by, job);
    if (held !== undefined && isAtLeast("features", stage)) {
      const view = isAtLeast("fit", stage) ? held.view : await data.look([job.recipe], task);
      this.#held = { ...this.#held, customers: { by: job, view } };
      return view;
    }
    // Until the answer is here, what the worker holds is not known: an aborted call may still have ended well.
    const { files, segments, before } = this.#held;
    const inspected = { files, segments, before };
    this.#held = inspected;
    const view = await data.read([job.recipe, job.optOuts], task);
    if (view === undefined) throw new DOMException("cancelled", "AbortError");
    this.#held = { ...inspected, customers: { by: job, view } };
    return view;
  }

  async #analysed(
    data: Remote<DataCalls>,
    job: Job,
    task: Task,
    onLook?: () => Promise<void>,
  ): Promise<void> {
    const stage = await this.#segmentsFor(job);
    if (isAtLeast("show", stage)) return;
    let look = onLook;
    const lookOnce = async () => {
      const looking = look?.();
      look = undefined;
      if (looking !== undefined) await Promise.race([looking, passed(LOOK)]);
      task.signal?.throwIfAborted();
      return false;
    };
    // What is asked for is there, though not all that there is to know of it.
    if (isAtLeast("advise", stage)) await lookOnce();
    const again = isAtLeast("fit", stage);
    if (!again) await this.#read(data, job, task);
    const plan = await this.#planned(data, again ? "again" : "anew", job, task);
    if (plan === undefined) return;
    this.#held = { ...this.#held, planned: job };
    await this.#pooled(task, (pool) => this.#computed(data, plan, pool, task, lookOnce));
    const { before } = this.#held;
    this.#held = { ...this.#held, planned: undefined, segments: undefined, before: undefined };
    await data.finish([], task);
    this.#held = { ...this.#held, segments: job, before: again ? before : undefined };
  }

  /** Plans a job; nothing where there is nothing to be made. */
  async #planned(data: Remote<DataCalls>, kind: JobKind, job: Job, task: Task): Promise<Todo | undefined> {
    this.#held = { ...this.#held, planned: undefined };
    const plan = await data.plan([kind, job.recipe, job.optOuts], task);
    if (plan === undefined) throw new DOMException("cancelled", "AbortError");
    return plan === false ? undefined : plan;
  }

  /** Runs a plan stage by stage; after each, `enough` may say that nothing more is wanted. */
  async #computed(
    data: Remote<DataCalls>,
    plan: Todo,
    pool: Pool,
    task: Task,
    enough: (next: Todo) => boolean | Promise<boolean>,
  ): Promise<void> {
    let todo: Todo | undefined = plan;
    let before = 0;
    let part = 0;
    while (todo !== undefined && todo.units.length > 0) {
      const { units, work, total }: Todo = todo;
      const stage = stageOf(units);
      let done = before;
      // What is known of the whole grows on the way; what was said to be done stays done.
      const tell = () => {
        part = Math.max(part, Math.min(1, done / total));
        task.onProgress?.({ stage, done: part, total: 1 });
      };
      tell();
      const onDone = (unit: number) => {
        done += work[unit] ?? 0;
        tell();
      };
      const partials = await pool.run({ ...onMatrix(data, plan, task), units, onDone });
      before = done;
      todo = await data.merge([partials], task);
      if (todo !== undefined && (await enough(todo))) return;
    }
  }

  /** Computes with the pool. An abort ends its workers, also while they wait for the next stage. */
  async #pooled<Result>(task: Task, use: (pool: Pool) => Promise<Result>): Promise<Result> {
    this.#pool ??= new Pool(await this.#compiled());
    const pool = this.#pool;
    const stop = () => pool.terminate();
    task.signal?.addEventListener("abort", stop, { once: true });
    try {
      task.signal?.throwIfAborted();
      return await use(pool);
    } finally {
      task.signal?.removeEventListener("abort", stop);
    }
  }

  /** Runs calls on the data worker, a new one where there is none. */
  async #with<Result>(use: (data: Remote<DataCalls>) => Promise<Result>): Promise<Result> {
    const module = await this.#compiled();
    if (this.#data === undefined || this.#data.dead) {
      this.#held = NOTHING;
      this.#data = new Channel("data", module);
    }
    try {
      return await use(this.#data.calls);
    } catch (reason) {
      if (reason instanceof Panic) throw { key: PANIC };
      throw reason;
    }
  }

  #compiled(): Promise<WebAssembly.Module> {
    this.#module ??= WebAssembly.compile(engineWasm());
    return this.#module;
  }
}

/** What work on a plan's matrix asks for, whatever the units. */
function onMatrix(data: Remote<DataCalls>, plan: Todo, task: Task) {
  const piece = (from: number, room: Float64Array<ArrayBuffer>) =>
    data.piece([from, room], task, [room.buffer]);
  return { plan, piece, signal: task.signal };
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Whether a difference leaves all stages before this one as they are. */
function isAtLeast(stage: Stage, difference: Stage | undefined): boolean {
  return difference === undefined || VALUES.Stage.indexOf(difference) >= VALUES.Stage.indexOf(stage);
}
