/**
 * One fit that several workers carry out together, each over its parts of the customers. One leads: in every round it tells the
 * others, over a channel of messages to each, where the centroids are, and gathers what their parts come to.
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
  end(): Uint32Array;
}

/** Who decides; the engine's `Leading`. */
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

/** From the leader. */
type Order =
  | { begin: Float64Array; from: number; to: number }
  | { look: Float64Array }
  | { afresh: true }
  | { end: true };

/** To the leader. */
type Report = { shares: Float64Array } | { inertias: Float64Array; first: number; labels: Uint8Array };

/** Carries out what the leader at the other end of `port` orders. */
export function follow(worker: () => Working, port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<Order>) => {
    const compute = worker();
    const report = (shares: Float64Array): Report => ({ shares });
    if ("begin" in data) port.postMessage(report(compute.begin(data.begin, data.from, data.to)));
    else if ("look" in data) port.postMessage(report(compute.look(data.look)));
    else if ("afresh" in data) port.postMessage(report(compute.afresh()));
    else {
      const labels = compute.labelsHere();
      const last: Report = { inertias: compute.inertias(), first: compute.firstHere(), labels };
      port.postMessage(last, [labels.buffer]);
    }
  };
}

/** Leads a fit from `start` with whoever follows at the `ports`; nothing where it is one for a single worker. */
export async function lead<Next>(
  compute: Working,
  leader: Leader<Next>,
  steps: Steps<Next>,
  ports: readonly MessagePort[],
  start: Float64Array,
  k: number,
): Promise<Omit<Fitted, "bytes"> | undefined> {
  const parts = compute.parts(k);
  const crew = Math.min(ports.length + 1, parts);
  if (crew < 2) return undefined;
  const ends = Array.from({ length: crew }, (_, at) => Math.round(((at + 1) * parts) / crew));
  const others = ports.slice(0, crew - 1);
  /** Every other one is told first, so that they work while this one does. */
  const all = async (order: (at: number) => Order, own: () => Float64Array) => {
    const reports = others.map((port, at) => ask(port, order(at + 1)));
    const shares = [own()];
    for (const report of await Promise.all(reports)) if ("shares" in report) shares.push(report.shares);
    return joined(shares);
  };
  const from = (at: number) => ends[at - 1] ?? 0;
  const to = (at: number) => ends[at] ?? parts;
  let shares = await all(
    (at) => ({ begin: start, from: from(at), to: to(at) }),
    () => compute.begin(start, 0, to(0)),
  );
  for (;;) {
    const next = leader.next(shares);
    if (next === steps.Look) {
      const { centroids } = leader;
      shares = await all(
        () => ({ look: centroids }),
        () => compute.look(centroids),
      );
    } else if (next === steps.Afresh) {
      shares = await all(
        () => ({ afresh: true }),
        () => compute.afresh(),
      );
    } else if (next === steps.Done) {
      break;
    } else {
      return undefined;
    }
  }
  const reports = others.map((port) => ask(port, { end: true }));
  const inertias = [compute.inertias()];
  for (const report of await Promise.all(reports)) {
    if (!("labels" in report)) continue;
    inertias.push(report.inertias);
    compute.adopt(report.first, report.labels);
  }
  // Part by part, as one worker would add them up.
  const inertia = joined(inertias).reduce((sum, one) => sum + one, 0);
  return { labels: compute.end() as Uint32Array<ArrayBuffer>, inertia, iterations: leader.iterations };
}

function ask(port: MessagePort, order: Order): Promise<Report> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<Report>) => resolve(data);
    port.postMessage(order);
  });
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
