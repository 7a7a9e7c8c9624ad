/** What the files are that a person gives: tables, recipes, models, ledgers. */

import { LEDGER, MODEL } from "./generated/vocabulary.ts";
import type { About } from "./state.ts";

/** Documents of this page (recipes, models, ledgers) are told from tables by the end of their names. */
export function sorted(files: readonly File[]): { documents: File[]; tables: File[] } {
  const isDocument = ({ name }: File) => name.toLowerCase().endsWith(".json");
  return { documents: files.filter(isDocument), tables: files.filter((file) => !isDocument(file)) };
}

/** What is no JSON is no model either; reading it as a recipe says where it ends to be one. */
export function isModel(json: string): boolean {
  return isOfKind(json, MODEL);
}

/** Likewise, what remembers earlier summaries. */
export function isLedger(json: string): boolean {
  return isOfKind(json, LEDGER);
}

/** What may be said of a file before anything of it is read. */
export function about({ name, size }: File): About {
  return { name, size, sample: false };
}

export function sameNames(before: readonly About[], now: readonly About[]): boolean {
  return before.length === now.length && before.every(({ name }, place) => name === now[place]?.name);
}

/** Whether a document says that it is of a kind; it may be too damaged to be read. */
function isOfKind(json: string, kind: string): boolean {
  return new RegExp(`"kind":\\s*"${kind}"`).test(json);
}
