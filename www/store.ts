/**
 * The page's one state: the file, the recipe with its history, and what the engine made of them. No DOM. Actions change
 * the recipe; the store brings the results up to date, and only the newest ones are ever shown.
 */

import type { Document, Found, Progress, SampleShop, Task, Worded } from "./engine/api.ts";
import { Engine, type Job } from "./engine/client.ts";
import { isFault, isPanic, PANIC } from "./engine/fault.ts";
import { isForOne } from "./engine/sources.ts";
import { about, isLedger, isModel, sameNames, sorted } from "./files.ts";
import type { Recipe, Summary } from "./generated/types.ts";
import { type Change, History } from "./history.ts";
import { ofSource, sameButNames } from "./recipes.ts";
import { type About, EMPTY, mayLeave, type State } from "./state.ts";

export type { Document, Fault, Progress, Sheets } from "./engine/api.ts";
export type * from "./generated/types.ts";
export type { About, Source, State } from "./state.ts";

/** The decisions that what is shown was made by, and what was found on the way. */
interface Shown extends Pick<State, "sources" | "customers" | "foretelling"> {
  readonly recipe: Recipe;
  readonly optOuts: Uint8Array | undefined;
}

/** What the engine says where the customers of before the last quarter are too few, or too much alike, to be grouped. */
const TOO_LITTLE: readonly string[] = ["too-few-customers", "no-variation", "k-too-large", "k-out-of-range"];

export class Store {
  #state: State = EMPTY;
  readonly #listeners = new Set<(state: State) => void>();
  readonly #engine = new Engine();
  #history: History | undefined;
  #files: readonly File[] = [];
  #optOuts: Uint8Array | undefined;
  /** A recipe opened before there was a file. */
  #waiting: Recipe | undefined;
  #shown: Shown | undefined;
  #running: AbortController | undefined;
  /** The comparison with the last quarter, which comes after everything else. */
  #foretelling: AbortController | undefined;
  /** A model was opened for the next file, whose segments keep its numbers. */
  #ofModel = false;
  /** A document that is being opened, which files that are chosen meanwhile wait for. */
  #opening: Promise<unknown> = Promise.resolve();
  #language = "en";
  /** The language that a summary is worded in. */
  readonly #worded = new WeakMap<Summary, string>();

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

  /** Takes the files of a shop, which become one table, and a recipe for them and a ledger; or such documents alone. */
  async open(files: readonly File[]): Promise<void> {
    const { documents, tables } = sorted(files);
    if (tables.length === 0) {
      for (const document of documents) await this.openDocument(document);
      return;
    }
    await this.#opening;
    for (const document of documents) {
      const read = await this.#read(document);
      if (read === undefined) return;
      if (read !== "ledger") this.#waiting = read;
    }
    this.#optOuts = undefined;
    await this.#begin(() => Promise.resolve(tables), tables.map(about));
  }

