/** The compared task in a worker: reads its part of a file, the next chunk on its way while one is worked on. */

import init, { ExactTask } from "./bench.js";

/** Bytes read at a time, as in the page. */
const CHUNK = 1 << 20;

/** Bytes of the head, by which a part is read as the whole would be. */
const HEAD = 1 << 18;

/** @type {import("./bench.js").ExactAnswer | undefined} */
let held;

self.onmessage = async ({ data }) => {
  try {
    if ("wasm" in data) await init({ module_or_path: data.wasm });
    else if ("merge" in data) held?.merge(new Uint8Array(data.merge));
    else if ("totals" in data) self.postMessage(Array.from(held?.totals() ?? []));
    else self.postMessage(await take(data));
  } catch (reason) {
    // Nobody hears of an error in here but who is told.
    self.postMessage({ fault: String(reason) });
  }
};

/**
 * Gathers the customers of a file from byte `from` to byte `to`; of one that begins within, from the next line on.
 *
 * @param {{ file: File, from: number, to: number, whole: boolean }} part
 */
async function take({ file, from, to, give }) {
  // The rest of it is on its way while its head is looked at.
  const coming = file.slice(from, to).stream().getReader({ mode: "byob" });
  const task = new ExactTask(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()), from === 0);
  let room = new Uint8Array(CHUNK);
  for (;;) {
    const { value } = await coming.read(room);
    if (value === undefined || value.length === 0) break;
    task.push(value);
    room = new Uint8Array(value.buffer);
  }
  const isWhole = to === file.size || task.isBetweenRows();
  held?.free();
  held = task.finish();
  return { isWhole, bytes: give ? held.toBytes() : undefined };
}
