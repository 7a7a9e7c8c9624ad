/** Every sentence of the page: the only importer of the wording's wasm. */

import { wordingWasm } from "./engine/embedded.ts";
import { brief, fuller } from "./foreign.ts";
import init, * as wording from "./generated/wording.js";

/** Something to be said: a key of the catalogue and what goes into the sentence. */
export interface Statement {
  key: string;
  params?: Record<string, unknown> | undefined;
}

/** One language, and everything the page says in it. Whatever words of a file it is given, it shows as {@link Voice.name} does. */
export class Voice {
  constructor(readonly language: string) {}

  /** The sentence of a key. */
  say(key: string, params: Record<string, unknown> = {}): string {
    return wording.say(this.language, key, shown(params));
  }

  /** A name out of the file, or one that a person gave, fit to be shown. Nothing of a file comes to the screen but through here. */
  name(text: string): string {
    return brief(text);
  }

  /** More of the name, where it is too long to be shown. */
  fuller(text: string): string | undefined {
    return fuller(text);
  }

  /** The sentence of a statement of the engine. */
  state({ key, params }: Statement): string {
    return this.say(key, params ?? {});
  }

  /** The sentence of a key, if there is one. */
  ifAny(key: string): string | undefined {
    return wording.has(this.language, key) ? this.say(key) : undefined;
  }

  /** The language's word for one of the engine's: `word("role", "customerId")`. */
  word(kind: string, value: string): string {
    return wording.word(this.language, kind, brief(value));
  }

  /** A number of whole things. */
  count(value: number): string {
    return wording.count(this.language, value);
  }

  /** A number to three significant digits. */
  significant(value: number): string {
    return wording.significant(this.language, value, 3);
  }

  /** A number with exactly so many decimals. */
  number(value: number, decimals: number): string {
    return wording.number(this.language, value, decimals);
  }

  /** A share of 1. */
  share(value: number): string {
    return wording.share(this.language, value);
  }

  /** A share of 1 with exactly so many decimals of a hundredth. */
  percent(value: number, decimals: number): string {
    return wording.percent(this.language, value, decimals);
  }

  /** A part of so many: a share, or that it is none. */
  part(count: number, of: number): string {
    return count === 0 ? this.count(0) : this.share(count / Math.max(of, 1));
  }

  /** A value of a feature with its unit. */
  quantity(feature: string, value: number): string {
    return wording.quantity(this.language, brief(feature), value);
  }

  /** From one day to another. */
  period(first: string, last: string): string {
    return wording.period(this.language, first, last);
  }

  day(iso: string): string {
    return wording.day(this.language, iso);
  }

  bytes(value: number): string {
    return wording.bytes(this.language, value);
  }

  /** What charts write their numbers with. */
  get format(): { decimal: string; group: string; powers: string[] } {
    const [decimal = ".", group = ""] = wording.numberMarks(this.language);
    return { decimal, group, powers: [] };
  }

  /** A feature's name for tables, with a capital first letter unless it is a column's own name. */
  feature(name: string): string {
    const own = brief(name);
    const word = this.word("feature-short", own);
    return word === own ? own : word.charAt(0).toLocaleUpperCase(this.language) + word.slice(1);
  }
}

/** What goes into a sentence, with every text in it fit to be shown. */
function shown<Value>(value: Value): Value {
  if (typeof value === "string") return brief(value) as Value;
  if (Array.isArray(value)) return value.map(shown) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shown(part)])) as Value;
}

/** Makes the wording ready. */
export async function loadWording(): Promise<void> {
  await init({ module_or_path: wordingWasm() });
}

/** The language that a person asks for, if it is spoken here. */
export function preferredLanguage(): string {
  return wording.preferredLanguage([...navigator.languages]);
}

/** Every language, by its code and its name in itself. */
export function languages(): { code: string; name: string }[] {
  return wording.languages().map((code) => ({ code, name: wording.languageName(code) }));
}
