/** Which features customers are compared by, as far as that is known. */

import type { State } from "../store.ts";

/** The recipe's own choice; else what the segments shown were made by; else what is suggested. */
export function chosenFeatures({ recipe, segments, customers }: State): readonly string[] {
  const suggested = () => customers?.verdicts.filter((verdict) => verdict.suggested).map(({ name }) => name);
  return recipe?.features.columns ?? segments?.features ?? suggested() ?? [];
}
