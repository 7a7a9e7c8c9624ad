/**
 * The page's one state: the file, the recipe with its history, and what the engine made of them. No DOM. Actions change
 * the recipe; the store brings the results up to date, and only the newest ones are ever shown.
 */

import type { Document, Fault, Progress, SampleShop, Sheets } from "./engine/api.ts";
import { Engine, type Job } from "./engine/client.ts";
import type {
  CustomersView,
  Inspection,
  MapView,
  Recipe,
  SegmentsView,
  SourceKind,
  Summary,
} from "./generated/types.ts";
import { type Change, History } from "./history.ts";
import { ofSource } from "./recipes.ts";

export type { Document, Fault, Progress, Sheets } from "./engine/api.ts";
export type * from "./generated/types.ts";

/** What the page shows. Replaced as a whole by every change. */
export interface State {
  /** The first file, by what may be said of it. */
  readonly file?: About | undefined;
  /** All files, what each is taken for among several, and what was found in it. */
  readonly sources: readonly Source[];
  /** The place of the file that is looked at: what `inspection` and `workbook` are about. */
  readonly place: number;
  /** Whether customers are left out who opted out. */
  readonly optedOut: boolean;
  readonly recipe?: Recipe | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What is going on; results still shown belong to an earlier recipe. */
  readonly work?: Progress | "starting" | undefined;
  /** The sheets to choose from, where the file is a workbook. */
  readonly workbook?: Sheets | undefined;
  readonly inspection?: Inspection | undefined;
  readonly customers?: CustomersView | undefined;
  readonly segments?: SegmentsView | undefined;
  readonly map?: MapView | undefined;
  /** What would leave, or why nothing may. */
  readonly summary?: Summary | undefined;
  readonly summaryFault?: Fault | undefined;
  /** How far the comparison with the last quarter is, or that it was stopped or is not possible; its outcome is part of `segments`. */
  readonly foretelling?: Progress | "starting" | "stopped" | "impossible" | undefined;
  /** What went wrong last. */
  readonly fault?: Fault | undefined;
  /** What was done last, for whoever cannot see it: a key of the wording. */
  readonly news?: Fault | undefined;
}

/** What may be said of a file. */
export interface About {
  readonly name: string;
  readonly size: number;
  readonly sample: boolean;
}

/** One of the files that are open. */
export interface Source extends About {
  readonly inspection?: Inspection | undefined;
  readonly kind?: SourceKind | undefined;
  readonly workbook?: Sheets | undefined;
}

const EMPTY: State = { canUndo: false, canRedo: false, sources: [], place: 0, optedOut: false };

export class Store {
  #state: State = EMPTY;
  readonly #listeners = new Set<(state: State) => void>();
  readonly #engine = new Engine();
  #history: History | undefined;
  #files: readonly File[] = [];
  #optOuts: Uint8Array | undefined;
  /** A recipe opened before there was a file. */
  #waiting: Recipe | undefined;
  /** The recipe that the results shown were made by. */
  #shown: Recipe | undefined;
  #running: AbortController | undefined;
  /** The comparison with the last quarter, which comes after everything else. */
  #foretelling: AbortController | undefined;
  /** A model was opened, whose numbers segments keep. */
  #ofModel = false;
  #language = "en";

  get state(): State {
    return this.#state;
  }

  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes ready what the first file will need. */
  prepare(): void {
    this.#engine.prepare();
  }

  /** Takes a recipe, or the files of a shop, which become one table. */
  async open(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    if (first.name.toLowerCase().endsWith(".json")) return this.openRecipe(first);
    await this.#begin(() => Promise.resolve(files), files.map(about));
  }

