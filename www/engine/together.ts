/**
 * One fit that several workers carry out together, each over its parts of the customers. All are asked for it at once and nobody leads: in
 * every round each tells the others what its parts come to, and works out the same next step from what it hears. So a round waits for one
 * message, not for an answer to one.
 */

import type { Fitted } from "./api.ts";

/** What a worker does in a fit; the engine's `Compute`. */
export interface Working {
  parts(k: number): number;
  begin(start: Float64Array, from: number, to: number): Float64Array;
  look(centroids: Float64Array): Float64Array;
  afresh(): Float64Array;
  inertias(): Float64Array;
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

/** The line to another worker: what its parts come to arrives in the order of the rounds. */
export class Line {
  readonly #port: MessagePort;
  readonly #told: number[][] = [];
  #heard: ((shares: number[]) => void) | undefined;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<number[]>) => {
      const heard = this.#heard;
      this.#heard = undefined;
      if (heard === undefined) this.#told.push(data);
      else heard(data);
    };
  }

  tell(shares: Float64Array): void {
    // A plain array is sooner there than a typed one, which brings memory of its own with it.
    this.#port.postMessage([...shares]);
  }

  hear(): Promise<number[]> {
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

/** Carries out this worker's share of a fit; nothing where the fit turns out to be one for a single worker, which all see alike. */
export async function workTogether<Next>(
  compute: Working,
  leader: Leader<Next>,
  steps: Steps<Next>,
  { place, lines }: Crew,
  start: Float64Array,
  k: number,
): Promise<Fitted | undefined> {
  const parts = compute.parts(k);
  const crew = lines.length + 1;
  const end = (place: number) => Math.round(((place + 1) * parts) / crew);
  let own = compute.begin(start, end(place - 1), end(place));
  for (;;) {
    for (const line of lines) line.tell(own);
    const shares = await Promise.all(lines.map((line) => line.hear()));
    const next = leader.next(inOrder([...shares.slice(0, place), own, ...shares.slice(place)]));
    if (next === steps.Look) own = compute.look(leader.centroids);
    else if (next === steps.Afresh) own = compute.afresh();
    else if (next === steps.Done) break;
    else return undefined;
  }
  const inertias = compute.inertias();
  return { labels: compute.end() as Uint8Array<ArrayBuffer>, inertias, iterations: leader.iterations };
}

/** A fit: the nearest centroid of each customer, and what that cost. */
export interface Fit {
  labels: Uint8Array<ArrayBuffer>;
  inertia: number;
  iterations: number;
}

/** The fit that workers found together, in the order of their places. It takes over the labels of the first. */
export function putTogether(fitted: readonly (Fitted | undefined)[]): Fit {
  const [first, ...others] = fitted.filter((one) => one !== undefined);
  if (first === undefined) throw new TypeError("nobody has fitted");
  const { labels, iterations } = first;
  for (const other of others) merge(labels, other.labels);
  // Part by part, as one worker would add them up.
  const inertias = inOrder([first, ...others].map(({ inertias }) => inertias));
  return { labels, inertia: inertias.reduce((sum, one) => sum + one, 0), iterations };
}

/** Takes over the labels that another worker found: where one has a label, the other has 0. Four at a time, which takes a third as long. */
function merge(labels: Uint8Array<ArrayBuffer>, others: Uint8Array<ArrayBuffer>): void {
  const fours = labels.length >>> 2;
  const [own, other] = [labels, others].map(({ buffer }) => new Uint32Array(buffer, 0, fours)) as [
    Uint32Array,
    Uint32Array,
  ];
  for (let at = 0; at < fours; at++) own[at] = (own[at] ?? 0) | (other[at] ?? 0);
  for (let at = 4 * fours; at < labels.length; at++) labels[at] = (labels[at] ?? 0) | (others[at] ?? 0);
}

function inOrder(pieces: readonly ArrayLike<number>[]): Float64Array {
  const all = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
