/** Every sentence of the page: the only importer of the wording's wasm. */

import { wordingWasm } from "./engine/embedded.ts";
import init, * as wording from "./generated/wording.js";

/** Something to be said: a key of the catalogue and what goes into the sentence. */
export interface Statement {
  key: string;
  params?: Record<string, unknown> | undefined;
}

/** One language, and everything the page says in it. */
export class Voice {
  constructor(readonly language: string) {}

  /** The sentence of a key. */
  say(key: string, params: Record<string, unknown> = {}): string {
    return wording.say(this.language, key, params);
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
    return wording.word(this.language, kind, value);
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

  /** A part of so many: a share, or that it is none. */
  part(count: number, of: number): string {
    return count === 0 ? this.count(0) : this.share(count / Math.max(of, 1));
  }

  /** A value of a feature with its unit. */
  quantity(feature: string, value: number): string {
    return wording.quantity(this.language, feature, value);
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
    const word = this.word("feature-short", name);
    return word === name ? name : word.charAt(0).toLocaleUpperCase(this.language) + word.slice(1);
  }
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