  /** Takes more files to those that are open; what was decided about these stays, unless a recipe comes along. */
  async add(files: readonly File[]): Promise<void> {
    const { documents, tables } = sorted(files);
    const decided = this.#history?.current;
    if (decided === undefined || tables.length === 0) return this.open(files);
    let recipe = decided;
    for (const document of documents) {
      const read = await this.#read(document);
      if (read === undefined) return;
      if (read !== "ledger") recipe = read;
    }
    // What was decided about the only file so far holds for that one alone.
    const alone = this.#files.length === 1 && recipe === decided;
    this.#waiting = alone ? { ...recipe, sources: [{ kind: null, reading: recipe.reading }] } : recipe;
    const all = [...this.#files, ...tables];
    await this.#begin(() => Promise.resolve(all), all.map(about));
  }

  /** Looks at another of the files. */
  lookAt(place: number): void {
    const { inspection, workbook } = this.#state.sources[place] ?? {};
    this.#set({ place, inspection, workbook });
  }

  /** Leaves out the customers on a list, as bytes in any encoding, or nobody any more. A list that cannot be heeded changes nothing. */
  async leaveOut(list: Uint8Array | undefined): Promise<void> {
    this.#optOuts = list;
    this.#set(this.#decisions());
    if (this.#history !== undefined) await this.#update();
  }

  /** Takes an invented shop instead of a file. */
  async openSample(shop: SampleShop): Promise<void> {
    this.#optOuts = undefined;
    await this.#begin(
      async (signal) => [await this.#engine.sample(shop, { signal })],
      [{ name: shop.name, size: 0, sample: true }],
    );
  }

  /** Takes a recipe, or a model with the recipe in it, for the file that is open or the next one; or a ledger, for either. */
  async openDocument(file: File): Promise<void> {
    const opening = this.#read(file);
    this.#opening = opening;
    const recipe = await opening;
    if (recipe === undefined) return;
    if (recipe === "ledger") return this.#releaseAnew();
    if (this.#history === undefined) {
      this.#waiting = recipe;
      const news = { key: this.#ofModel ? "page-model-opened" : "page-recipe-waiting" };
      this.#set({ fault: undefined, waiting: this.#ofModel ? "model" : "recipe", news });
    } else {
      this.#ofModel = false;
      await this.change(() => recipe);
    }
  }

  /** Changes the recipe and redoes what depends on it. */
  async change(change: Change): Promise<void> {
    await this.#decide((history) => history.push(change));
  }

  /** Changes how the file that is looked at is read. */
  async changeReading(change: Change): Promise<void> {
    await this.change(this.#files.length > 1 ? ofSource(this.#state.place, change) : change);
  }

  async undo(): Promise<void> {
    await this.#decide((history) => history.undo());
  }

  async redo(): Promise<void> {
    await this.#decide((history) => history.redo());
  }

  /** Does what was cancelled or failed once more. */
  async retry(): Promise<void> {
    if (this.#history !== undefined) await this.#update();
  }

  /** Stops what is going on. What is shown stays, and all decisions return to those it was made by. */
  cancel(): void {
    if (this.#running === undefined) return;
    this.#running.abort();
    this.#running = undefined;
    this.#set({ work: undefined, news: { key: "page-cancelled" }, ...this.#asShown() });
    void this.#word();
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

  /** Forgets what was released before: only right where none of it has left the person's hands. */
  async forgetReleases(): Promise<void> {
    this.#engine.forgetLedger();
    this.#set({ ledger: undefined, news: { key: "page-ledger-forgotten" } });
    await this.#releaseAnew();
  }

  /** The language that names in documents are worded in. */
  async speak(language: string): Promise<void> {
    this.#language = language;
    await this.#word();
  }

  /** The text of a document to save: of what is shown, or nothing where that is not what is decided. A summary counts as released. */
  async write(document: Document): Promise<string | undefined> {
    if (document.kind === "ledger") return this.#engine.ledger;
    const text = await this.#text(document, true);
    if (document.kind === "summary") this.#set({ ledger: await this.#engine.releases() });
    return text;
  }

  /** The same to look at: nothing of it counts as released. */
  read(document: Worded): Promise<string | undefined> {
    return this.#text(document, false);
  }

  async #text(document: Worded, leaves: boolean): Promise<string | undefined> {
    const job = this.#job();
    if (job === undefined || !mayLeave(this.#state)) return undefined;
    // After a panic, or a change that was cancelled late, the engine holds something else. It is made anew where it can be seen and stopped.
    if (!(await this.#engine.holds(job))) await this.#update();
    if (!mayLeave(this.#state) || !(await this.#engine.holds(job))) return undefined;
    try {
      return await this.#engine.write(document, job, this.#language, leaves);
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
    // Another shop's segments have numbers of their own.
    this.#ofModel = false;
    this.#history = this.#shown = undefined;
    this.#files = [];
    const { ledger } = this.#state;
    this.#state = EMPTY;
    this.#set({ ledger, ...this.#decisions(), file: sources[0], sources, work: "starting" });
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
      if (!running.signal.aborted) this.#end(reason);
    }
  }

  /** Decides otherwise and redoes what depends on it. For other names nothing has to be computed, and what is going on goes on. */
  async #decide(decide: (history: History) => boolean): Promise<void> {
    const [history, before] = [this.#history, this.#history?.current];
    const upToDate = this.#running !== undefined || (this.#shown !== undefined && !this.#decisions().stale);
    if (history === undefined || before === undefined || !decide(history)) return;
    if (!upToDate || !sameButNames(before, history.current)) return this.#update();
    this.#set({ fault: undefined, ...this.#decisions() });
    const job = this.#job();
    // After a panic the engine holds nothing.
    if (this.#running === undefined && job !== undefined && !(await this.#engine.holds(job)))
      return this.#update();
    try {
      await this.#show({});
    } catch (reason) {
      this.#fail(reason);
    }
  }

  /** Brings what is shown up to the recipe, step by step. */
  async #update(): Promise<void> {
    const decided = this.#job();
    if (decided === undefined) return;
    const { signal } = this.#begun();
    const task = { signal, onProgress: (work: Progress) => signal.aborted || this.#set({ work }) };
    try {
      const job = await this.#ofEach(decided, task);
      const found = await this.#engine.inspections(job, task);
      signal.throwIfAborted();
      this.#set(this.#inspected(found));
      const customers = await this.#engine.customers(job, task);
      signal.throwIfAborted();
      this.#set({ customers });
      // Where a first look fails, so does what comes after.
      await this.#engine.analyse(job, task, () => this.#show(task).catch(() => {}));
      await this.#show(task);
      // A newer change may have begun meanwhile: what is going on is its own, and only it may end it.
      signal.throwIfAborted();
      this.#running = undefined;
      const { segments } = this.#state;
      const params = { customers: segments?.customers, k: segments?.k };
      this.#set({ work: undefined, news: { key: "page-done", params } });
      void this.#foretell(job);
    } catch (reason) {
      if (signal.aborted) return;
      // Where nothing but the list was new, it cannot be heeded, and what is shown holds.
      const onlyTheList = this.#shown?.recipe === decided.recipe && !isPanic(reason);
      this.#end(reason, onlyTheList ? this.#asShown() : {});
    }
  }

  /** Stops what is going on, since something else begins. */
  #begun(): AbortController {
    this.#running?.abort();
    this.#foretelling?.abort();
    const running = new AbortController();
    this.#running = running;
    const { foretelling } = this.#state;
    // What was going on is to be begun anew, where the change is cancelled.
    const left = typeof foretelling === "object" ? "stopped" : foretelling;
    if (this.#shown !== undefined) this.#shown = { ...this.#shown, foretelling: left };
    const nothing = { fault: undefined, news: undefined, foretelling: undefined };
    this.#set({ ...nothing, work: "starting", ...this.#decisions() });
    return running;
  }

  /** The job with a recipe that says how each file is read. One made for one file decides the same of each that has the columns it speaks of. */
  async #ofEach(job: Job, task: Task): Promise<Job> {
    if (!isForOne(job.recipe, job.files.length)) return job;
    const sources = await this.#engine.sourceOptions(job, task);
    task.signal?.throwIfAborted();
    this.#history?.amend((recipe) => ({ ...recipe, sources }));
    return this.#job() ?? job;
  }

  /** What was found in each file, and in the one that is looked at. */
  #inspected(found: readonly Found[]): Partial<State> {
    const { workbooks } = this.#engine;
    const { sources: before, place } = this.#state;
    const sources = before.map((source, at) => ({ ...source, ...found[at], workbook: workbooks[at] }));
    const { inspection, workbook } = sources[place] ?? {};
    return { sources, inspection, workbook };
  }

  /** Shows the segments under the names that are given now, and what of them would leave; a first look while they are made. */
  async #show(task: Task): Promise<void> {
    const job = this.#job();
    if (job === undefined) return;
    const outcome = await this.#engine.segments(job, task);
    if (outcome === undefined) return;
    const nothing = { summary: undefined, summaryFault: undefined };
    const released = outcome.segments.settled ? await this.#released(job, task) : nothing;
    task.signal?.throwIfAborted();
    // Whatever was decided meanwhile is shown by whoever carries it out.
    const { recipe, optOuts } = job;
    if (recipe !== this.#history?.current || optOuts !== this.#optOuts) return;
    const { sources, customers, foretelling } = this.#state;
    this.#shown = { recipe, optOuts, sources, customers, foretelling };
    this.#set({ ...outcome, ...released, ...this.#decisions() });
  }

  /** Looks at what takes long and is not waited for: what the segments would have told of the last quarter. */
  async #foretell(job: Job): Promise<void> {
    this.#foretelling?.abort();
    const foretelling = new AbortController();
    this.#foretelling = foretelling;
    const { signal } = foretelling;
    const onProgress = (progress: Progress) => signal.aborted || this.#set({ foretelling: progress });
    try {
      const foresight = await this.#engine.foresight(job, { signal, onProgress });
      if (foresight !== undefined) await this.#show({ signal });
      if (!signal.aborted) this.#set({ foretelling: undefined });
    } catch (reason) {
      if (signal.aborted) return;
      const tooLittle = isFault(reason) && TOO_LITTLE.includes(reason.key);
      this.#set({ foretelling: tooLittle ? "impossible" : "stopped" });
      if (!tooLittle) this.#fail(reason);
    }
  }

  /** Words the summary in the language that is spoken now: nothing else of what the engine made has one. */
  async #word(): Promise<void> {
    const { summary } = this.#state;
    if (summary !== undefined && this.#worded.get(summary) !== this.#language) await this.#releaseAnew();
  }

  /** What would leave of the segments that are shown, in the language and beside the ledger there are now. */
  async #releaseAnew(): Promise<void> {
    const [job, { segments }] = [this.#job(), this.#state];
    if (job === undefined || !mayLeave(this.#state)) return;
    if (!(await this.#engine.holds(job))) return this.#update();
    try {
      const released = await this.#released(job, {});
      if (segments === this.#state.segments) this.#set(released);
    } catch (reason) {
      this.#fail(reason);
    }
  }

  /** What would leave. That nothing may is a result, too. */
  async #released(job: Job, task: Task): Promise<Pick<State, "summary" | "summaryFault">> {
    const [language, ledger] = [this.#language, this.#engine.ledger];
    let released: Pick<State, "summary" | "summaryFault">;
    try {
      const summary = await this.#engine.release(job, language, task);
      this.#worded.set(summary, language);
      released = { summary, summaryFault: undefined };
    } catch (reason) {
      if (!isFault(reason) || isPanic(reason)) throw reason;
      released = { summary: undefined, summaryFault: reason };
    }
    // Another language may have been chosen meanwhile, or another ledger.
    const same = language === this.#language && ledger === this.#engine.ledger;
    return same ? released : await this.#released(job, task);
  }

  #job(): Job | undefined {
    if (this.#files.length === 0 || this.#history === undefined) return undefined;
    return { files: this.#files, recipe: this.#history.current, optOuts: this.#optOuts };
  }

  /** The recipe in a document, or that it is a ledger, which is taken. Where it is neither, that is told. */
  async #read(file: File): Promise<Recipe | "ledger" | undefined> {
    try {
      const json = await file.text();
      if (isLedger(json)) {
        const ledger = await this.#engine.openLedger(json);
        const news = { key: "page-ledger-opened", params: { count: ledger.releases } };
        this.#set({ fault: undefined, ledger, news });
        return "ledger";
      }
      const ofModel = isModel(json);
      if (!ofModel) await this.#engine.forgetNumbers();
      const recipe = await (ofModel ? this.#engine.openModel(json) : this.#engine.recipeFromJson(json));
      this.#ofModel = ofModel;
      return recipe;
    } catch (reason) {
      this.#fail(reason);
      return undefined;
    }
  }

  /** What is decided, and whether what is shown was made by it. */
  #decisions(): Pick<State, "recipe" | "canUndo" | "canRedo" | "optedOut" | "stale"> {
    const [history, shown] = [this.#history, this.#shown];
    return {
      recipe: history?.current,
      canUndo: history?.canUndo ?? false,
      canRedo: history?.canRedo ?? false,
      optedOut: this.#optOuts !== undefined,
      stale:
        shown !== undefined && (shown.optOuts !== this.#optOuts || history?.holds(shown.recipe) === false),
    };
  }

  /** Decides as what is shown was made, and shows what was found then. */
  #asShown(): Partial<State> {
    if (this.#shown === undefined) return this.#decisions();
    const { recipe, optOuts, ...found } = this.#shown;
    this.#history?.returnTo(recipe);
    this.#optOuts = optOuts;
    const { inspection, workbook } = found.sources[this.#state.place] ?? {};
    return { ...found, inspection, workbook, ...this.#decisions() };
  }

  /** Ends the work because of what went wrong. */
  #end(reason: unknown, part: Partial<State> = {}): void {
    this.#running = undefined;
    this.#set({ work: undefined, ...part });
    this.#fail(reason);
  }

  #fail(reason: unknown): void {
    this.#set({ fault: isFault(reason) ? reason : { key: PANIC } });
  }

  #set(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener(this.#state);
  }
}
