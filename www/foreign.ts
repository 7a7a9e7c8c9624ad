/**
 * Words of strangers as text that can be shown: headers, sheets, categories, names of files, given names. What nobody would see is
 * written out, so that a header reads as it is written and two that look alike can be told apart; what has no end is cut.
 */

/** Characters of a name, beyond which its middle is left out. */
const LONGEST = 80;

/** Characters that are kept of the beginning and of the end of what is cut. */
const KEPT = [56, 20] as const;

/** Characters of what is told of a name besides, in a title. */
const LONGEST_TITLE = 600;

/** Tabs and breaks, which a cell may well have. */
const BREAKS = /[\t\n\v\f\r]+/g;

/** Controls, marks that turn the direction of writing, what has no width or looks as if it had none; and half a character. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u;

/** What joins two characters or keeps them apart (U+200C, U+200D), and what chooses the shape of the one before it. */
const JOINER = /[\u200c\u200d]/;
const VARIANT = /[\ufe00-\ufe0f]/;

/** Scripts in which nothing is joined: there a joiner only makes two names of one. */
const UNJOINED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}]/u;

/** A name, at most {@link LONGEST} characters of it. */
export function brief(text: string): string {
  if (text.length <= LONGEST && !UNSEEN.test(text)) return text;
  // However long it is, only its ends are looked at.
  const head = written(text.slice(0, LONGEST));
  if (text.length <= LONGEST && length(head) <= LONGEST) return head.join("");
  const tail = written(text.slice(-LONGEST));
  return `${within(head, KEPT[0]).join("")}…${within(tail.reverse(), KEPT[1]).reverse().join("")}`;
}

/** The name as far as anybody reads it, where {@link brief} leaves out a part of it. */
export function fuller(text: string): string | undefined {
  const whole = within(written(text.slice(0, LONGEST_TITLE)), LONGEST_TITLE).join("");
  const told = text.length > LONGEST_TITLE ? `${whole}…` : whole;
  return told === brief(text) ? undefined : told;
}

/** Its characters one by one, as they are shown. */
function written(text: string): string[] {
  const letters = [...text.replace(BREAKS, " ")];
  return letters.map((letter, at) => {
    if (!UNSEEN.test(letter) || joins(letter, letters[at - 1], letters[at + 1])) return letter;
    // Half of a character at the edge of a cut.
    if (/\p{Cs}/u.test(letter)) return "";
    return `⟨U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

/** Whether it is one of those that Persian, Hindi and emoji need where they are. */
function joins(letter: string, before = " ", after = " "): boolean {
  const joined = (one: string) => !UNJOINED.test(one) && (!UNSEEN.test(one) || VARIANT.test(one));
  return (VARIANT.test(letter) || (JOINER.test(letter) && joined(after))) && joined(before);
}

/** As many of the first as fit. */
function within(parts: readonly string[], most: number): string[] {
  let taken = 0;
  const end = parts.findIndex((part) => {
    taken += part.length;
    return taken > most;
  });
  return end < 0 ? [...parts] : parts.slice(0, end);
}

function length(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
