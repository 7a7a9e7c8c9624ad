/**
 * The engine as the page calls it. It owns the data worker and the compute workers, and remembers what the data worker
 * holds: each call brings it as far as the file and the recipe ask, and repeats nothing. After a panic a new worker starts
 * with nothing, so the next call replays everything from the file and the recipe.
 */

import type { CustomersView, Inspection, Recipe, Summary } from "../generated/types.ts";
import type {
  DataCalls,
  Document,
  Fault,
  Outcome,
  Progress,
  SampleShop,
  Sheets,
  Task,
  WorkbookCalls,
} from "./api.ts";
import { Channel, Panic, type Remote } from "./channel.ts";
import { engineWasm, xlsxWasm } from "./embedded.ts";
import { Pool, stageOf } from "./pool.ts";

/** What the data worker holds, and what it was made from. */
interface Held {
  file?: File | undefined;
  /** The sheet asked for, of a workbook, and what there was to choose from. */
  sheet?: string | null | undefined;
  workbook?: Sheets | undefined;
  /** Key of the reading that gave the customers. */
  reading?: string | undefined;
  customers?: CustomersView | undefined;
  /** Key of the features under which the customers are shown. */
  look?: string | undefined;
  /** Key of the analysis that gave the segments; they outlive the customers. */
  analysis?: string | undefined;
}

/** A file and what is to be done with it. */
export interface Job {
  file: File;
  recipe: Recipe;
}

/** The engine. Calls must not overlap, save that a new one may begin once an earlier one was aborted. */
export class Engine {
  #module: Promise<WebAssembly.Module> | undefined;
  #xlsx: Promise<WebAssembly.Module> | undefined;
  #data: Channel<DataCalls> | undefined;
  #pool: Pool | undefined;
  #held: Held = {};

  /** Compiles the engine ahead of the first call. */
  prepare(): void {
    this.#compiled().catch(() => {});
  }

  /** The sheets of the workbook that the file is, if it is one. */
  get workbook(): Sheets | undefined {
    return this.#held.workbook;
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

  /** What the file is, as the recipe corrects it. */
  inspection(job: Job, task: Task): Promise<Inspection> {
    return this.#with(async (data) => {
      await this.#inspected(data, job, task);
      return data.inspection([job.recipe], task);
    });
  }

  /** The customers of the file. */
  customers(job: Job, task: Task): Promise<CustomersView> {
    return this.#with((data) => this.#read(data, job, task));
  }

  /** The segments that the recipe asks for. */
  segments(job: Job, task: Task): Promise<Outcome> {
    return this.#with(async (data) => {
      await this.#analysed(data, job, task);
      return data.view([job.recipe], task);
    });
  }

  /** What would leave. */
  release(job: Job, language: string, task: Task): Promise<Summary> {
    return this.#with(async (data) => {
      await this.#analysed(data, job, task);
      return data.release([job.recipe, language], task);
    });
  }

  /** The text of a document to save. */
  write(document: Document, job: Job, language: string, task: Task): Promise<string> {
    return this.#with(async (data) => {
      if (document.kind !== "recipe") await this.#analysed(data, job, task);
      return data.write([document, job.recipe, language], task);
    });
  }

  /** Forgets the file and all that was made of it, and ends every worker. */
  clear(): void {
    this.#data?.terminate();
    this.#pool?.terminate();
    this.#data = undefined;
    this.#held = {};
  }

  async #inspected(data: Remote<DataCalls>, { file, recipe }: Job, task: Task): Promise<void> {
    const sheet = recipe.reading.sheet ?? null;
    if (this.#held.file === file && this.#held.sheet === sheet) return;
    this.#held = {};
    try {
      await data.inspect([file, false], task);
      this.#held = { file, sheet };
    } catch (reason) {
      if ((reason as Fault).key !== "spreadsheet-file") throw reason;
      const { csv, workbook } = await this.#unpacked(file, sheet, task);
      await data.inspect([csv, true], task);
      this.#held = { file, sheet, workbook };
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
    const key = readingKey(job.recipe);
    const look = JSON.stringify(job.recipe.features);
    if (this.#held.customers !== undefined && this.#held.reading === key) {
      if (this.#held.look === look) return this.#held.customers;
      const customers = await data.look([job.recipe], task);
      this.#held = { ...this.#held, look, customers };
      return customers;
    }
    // Until the answer is here, what the worker holds is not known: an aborted call may still have ended well.
    const { file, sheet, workbook, analysis } = this.#held;
    const inspected = { file, sheet, workbook, analysis };
    this.#held = inspected;
    const customers = await data.read([job.recipe], task);
    if (customers === undefined) throw new DOMException("cancelled", "AbortError");
    this.#held = { ...inspected, reading: key, look, customers };
    return customers;
  }

  async #analysed(data: Remote<DataCalls>, job: Job, task: Task): Promise<void> {
    const key = analysisKey(job.recipe);
    if (this.#held.file === job.file && this.#held.analysis === key) return;
    await this.#read(data, job, task);
    this.#pool ??= new Pool(await this.#compiled());
    const plan = await data.plan([job.recipe], task);
    let units: typeof plan.units | undefined = plan.units;
    while (units !== undefined && units.length > 0) {
      const progress: Progress = { stage: stageOf(units), done: 0, total: units.length };
      task.onProgress?.(progress);
      const partials = await this.#pool.run(plan, units, task.signal, (done) =>
        task.onProgress?.({ ...progress, done }),
      );
      units = await data.merge([partials], task);
    }
    this.#held = { ...this.#held, analysis: undefined };
    await data.finish([], task);
    this.#held = { ...this.#held, analysis: key };
  }

  /** Runs calls on the data worker, a new one where there is none. */
  async #with<Result>(use: (data: Remote<DataCalls>) => Promise<Result>): Promise<Result> {
    const module = await this.#compiled();
    if (this.#data === undefined || this.#data.dead) {
      this.#held = {};
      this.#data = new Channel("data", module);
    }
    try {
      return await use(this.#data.calls);
    } catch (reason) {
      if (reason instanceof Panic) throw { key: "engine-panicked" };
      throw reason;
    }
  }

  #compiled(): Promise<WebAssembly.Module> {
    this.#module ??= WebAssembly.compile(engineWasm());
    return this.#module;
  }
}

/** What of a recipe decides how the file is read; as it changes, the file is read again. */
function readingKey({ reading, features, cleaning }: Recipe): string {
  return JSON.stringify([reading, features.referenceDay, features.bands, cleaning]);
}

/** What of a recipe decides the fits. A number of segments among those tried anyway needs no new fit. */
function analysisKey(recipe: Recipe): string {
  const { k, maxK } = recipe.choose;
  const beyond = k != null && k > maxK ? k : null;
  return JSON.stringify([readingKey(recipe), recipe.features, recipe.fit, maxK, beyond]);
}
