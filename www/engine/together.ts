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
type Told = { start: Float64Array<ArrayBuffer>; columns: number } | { shares: Float64Array } | Found;

/** What a worker found in its parts. */
interface Found {
  /** Of each part. */
  inertias: Float64Array;
  /** Of everybody, but 0 for the customers of other parts. */
  labels: Uint8Array<ArrayBuffer>;
}

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
  const labels = compute.end() as Uint8Array<ArrayBuffer>;
  if (place > 0) {
    lines[0]?.tell({ inertias, labels }, [labels.buffer]);
    return undefined;
  }
  const all = [inertias];
  for (const told of await Promise.all(lines.map((line) => line.hear()))) {
    if (!("labels" in told)) continue;
    all.push(told.inertias);
    merge(labels, told.labels);
  }
  // Part by part, as one worker would add them up.
  const inertia = joined(all).reduce((sum, one) => sum + one, 0);
  return { labels, inertia, iterations: leader.iterations };
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

function joined(pieces: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
