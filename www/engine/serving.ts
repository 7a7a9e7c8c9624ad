/** How calls run in a worker. */

import type { FromWorker } from "./api.ts";

/** A call under way. */
export interface Context {
  id: number;
  /** Set when the caller has lost interest. */
  cancelled: boolean;
  /** What the answer hands over instead of copying it: nothing of it stays in the worker. */
  handedOver: Transferable[];
}

/** The calls as they run in a worker, each told its context. */
export type Served<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...values: infer Values) => infer Result
    ? (context: Context, ...values: Values) => Result
    : never;
};

export function post(message: FromWorker, handedOver: Transferable[] = []): void {
  self.postMessage(message, { transfer: handedOver });
}

const { port1: here, port2: there } = new MessageChannel();
/** Who waits to go on, the first first. */
const waiting: (() => void)[] = [];
there.onmessage = () => waiting.shift()?.();

/** Lets messages in: goes on behind those that are there. A timer would do so too, but after the fifth waits four milliseconds. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    here.postMessage(undefined);
  });
}
