/** Compute workers: each with its own instance of the engine and its own copy of the matrix. */

import type { Partial, Unit } from "../generated/types.ts";
import type { ComputeCalls, Piece, Progress, Todo } from "./api.ts";
import { Channel } from "./channel.ts";

/** More workers than this gain little: the work is bound by memory, and the machine is somebody's till. */
const MOST_WORKERS = 4;

/** Numbers of a matrix that are handed over at a time: 4 MB. */
const PIECE = 1 << 19;

/** Units to run on one matrix. */
export interface Work {
  /** The same object as long as the matrix is the same. */
  plan: Todo;
  units: Unit[];
  /** A piece of the matrix, in the room given for it. */
  piece: (from: number, room: Float64Array<ArrayBuffer>) => Promise<Piece>;
  signal: AbortSignal | undefined;
  /** Hears the place of each unit that is done. */
  onDone: (unit: number) => void;
}

/** The workers of one analysis after the other. It knows nothing of statistics: it runs units and keeps their order. */
export class Pool {
  readonly #module: WebAssembly.Module;
  #workers: Channel<ComputeCalls>[] = [];
  #loaded: Todo | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /**
   * Runs the units and gives their partials in unit order.
   *
   * A fault or a panic ends every worker, and `terminate` does so from outside, since nothing else stops one in the
   * middle of a unit; the next run starts new ones.
   */
  async run(work: Work): Promise<Partial[]> {
    const { units, signal, onDone } = work;
    const partials = new Array<Partial>(units.length);
    try {
      const workers = await this.#ready(work);
      let next = 0;
      const serve = async (worker: Channel<ComputeCalls>) => {
        for (let at = next++; at < units.length; at = next++) {
          partials[at] = await worker.calls.run([units[at] as Unit]);
          onDone(at);
        }
      };
      await Promise.all(workers.map(serve));
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
  async #ready({ plan, units, piece }: Work): Promise<Channel<ComputeCalls>[]> {
    const cores = navigator.hardwareConcurrency || 2;
    const wanted = Math.max(1, Math.min(cores, MOST_WORKERS, units.length));
    const fresh = this.#loaded !== plan;
    const loaded = fresh ? 0 : this.#workers.length;
    while (this.#workers.length < wanted) this.#workers.push(new Channel("compute", this.#module));
    this.#loaded = plan;
    await Promise.all(this.#workers.slice(loaded).map((worker) => load(worker, piece)));
    return this.#workers.slice(0, wanted);
  }
}

/** Hands a worker the matrix piece by piece, all in the same room: a copy of the whole would be as large as all customers. */
export async function load(worker: Channel<ComputeCalls>, next: Work["piece"]): Promise<void> {
  let room = new Float64Array(PIECE);
  let [from, numbers] = [0, 1];
  while (from < numbers) {
    const piece = await next(from, room);
    from += piece.values.length;
    numbers = piece.numbers;
    room = await worker.calls.load([piece], {}, [piece.values.buffer]);
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
