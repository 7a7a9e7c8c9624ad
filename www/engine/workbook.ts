/** Workbooks in a worker of their own: the only importer of their wasm. A sheet becomes a CSV file, which is read like any other. */

import { initSync, Workbook } from "../generated/xlsx.js";
import type { Fault, WorkbookCalls } from "./api.ts";
import { breathe, post, type Served } from "./serving.ts";

/** Pieces of CSV between two looks at whether anybody still wants them; each is a quarter of a megabyte. */
const PIECES = 8;

export function workbookCalls(module: WebAssembly.Module): Served<WorkbookCalls> {
  initSync({ module });
  let workbook: Workbook | undefined;
  let name = "";

  return {
    async open(_, file) {
      name = file.name;
      workbook?.free();
      workbook = undefined;
      workbook = new Workbook(await bytes(file));
      return { sheets: workbook.sheets(), sheet: workbook.firstTable() };
    },

    async csv(context, sheet) {
      if (workbook === undefined) throw new TypeError("no workbook is open");
      const csv = workbook.csv(sheet);
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      const total = csv.rows();
      for (let chunk = csv.nextChunk(); chunk !== undefined; chunk = csv.nextChunk()) {
        chunks.push(chunk as Uint8Array<ArrayBuffer>);
        if (chunks.length % PIECES !== 0) continue;
        post({ id: context.id, progress: { stage: "unpacking", done: csv.written(), total } });
        await breathe();
        if (context.cancelled) break;
      }
      csv.free();
      return context.cancelled ? undefined : new File(chunks, name, { type: "text/csv" });
    },
  };
}

/** A file that may have been changed or taken away since it was chosen. */
async function bytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw { key: "io-read", params: { file: file.name } } satisfies Fault;
  }
}
