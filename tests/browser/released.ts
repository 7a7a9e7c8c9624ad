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
  if (key === "lambda") return [digits({ maximumFractionDigits: 3 })];
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
    of.reduce((sum, { median, share }, at) => {
      return sum + Number(median === null) + Number(isYesNo[at] === true && share === null);
    }, 0);
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
  const { rows, whole } = await page.evaluate(() => {
    const rows: [string, string[]][] = [];
    const said: string[] = [];
    const walk = (root: Node) => {
      for (const node of root.childNodes) {
        if (node instanceof Text) said.push(node.data);
        // The file word for word is no wording of it.
        if (!(node instanceof Element) || node instanceof HTMLStyleElement || node.localName === "pre")
          continue;
        const text = (one: Element | null | undefined) =>
          (one?.textContent ?? "").replace(/\s+/g, " ").trim();
        const [head, ...cells] = node.localName === "tr" ? node.children : [];
        if (head?.getAttribute("scope") === "row") rows.push([text(head), cells.map(text)]);
        if (node.localName === "dd") rows.push([text(node.previousElementSibling), [text(node)]]);
        if (node.shadowRoot) walk(node.shadowRoot);
        walk(node);
      }
    };
    const shadow = (root: ParentNode | null | undefined, name: string) =>
      root?.querySelector(name)?.shadowRoot;
    walk(shadow(shadow(document, "ring-fence"), "ringfence-share") as Node);
    return { rows, whole: said.join(" ") };
  });
  const heldBack: Record<string, number> = {};
  const texts: Record<string, string> = { [WHOLE]: whole };
  for (const [of, cells] of rows) {
    texts[of] = `${texts[of] ?? ""} ${cells.join(" | ")}`;
    heldBack[of] = (heldBack[of] ?? 0) + cells.filter((cell) => cell === "held back").length;
  }
  const alone = (word: string) =>
    new RegExp(`(?<![\\d.,−])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\d%]|[.,]\\d)`);
  return {
    says: (of, word) => alone(word).test(texts[of] ?? ""),
    heldBack,
  };
}
