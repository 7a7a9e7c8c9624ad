/** The numbers of a saved summary, as the page should word them, and what its preview shows. */

import type { Page } from "@playwright/test";
import type { Summary } from "../../www/generated/types.ts";

/** A number of the file: where it stands there, whose row it belongs into, and how it may be worded. */
export interface Figure {
  path: string;
  value: number;
  of: string;
  words: string[];
}

/** What the preview shows: the text of each row by what the row is about, and how many cells of it are held back. */
interface Shown {
  says(of: string, word: string): boolean;
  heldBack: Record<string, number>;
}

/** Where a number belongs that is about no segment. */
const WHOLE = "";
const EVERYONE = "Everyone";
/** Numbers that say nothing of customers. */
const FORMAL = /^(version|policy\.|segments\.\d+\.number$)/;

/** Every number of a summary. */
export function figures(summary: Summary): Figure[] {
  const found: Figure[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === "number" && !FORMAL.test(path)) {
      found.push({ path, value, of: ofWhom(summary, path), words: worded(path, value) });
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) walk(part, path === "" ? key : `${path}.${key}`);
  };
  walk(summary, "");
  return found;
}

function ofWhom({ segments }: Summary, path: string): string {
  const [area, at] = path.split(".");
  if (area === "segments" && !path.includes("heldBack")) return segments[Number(at)]?.name ?? WHOLE;
  return /^customers$|^features\.\d+\.(median|share)$/.test(path) ? EVERYONE : WHOLE;
}

/** How a number is worded, in English. */
function worded(path: string, value: number): string[] {
  const key = path.split(".").at(-1) ?? "";
  const digits = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat("en", options).format(value).replace("-", "−");
  const exactly = (decimals: number) => minus(value.toFixed(decimals));
  const percent = (decimals: number) => `${minus((100 * value).toFixed(decimals))}%`;
  const share = percent(Math.abs(value) < 0.1 && value !== 0 ? 1 : 0);
  if (/^segments\.\d+\.share$/.test(path)) return [percent(1)];
  if (/\.ellipse\.angle$/.test(path)) return [minus(`${Math.round((value * 180) / Math.PI) + 0}°`)];
  if (/\.ellipse\./.test(path)) return [exactly(2)];
  if (key === "effect") return [exactly(1)];
  if (key === "share" && path.includes("features")) return [share];
  if (key === "revenueShare" || /^foresight\.(spending|orders|returning)\./.test(path)) return [percent(0)];
  if (path.startsWith("explained")) return [share];
  const significant = digits({ maximumSignificantDigits: 3 });
  if (key === "median") return [significant];
  // Of statements: a count, a value, a share, a figure.
  return [significant, digits({ maximumFractionDigits: 2 }), share];
}

function minus(text: string): string {
  return text.replace("-", "−").replace(/^−(0(\.0+)?°?)$/, "$1");
}

/** How many cells of each row are held back. `yesNo` names the columns whose shares might be told. */
export function heldBackCells(summary: Summary, yesNo: readonly string[]): Record<string, number> {
  const { features, segments, heldBack, explained } = summary;
  const some = (at: number) => segments.some((segment) => segment.features[at]?.share != null);
  const isYesNo = features.map(({ name, share }, at) => share !== null || some(at) || yesNo.includes(name));
  const nulls = (of: readonly { median: number | null; share: number | null }[]) =>
    of.filter(({ median, share }, at) => (isYesNo[at] === true ? share : median) === null).length;
  const noRevenue = heldBack.some(({ key }) => key === "held-back-revenue");
  const rows = segments.map(({ name, features: own, ellipse }) => {
    const effects = own.filter(({ effect }) => effect === null).length;
    const map = explained !== null && ellipse === null ? 5 : 0;
    return [name, nulls(own) + effects + map + Number(noRevenue)] as const;
  });
  return Object.fromEntries([...rows, [EVERYONE, nulls(features)]]);
}

/** What the last step shows. */
export async function shownRows(page: Page): Promise<Shown> {
  const { cells, whole } = await page.evaluate(() => {
    const cells: [of: string, text: string][] = [];
    const said: string[] = [];
    const walk = (root: Node) => {
      for (const node of root.childNodes) {
        if (node instanceof Text) said.push(node.data);
        // The file word for word is no wording of it.
        if (!(node instanceof Element) || node instanceof HTMLStyleElement || node.localName === "pre")
          continue;
        const text = (one: Element | null | undefined) =>
          (one?.textContent ?? "").replace(/\s+/g, " ").trim();
        if (node.localName === "td") {
          // A row is about a segment, or a column is.
          const row = node.closest("tr");
          const column =
            row?.closest("table")?.tHead?.rows[0]?.cells[
              [...(row?.cells ?? [])].indexOf(node as HTMLTableCellElement)
            ];
          for (const head of [row?.cells[0], column]) cells.push([text(head), text(node)]);
        }
        if (node.localName === "dd") cells.push([text(node.previousElementSibling), text(node)]);
        if (node.shadowRoot) walk(node.shadowRoot);
        walk(node);
      }
    };
    const shadow = (root: ParentNode | null | undefined, name: string) =>
      root?.querySelector(name)?.shadowRoot;
    walk(shadow(shadow(document, "ring-fence"), "ringfence-share") as Node);
    return { cells, whole: said.join(" ") };
  });
  const heldBack: Record<string, number> = {};
  const texts: Record<string, string> = { [WHOLE]: whole };
  for (const [of, text] of cells) {
    texts[of] = `${texts[of] ?? ""} | ${text}`;
    heldBack[of] = (heldBack[of] ?? 0) + Number(text === "held back");
  }
  const alone = (word: string) =>
    new RegExp(`(?<![\\d.,−])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\d%]|[.,]\\d)`);
  return {
    says: (of, word) => alone(word).test(texts[of] ?? ""),
    heldBack,
  };
}
