/** How calls run in a worker. */

import type { FromWorker } from "./api.ts";

/** A call under way. */
export interface Context {
  id: number;
  /** Set when the caller has lost interest. */
  cancelled: boolean;
}

/** The calls as they run in a worker, each told its context. */
export type Served<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...values: infer Values) => infer Result
    ? (context: Context, ...values: Values) => Result
    : never;
};

export function post(message: FromWorker): void {
  self.postMessage(message);
}

/** Lets messages in. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
