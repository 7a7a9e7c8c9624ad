/** The recipes of a sitting, in order, and which of them holds. */

import type { Recipe } from "./generated/types.ts";

/** Makes a new recipe of the one that holds; it must not change that one. */
export type Change = (recipe: Recipe) => Recipe;

export class History {
  #recipes: Recipe[];
  #at = 0;

  constructor(recipe: Recipe) {
    this.#recipes = [recipe];
  }

  /** The recipe that holds. */
  get current(): Recipe {
    return this.#recipes[this.#at] as Recipe;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#recipes.length - 1;
  }

  /** Goes on with a changed recipe; what had been undone is gone. False where the change changes nothing. */
  push(change: Change): boolean {
    const next = change(this.current);
    if (this.holds(next)) return false;
    this.#recipes = [...this.#recipes.slice(0, this.#at + 1), next];
    this.#at += 1;
    return true;
  }

  /** Says of the recipe that holds what it left open; that is no change to undo. */
  amend(change: Change): void {
    this.#recipes[this.#at] = change(this.current);
  }

  /** False where there is nothing before. */
  undo(): boolean {
    if (!this.canUndo) return false;
    this.#at -= 1;
    return true;
  }

  /** False where nothing was undone. */
  redo(): boolean {
    if (!this.canRedo) return false;
    this.#at += 1;
    return true;
  }

  /** Whether it is this recipe that holds. */
  holds(recipe: Recipe): boolean {
    return recipe === this.current || JSON.stringify(recipe) === JSON.stringify(this.current);
  }

  /** Makes a recipe hold again. One that is no longer part of this history, since others took its place, comes last. */
  returnTo(recipe: Recipe): void {
    const at = this.#recipes.indexOf(recipe);
    if (at >= 0) this.#at = at;
    else this.push(() => recipe);
  }
}