  /** Takes more files to those that are open; what was decided about these stays. */
  async add(files: readonly File[]): Promise<void> {
    const recipe = this.#history?.current;
    if (recipe === undefined || files.length === 0) return this.open(files);
    const sources = this.#files.length > 1 ? recipe.sources : [{ kind: null, reading: recipe.reading }];
    this.#waiting = { ...recipe, sources };
    const all = [...this.#files, ...files];
    await this.#begin(() => Promise.resolve(all), all.map(about));
  }

  /** Looks at another of the files. */
  lookAt(place: number): void {
    const { inspection, workbook } = this.#state.sources[place] ?? {};
    this.#set({ place, inspection, workbook });
  }

  /** Leaves out the customers on a list, as bytes in any encoding, or nobody any more. */
  async leaveOut(list: Uint8Array | undefined): Promise<void> {
    this.#optOuts = list;
    this.#set({ optedOut: list !== undefined });
    if (this.#history !== undefined) await this.#update();
  }

  /** Takes an invented shop instead of a file. */
  async openSample(shop: SampleShop): Promise<void> {
    await this.#begin(
      async (signal) => [await this.#engine.sample(shop, { signal })],
      [{ name: shop.name, size: 0, sample: true }],
    );
  }

  /** Takes a recipe document, or a model with the recipe in it, for the file that is open or the next one. */
  async openRecipe(file: File): Promise<void> {
    try {
      const json = await file.text();
      this.#ofModel = isModel(json);
      if (!this.#ofModel) await this.#engine.forgetNumbers();
      const recipe = await (this.#ofModel ? this.#engine.openModel(json) : this.#engine.recipeFromJson(json));
      if (this.#history === undefined) {
        this.#waiting = recipe;
        this.#set({ fault: undefined, news: { key: "page-recipe-waiting" } });
      } else {
        await this.change(() => recipe);
      }
    } catch (reason) {
      this.#fail(reason);
    }
  }

  /** Changes the recipe and redoes what depends on it. */
  async change(change: Change): Promise<void> {
    if (this.#history?.push(change) === true) await this.#update();
  }

  /** Changes how the file that is looked at is read. */
  async changeReading(change: Change): Promise<void> {
    await this.change(this.#files.length > 1 ? ofSource(this.#state.place, change) : change);
  }

  async undo(): Promise<void> {
    if (this.#history?.undo() === true) await this.#update();
  }

  async redo(): Promise<void> {
    if (this.#history?.redo() === true) await this.#update();
  }

  /** Does what was cancelled or failed once more. */
  async retry(): Promise<void> {
    if (this.#history !== undefined) await this.#update();
  }

  /** Stops what is going on. What is shown stays, and the recipe returns to what it was made by. */
  cancel(): void {
    if (this.#running === undefined) return;
    this.#running.abort();
    this.#running = undefined;
    if (this.#shown !== undefined) this.#history?.returnTo(this.#shown);
    this.#set({ work: undefined, news: { key: "page-cancelled" }, ...this.#recipeState() });
  }

  /** Stops the comparison with the last quarter. */
  stopForetelling(): void {
    this.#foretelling?.abort();
    this.#foretelling = undefined;
    this.#set({ foretelling: "stopped" });
  }

  /** Compares with the last quarter after all. */
  async foretell(): Promise<void> {
    const job = this.#job();
    if (job !== undefined && this.#running === undefined) await this.#foretell(job);
  }

  /** Closes the sentence about what went wrong. */
  dismiss(): void {
    this.#set({ fault: undefined });
  }

  /** Forgets the file and everything made of it. */
  clear(): void {
    this.#running?.abort();
    this.#foretelling?.abort();
    this.#running = this.#foretelling = undefined;
    this.#history = this.#shown = this.#waiting = this.#optOuts = undefined;
    this.#ofModel = false;
    this.#files = [];
    this.#engine.clear();
    this.#state = EMPTY;
    this.#set({});
  }

  /** The language that names in documents are worded in. */
  async speak(language: string): Promise<void> {
    if (language === this.#language) return;
    this.#language = language;
    if (this.#state.segments !== undefined && this.#running === undefined) await this.#update();
  }

  /** The text of a document to save. */
  async write(document: Document): Promise<string | undefined> {
    const job = this.#job();
    if (job === undefined) return undefined;
    try {
      return await this.#engine.write(
        document,
        { ...job, recipe: this.#shown ?? job.recipe },
        this.#language,
        {},
      );
    } catch (reason) {
      this.#fail(reason);
      return undefined;
    }
  }

  async #begin(
    files: (signal: AbortSignal) => Promise<readonly File[]>,
    sources: readonly About[],
  ): Promise<void> {
    this.#running?.abort();
    this.#foretelling?.abort();
    const running = new AbortController();
    this.#running = running;
    const keepsNumbers = this.#ofModel || sameNames(this.#state.sources, sources);
    this.#history = this.#shown = undefined;
    this.#files = [];
    this.#state = { ...EMPTY, optedOut: this.#optOuts !== undefined };
    this.#set({ file: sources[0], sources, work: "starting" });
    try {
      if (!keepsNumbers) await this.#engine.forgetNumbers();
      const [opened, recipe] = await Promise.all([
        files(running.signal),
        this.#waiting ?? this.#engine.defaultRecipe(),
      ]);
      if (running.signal.aborted) return;
      this.#waiting = undefined;
      this.#files = opened;
      this.#history = new History(recipe);
      const sized = sources.map((source, at) => ({ ...source, size: opened[at]?.size ?? source.size }));
      this.#set({ file: sized[0], sources: sized });
      await this.#update();
    } catch (reason) {
      if (!running.signal.aborted) this.#fail(reason);
    }
  }

  /** Brings what is shown up to the recipe, step by step. */
  async #update(): Promise<void> {
    const job = this.#job();
    if (job === undefined) return;
    this.#running?.abort();
    this.#foretelling?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    const task = { signal, onProgress: (work: Progress) => signal.aborted || this.#set({ work }) };
    const show = (part: Partial<State>) => {
      signal.throwIfAborted();
      this.#set(part);
    };
    this.#set({
      fault: undefined,
      news: undefined,
      work: "starting",
      foretelling: undefined,
      ...this.#recipeState(),
    });
    try {
      const found = await this.#engine.inspections(job, task);
      const { workbooks } = this.#engine;
      const sources = this.#state.sources.map((source, at) => ({
        ...source,
        ...found[at],
        workbook: workbooks[at],
      }));
      const { inspection, workbook } = sources[this.#state.place] ?? {};
      show({ sources, inspection, workbook });
      show({ customers: await this.#engine.customers(job, task) });
      const { segments, map } = await this.#engine.segments(job, task, (look) => {
        if (signal.aborted) return;
        this.#shown = job.recipe;
        this.#set({ ...look, summary: undefined, summaryFault: undefined });
      });
      show({ ...(await this.#released(job, task)), segments, map });
      this.#shown = job.recipe;
      this.#running = undefined;
      const params = { customers: segments.customers, k: segments.k };
      this.#set({ work: undefined, news: { key: "page-done", params } });
      void this.#foretell(job);
    } catch (reason) {
      if (!signal.aborted) this.#fail(reason);
    }
  }

  /** Looks at what takes long and is not waited for: how firm segments are that were chosen later, and what they would have told of the last quarter. That this fails takes nothing away. */
  async #foretell(job: Job): Promise<void> {
    this.#foretelling?.abort();
    const foretelling = new AbortController();
    this.#foretelling = foretelling;
    const { signal } = foretelling;
    const onProgress = (progress: Progress) => signal.aborted || this.#set({ foretelling: progress });
    try {
      const firm = await this.#engine.firmness(job, { signal });
      if (firm !== undefined) {
        const released = await this.#released(job, { signal });
        signal.throwIfAborted();
        this.#set({ ...released, ...firm });
      }
      const foresight = await this.#engine.foresight(job, { signal, onProgress });
      const { segments } = this.#state;
      if (signal.aborted || segments === undefined) return;
      if (foresight === undefined) return this.#set({ foretelling: undefined });
      const released = await this.#released(job, { signal });
      this.#set({ ...released, segments: { ...segments, foresight }, foretelling: undefined });
    } catch {
      if (!signal.aborted) this.#set({ foretelling: "impossible" });
    }
  }

  /** What would leave. That nothing may is a result, too. */
  async #released(job: Job, task: { signal: AbortSignal }): Promise<Pick<State, "summary" | "summaryFault">> {
    const language = this.#language;
    try {
      const summary = await this.#engine.release(job, language, task);
      // Another language may have been chosen meanwhile.
      return language === this.#language
        ? { summary, summaryFault: undefined }
        : await this.#released(job, task);
    } catch (reason) {
      if (!isFault(reason) || reason.key === "engine-panicked") throw reason;
      return { summary: undefined, summaryFault: reason };
    }
  }

  #job(): Job | undefined {
    if (this.#files.length === 0 || this.#history === undefined) return undefined;
    return { files: this.#files, recipe: this.#history.current, optOuts: this.#optOuts };
  }

  #recipeState(): Pick<State, "recipe" | "canUndo" | "canRedo"> {
    const history = this.#history;
    return {
      recipe: history?.current,
      canUndo: history?.canUndo ?? false,
      canRedo: history?.canRedo ?? false,
    };
  }

  #fail(reason: unknown): void {
    this.#running = undefined;
    this.#set({ work: undefined, fault: isFault(reason) ? reason : { key: "engine-panicked" } });
  }

  #set(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener(this.#state);
  }
}

function about({ name, size }: File): About {
  return { name, size, sample: false };
}

function sameNames(before: readonly About[], now: readonly About[]): boolean {
  return before.length === now.length && before.every(({ name }, place) => name === now[place]?.name);
}

/** What is no JSON is no model either; reading it as a recipe says where it ends to be one. */
function isModel(json: string): boolean {
  return /"kind":\s*"ringfence-model"/.test(json);
}

function isFault(reason: unknown): reason is Fault {
  return typeof reason === "object" && reason !== null && "key" in reason && typeof reason.key === "string";
}
