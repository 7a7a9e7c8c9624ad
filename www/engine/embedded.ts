/**
 * What the build puts into the page beside its script: the wasm modules and the worker's script, in inert blocks of the
 * document. Nothing is fetched, so all of it is there when the page's script runs; nothing is decoded before it is asked
 * for. `scripts/page.js` writes the blocks.
 */

/** The engine's module, for the workers: compile it once and post the `WebAssembly.Module`. Decoded anew by every call. */
export function engineWasm(): Uint8Array<ArrayBuffer> {
  return decodeBase64(block("engine-wasm"));
}

/** The workbooks' module, for a worker of its own. Decoded anew by every call. */
export function xlsxWasm(): Uint8Array<ArrayBuffer> {
  return decodeBase64(block("xlsx-wasm"));
}

/** The charts' module. Decoded anew by every call. */
export function chartsWasm(): Uint8Array<ArrayBuffer> {
  return decodeBase64(block("charts-wasm"));
}

/** The wording's module. Decoded anew by every call. */
export function wordingWasm(): Uint8Array<ArrayBuffer> {
  return decodeBase64(block("wording-wasm"));
}

/** The worker's script, classic and complete: start it from a Blob URL. */
export function workerSource(): string {
  return block("worker-source");
}

function block(id: string): string {
  const text = document.getElementById(id)?.textContent;
  if (text === null || text === undefined) throw new Error(`the page was built without ${id}`);
  return text;
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
