/** How one of several files is read. */

import type { ReadingOptions, Recipe } from "../generated/types.ts";

/** What is decided of a file that nobody has decided anything about. */
export const UNDECIDED: ReadingOptions = { sheet: null, columns: {} };

/** Whether a recipe decides how one file is read, and has to be told of each of several. */
export function isForOne({ sources = [], reading }: Recipe, files: number): boolean {
  const decides = reading.sheet != null || Object.keys(reading.columns).length > 0;
  return files > 1 && sources.length === 0 && decides;
}

/** The recipe as it is about one file: of several, with what it says of the one at `place`. */
export function readingOnly(recipe: Recipe, place: number, files: number): Recipe {
  if (files < 2) return recipe;
  // Until it is told of each, a recipe for one file names the sheet of every workbook.
  const untold = isForOne(recipe, files) ? { ...UNDECIDED, sheet: recipe.reading.sheet } : UNDECIDED;
  return { ...recipe, sources: [], reading: recipe.sources?.[place]?.reading ?? untold };
}
