/** Hands what the person asks for to them as a file of their own. */

import type { Document, Store } from "./store.ts";

const TYPES = { json: "application/json", csv: "text/csv;charset=utf-8", html: "text/html;charset=utf-8" };

/** Offers a document of what is shown for download; its file's name, or nothing where it may not leave now. */
export async function save(store: Store, document: Document, segment?: string): Promise<string | undefined> {
  const text = await store.write(document);
  if (text === undefined) return undefined;
  const name = fileName(store.state.file?.name ?? "", document, segment);
  saveFile(name, text);
  return name;
}

/** Offers `text` for download. The bytes are in the page, so nothing is asked of any network. */
function saveFile(name: string, text: string): void {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  const type = TYPES[extension as keyof typeof TYPES] ?? "text/plain;charset=utf-8";
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the bytes when the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * What a document made of `file` is called. What may leave the house has a name that says nothing of the file, whose own may be a
 * customer's or a clinic's; what holds personal data says `internal` in its name, so that it cannot be taken for a summary.
 */
function fileName(file: string, made: Document, segment = ""): string {
  const base = plain(file.replace(/\.[^.]*$/, "")) || "ringfence";
  switch (made.kind) {
    case "summary":
      return `ringfence.summary.${made.format}`;
    case "recipe":
      return "ringfence.recipe.json";
    case "ledger":
      return "ringfence.ledger.json";
    case "model":
      return `${base}.model.json`;
    case "assignments":
      return `${base}.assignments.internal.csv`;
    case "audience":
      return `${base}.audience-${made.segment}${segment === "" ? "" : `-${plain(segment)}`}.internal.csv`;
  }
}

/** Without what a file system or a shell might take amiss. */
function plain(name: string): string {
  const words = name.replace(/[^\p{L}\p{N}_-]+/gu, "-");
  return words.replace(/^-+|-+$/g, "").slice(0, 60);
}
