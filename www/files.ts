/** What the files are that a person gives: tables, recipes, models. */

import type { About } from "./state.ts";

/** Recipes and models are told from tables by the end of their names. */
export function sorted(files: readonly File[]): { recipes: File[]; tables: File[] } {
  const isRecipe = ({ name }: File) => name.toLowerCase().endsWith(".json");
  return { recipes: files.filter(isRecipe), tables: files.filter((file) => !isRecipe(file)) };
}

/** What is no JSON is no model either; reading it as a recipe says where it ends to be one. */
export function isModel(json: string): boolean {
  return /"kind":\s*"ringfence-model"/.test(json);
}

/** What may be said of a file before anything of it is read. */
export function about({ name, size }: File): About {
  return { name, size, sample: false };
}

export function sameNames(before: readonly About[], now: readonly About[]): boolean {
  return before.length === now.length && before.every(({ name }, place) => name === now[place]?.name);
}
