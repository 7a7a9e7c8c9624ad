/** The changes that a person makes to a recipe. */

import { readingOnly, UNDECIDED } from "./engine/sources.ts";
import type {
  ColumnChoice,
  CustomerOptions,
  FeatureChoice,
  FeatureOptions,
  Method,
  ReadingOptions,
  Recipe,
  Role,
  ScaleChoice,
  SourceKind,
  SourceOptions,
  TransformChoice,
} from "./generated/types.ts";
import { SINGLE_ROLES } from "./generated/vocabulary.ts";
import type { Change } from "./history.ts";

/** What is decided about reading one of `files` files. */
export function readingAt(recipe: Recipe | undefined, place: number, files: number): ReadingOptions {
  return recipe === undefined ? UNDECIDED : readingOnly(recipe, place, files).reading;
}

type Columns = Recipe["reading"]["columns"];

/** Says what a column is for. A role that only one column can have is taken from the one that was given it before. */
export function withRole(column: string, role: Role): Change {
  return (recipe) => {
    const columns = Object.fromEntries(
      Object.entries(recipe.reading.columns).map(([name, choice]): [string, ColumnChoice] => {
        const taken = choice.role === role && SINGLE_ROLES.includes(role);
        return [name, taken ? { ...choice, role: null } : choice];
      }),
    );
    return { ...recipe, reading: { ...recipe.reading, columns: withChoice(columns, column, { role }) } };
  };
}

/** Reads another sheet of a workbook. What was decided about the columns of the one before says nothing of it. */
export function withSheet(sheet: string): Change {
  return (recipe) => ({
    ...recipe,
    reading: { sheet, columns: {} },
    features: { ...recipe.features, columns: null },
  });
}

/** The same change to how one of several files is read. */
export function ofSource(place: number, change: Change): Change {
  return (recipe) => {
    const changed = change(readingOnly(recipe, place, 2));
    return {
      ...changed,
      reading: recipe.reading,
      sources: withSource(recipe, place, { reading: changed.reading }),
    };
  };
}

/** Says what one of several files is. */
export function withKind(place: number, kind: SourceKind): Change {
  return (recipe) => ({ ...recipe, sources: withSource(recipe, place, { kind }) });
}

/** Answers a question about a column. */
export function withAnswer(column: string, answer: ColumnChoice): Change {
  return (recipe) => {
    const columns = withChoice(recipe.reading.columns, column, answer);
    return { ...recipe, reading: { ...recipe.reading, columns } };
  };
}

/** Sets the number of segments; `null` is the advised one. */
export function withNumber(k: number | null): Change {
  return (recipe) => ({ ...recipe, choose: { ...recipe.choose, k } });
}

/** Sets the features to cluster by; `null` are the usual ones. */
export function withFeatures(columns: string[] | null): Change {
  return (recipe) => ({ ...recipe, features: { ...recipe.features, columns } });
}

export function withTransform(transform: TransformChoice): Change {
  return (recipe) => ({ ...recipe, features: { ...recipe.features, transform } });
}

export function withScale(scale: ScaleChoice): Change {
  return (recipe) => ({ ...recipe, features: { ...recipe.features, scale } });
}

/** Sets the day that recency is counted to; `null` is the day after the last purchase. */
export function withReferenceDay(referenceDay: string | null): Change {
  return (recipe) => ({ ...recipe, customers: { ...recipe.customers, referenceDay } });
}

/** Transforms one feature otherwise than all; `null` is as all. */
export function withOwnTransform(feature: string, transform: TransformChoice | null): Change {
  return withOwn(feature, { transform });
}

/** Scales one feature otherwise than all; `null` is as all. */
export function withOwnScale(feature: string, scale: ScaleChoice | null): Change {
  return withOwn(feature, { scale });
}

/** Decides how rows become customers. */
export function withCustomers(change: Partial<CustomerOptions>): Change {
  return (recipe) => ({ ...recipe, customers: { ...recipe.customers, ...change } });
}

/** Decides how customers are cleaned. */
export function withCleaning(
  change: Partial<Pick<FeatureOptions, "repeated" | "missing" | "outliers">>,
): Change {
  return (recipe) => ({ ...recipe, features: { ...recipe.features, ...change } });
}

/** Makes segments by another method. */
export function withMethod(method: Method): Change {
  return (recipe) => ({ ...recipe, fit: { ...recipe.fit, method } });
}

export function withSeed(seed: number): Change {
  return (recipe) => ({ ...recipe, fit: { ...recipe.fit, seed } });
}

/** Names a segment among `k`; an empty name gives the suggested one back. */
export function withName(k: number, segment: number, name: string): Change {
  return (recipe) => {
    const names = recipe.names.filter((given) => given.k !== k || given.segment !== segment);
    const given = name.trim();
    return { ...recipe, names: given === "" ? names : [...names, { k, segment, name: given }] };
  };
}

/** One feature's own choices changed; a feature without any is as all. */
function withOwn(feature: string, change: Partial<FeatureChoice>): Change {
  return (recipe) => {
    const { [feature]: own, ...each } = recipe.features.each;
    const choice = { transform: null, scale: null, ...own, ...change };
    if (choice.transform !== null || choice.scale !== null) each[feature] = choice;
    return { ...recipe, features: { ...recipe.features, each } };
  };
}

function withSource(recipe: Recipe, place: number, change: Partial<SourceOptions>): SourceOptions[] {
  const given = recipe.sources ?? [];
  const count = Math.max(given.length, place + 1);
  return Array.from({ length: count }, (_, at) => {
    const source = given[at] ?? { kind: null, reading: UNDECIDED };
    return at === place ? { ...source, ...change } : source;
  });
}

/** The choices with those of one column changed; what the change leaves open stays. */
function withChoice(columns: Columns, column: string, change: Partial<ColumnChoice>): Columns {
  const { role, decimal, dateOrder, missing, counts } = columns[column] ?? {};
  const choice = {
    role: change.role ?? role ?? null,
    decimal: change.decimal ?? decimal ?? null,
    dateOrder: change.dateOrder ?? dateOrder ?? null,
    missing: change.missing ?? missing ?? null,
    counts: change.counts ?? counts ?? null,
  };
  return { ...columns, [column]: choice };
}

/** Whether two recipes differ in nothing but what segments are called. */
export function sameButNames(one: Recipe, other: Recipe): boolean {
  return JSON.stringify({ ...one, names: [] }) === JSON.stringify({ ...other, names: [] });
}
