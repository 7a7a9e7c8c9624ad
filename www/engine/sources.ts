/** How one of several files is read. */

import type { ReadingOptions, Recipe } from "../generated/types.ts";

/** What is decided of a file that nobody has decided anything about. */
export const UNDECIDED: ReadingOptions = { sheet: null, columns: {} };

/** The recipe as it is about one file: of several, with what it says of the one at `place`. */
export function readingOnly(recipe: Recipe, place: number, files: number): Recipe {
  if (files < 2) return recipe;
  return { ...recipe, sources: [], reading: recipe.sources?.[place]?.reading ?? UNDECIDED };
}
