/** Which features customers can be compared by, and which they are, as far as that is known. */

import type { State } from "../store.ts";

/** Every feature that customers could be compared by. */
export function allFeatures({ customers }: State): readonly string[] {
  return [...(customers?.features ?? []), ...(customers?.categories ?? [])].map(({ name }) => name);
}

/** The recipe's own choice; else what the segments shown were made by; else what is suggested. */
export function chosenFeatures({ recipe, segments, customers }: State): readonly string[] {
  const suggested = () => customers?.verdicts.filter((verdict) => verdict.suggested).map(({ name }) => name);
  return recipe?.features.columns ?? segments?.features ?? suggested() ?? [];
}
