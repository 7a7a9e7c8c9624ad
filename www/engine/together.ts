/**
 * One fit that several workers carry out together, each over its parts of the customers. Nobody leads: in every round each tells
 * the others what its parts come to, and works out the same next step from what it hears. So a round waits for one message, not for an answer to
 * one.
 */

import type { Fitted } from "./api.ts";

/** What a worker does in a fit; the engine's `Compute`. */
export interface Working {
  parts(k: number): number;
  begin(start: Float64Array, from: number, to: number): Float64Array;
  look(centroids: Float64Array): Float64Array;
  afresh(): Float64Array;
  inertias(): Float64Array;
  firstHere(): number;
  labelsHere(): Uint8Array;
  adopt(first: number, labels: Uint8Array): void;
  end(): Uint8Array;
}

/** Who works out the next step; the engine's `Leading`. */
export interface Leader<Next> {
  next(shares: Float64Array): Next;
  readonly centroids: Float64Array;
  readonly iterations: number;
}

/** What may come next; the engine's `Next`. */
export interface Steps<Next> {
  Look: Next;
  Afresh: Next;
  Done: Next;
}

/** What the first worker tells another before a fit, each tells all others in every round, and the first one in the end. */
type Told =
  | { start: Float64Array<ArrayBuffer>; columns: number }
  | { shares: Float64Array }
  | { inertias: Float64Array; first: number; labels: Uint8Array };

/** The line to another worker: what it tells comes in the order in which it was told. */
export class Line {
  readonly #port: MessagePort;
  readonly #told: Told[] = [];
  #heard: ((told: Told) => void) | undefined;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<Told>) => {
      const heard = this.#heard;
      this.#heard = undefined;
      if (heard === undefined) this.#told.push(data);
      else heard(data);
    };
  }

  tell(told: Told, transfer: Transferable[] = []): void {
    this.#port.postMessage(told, transfer);
  }

  hear(): Promise<Told> {
    const told = this.#told.shift();
    if (told !== undefined) return Promise.resolve(told);
    return new Promise((heard) => {
      this.#heard = heard;
    });
  }
}

/** A worker's place among those who work together, and the lines to the others in the order of theirs. */
export interface Crew {
  place: number;
  lines: readonly Line[];
}

/**
 * Carries out this worker's share of a fit. For the first worker the fit itself, or nothing where it is one for a single worker; for the
 * others always nothing.
 */
export async function workTogether<Next>(
  compute: Working,
  leader: Leader<Next>,
  steps: Steps<Next>,
  { place, lines }: Crew,
  start: Float64Array,
  k: number,
): Promise<Omit<Fitted, "bytes"> | undefined> {
  const parts = compute.parts(k);
  const crew = lines.length + 1;
  const end = (place: number) => Math.round(((place + 1) * parts) / crew);
  let own = compute.begin(start, end(place - 1), end(place));
  for (;;) {
    for (const line of lines) line.tell({ shares: own });
    const told = await Promise.all(lines.map((line) => line.hear()));
    const shares = told.map((told) => ("shares" in told ? told.shares : new Float64Array()));
    const next = leader.next(joined([...shares.slice(0, place), own, ...shares.slice(place)]));
    if (next === steps.Look) own = compute.look(leader.centroids);
    else if (next === steps.Afresh) own = compute.afresh();
    else if (next === steps.Done) break;
    else return undefined;
  }
  const inertias = compute.inertias();
  if (place > 0) {
    const labels = compute.labelsHere();
    lines[0]?.tell({ inertias, first: compute.firstHere(), labels }, [labels.buffer]);
    return undefined;
  }
  const all = [inertias];
  for (const told of await Promise.all(lines.map((line) => line.hear()))) {
    if (!("labels" in told)) continue;
    all.push(told.inertias);
    compute.adopt(told.first, told.labels);
  }
  // Part by part, as one worker would add them up.
  const inertia = joined(all).reduce((sum, one) => sum + one, 0);
  return { labels: compute.end() as Uint8Array<ArrayBuffer>, inertia, iterations: leader.iterations };
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
