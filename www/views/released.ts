/** What a summary says, number by number, as it is read on the screen. */

import type { CustomersView, Statement, Summary } from "../store.ts";
import type { Voice } from "../wording.ts";

/** Shares of a yes/no column are told from here to its complement: see `LEAST_SHARE` in `src/release/columns.rs`. */
const LEAST_SHARE = 0.05;

/** A cell of a table: a number in words, or nothing where it is held back. */
export type Released = string | undefined;

/**
 * Which of a summary's features are yes/no columns: those it has a share of, and those that the file says are, where all shares of them are
 * held back.
 */
export function yesNo({ features, segments }: Summary, customers: CustomersView | undefined): boolean[] {
  const known = new Set(
    customers?.features
      .filter(({ min, max, distinct }) => min === 0 && max === 1 && distinct === 2)
      .map(({ name }) => name),
  );
  return features.map(({ name, share }, at) => {
    const told = share !== null || segments.some((segment) => segment.features[at]?.share != null);
    return told || known.has(name);
  });
}

/** A count, a share, a median: in words where it may leave. */
export function released<Value>(value: Value | null | undefined, word: (value: Value) => string): Released {
  return value == null ? undefined : word(value);
}

/** The share of those with a yes. At its bounds it stands for as much or less, or for as much or more. */
export function yesShare(voice: Voice, share: number): string {
  if (share <= LEAST_SHARE) return voice.say("share-at-most");
  if (share >= 1 - LEAST_SHARE) return voice.say("share-at-least");
  return voice.share(share);
}

/** The value that stands for a feature: of a yes/no column the share of a yes, else the median. */
export function typical(
  voice: Voice,
  { name, median, share }: { name: string; median: number | null; share: number | null },
  isYesNo: boolean,
): Released {
  return isYesNo
    ? released(share, (own) => yesShare(voice, own))
    : released(median, (own) => voice.quantity(name, own));
}

/** What was held back, of the whole, and of each segment under its name. */
export function heldBack(voice: Voice, { heldBack, segments }: Summary): string[] {
  const said = (statements: readonly Statement[]) => statements.map((statement) => voice.state(statement));
  const ofSegments = segments.map(({ name, heldBack }) => ({ name, sentences: said(heldBack) }));
  return [
    ...said(heldBack),
    ...ofSegments
      .filter(({ sentences }) => sentences.length > 0)
      .map(({ name, sentences }) => `${voice.name(name)}: ${sentences.join(" ")}`),
  ];
}

/** The first statement with this key. */
export function ofKey(statements: readonly Statement[], key: string): Statement | undefined {
  return statements.find((statement) => statement.key === key);
}
