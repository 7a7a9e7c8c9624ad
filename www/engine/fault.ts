/** What is wrong and was said so on purpose, told from mistakes of ours. */

import type { Fault } from "./api.ts";

/** A mistake of ours, after which the engine starts anew. */
export const PANIC = "engine-panicked";

/** Whether the engine said so. Anything else is a mistake of ours, after which no handle of the engine can be trusted. */
export function isFault(reason: unknown): reason is Fault {
  return typeof reason === "object" && reason !== null && "key" in reason && typeof reason.key === "string";
}

/** What is wrong with one of several files, and which it is. */
export function faultOfFile(reason: unknown, { name }: File, place: number): unknown {
  return isFault(reason) ? { key: "of-file", params: { file: place + 1, name, notice: reason } } : reason;
}

/** Whether it is a mistake of ours. */
export function isPanic(reason: unknown): boolean {
  return !isFault(reason) || reason.key === PANIC;
}
