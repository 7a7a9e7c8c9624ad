/** Compute workers: each with its own instance of the engine and its own copy of the matrix. */

import type { Partial, Unit } from "../generated/types.ts";
import type { ComputeCalls, Plan, Progress } from "./api.ts";
import { Channel } from "./channel.ts";

/** More workers than this gain little: the work is bound by memory, and the machine is somebody's till. */
const MOST_WORKERS = 4;

/** The workers of one analysis after the other. It knows nothing of statistics: it runs units and keeps their order. */
export class Pool {
  readonly #module: WebAssembly.Module;
  #workers: Channel<ComputeCalls>[] = [];
  #loaded: Plan | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /**
   * Runs the units on the plan's matrix and gives their partials in unit order; `onDone` hears of each one's place.
   *
   * A fault or a panic ends every worker, and `terminate` does so from outside, since nothing else stops one in the
   * middle of a unit; the next run starts new ones.
   */
  async run(plan: Plan, units: Unit[], signal: AbortSignal | undefined, onDone: (unit: number) => void) {
    const partials = new Array<Partial>(units.length);
    try {
      const workers = await this.#ready(plan, units.length);
      let next = 0;
      const work = async (worker: Channel<ComputeCalls>) => {
        for (let at = next++; at < units.length; at = next++) {
          partials[at] = await worker.calls.run([units[at] as Unit]);
          onDone(at);
        }
      };
      await Promise.all(workers.map(work));
      return partials;
    } catch (reason) {
      this.terminate();
      throw signal?.aborted ? signal.reason : reason;
    }
  }

  /** Ends every worker, whatever it is doing. */
  terminate(): void {
    for (const worker of this.#workers) worker.terminate();
    this.#workers = [];
    this.#loaded = undefined;
  }

  /** As many workers as there is work for, the plan's matrix in each. */
  async #ready(plan: Plan, units: number): Promise<Channel<ComputeCalls>[]> {
    const cores = navigator.hardwareConcurrency || 2;
    const wanted = Math.max(1, Math.min(cores, MOST_WORKERS, units));
    const fresh = this.#loaded !== plan;
    const loaded = fresh ? 0 : this.#workers.length;
    while (this.#workers.length < wanted) this.#workers.push(new Channel("compute", this.#module));
    this.#loaded = plan;
    await Promise.all(
      this.#workers.slice(loaded).map((worker) => worker.calls.load([plan.matrix, plan.columns])),
    );
    return this.#workers.slice(0, wanted);
  }
}

/** The stage that a unit belongs to, for people. */
export function stageOf(units: readonly Unit[]): Progress["stage"] {
  switch (units[0]?.unit) {
    case "restart":
    case "polish":
      return "fitting";
    case "bootstrap":
      return "drawing";
    case "refit":
      return "weighing";
    default:
      return "judging";
  }
}
