import type { Blueprint } from './blueprint.js';

/** How many forms are wanted, and how they may be alike. */
export interface FormWish {
  /** 1 to 20 */
  forms: number;
  /** Most items that any two forms may have in common. */
  overlap: number;
  /** An item may stand in at most this share of the forms, 0..1 (the maximum exposure rate); never in fewer than one. */
  mostUse: number;
}

export interface Kept { form: number; section: string; item: string }

export interface SolveOptions extends FormWish {
  /** How often each item has been used so far (forms and answers, in whatever unit the caller counts); those used less come first. */
  exposure: Readonly<Record<string, number>>;
  /** The same seed gives the same forms of the same items. */
  seed: string;
  /** Items that must stand where they are named: `form` is counted from 0. What is no candidate there is left out. */
  kept?: readonly Kept[];
  /** Most that solving may take, in seconds; 20 unless said otherwise. */
  timeLimit?: number;
}

/** A form: which items stand in which section, in order. `id` is a letter: a, b, c, … */
export interface BuiltForm { id: string; sections: { id: string; items: string[] }[] }

/** One of the demands that together can't be met. */
export type Demand =
  | { part: 'count'; section: string }
  | { part: 'least'; rule: string }
  | { part: 'most'; rule: string }
  | { part: 'apart'; apart: string }
  | { part: 'seconds' }
  | { part: 'overlap' }
  | { part: 'use' };

/** A number of the blueprint or of the wish that the nearest feasible one has otherwise. */
export interface Change { demand: Demand; from: number; to: number; words: string }

export type Solution =
  | { outcome: 'solved'; forms: BuiltForm[]; /** no better forms were left untried within the gap; false: the time was over */ settled: boolean; seconds: number }
  | {
    outcome: 'impossible';
    /** Why, in words. */
    reason: string;
    /** Demands that contradict each other; without any one of them the rest can be met, where `irreducible`. */
    conflict: { demand: Demand; words: string }[];
    irreducible: boolean;
    /** What can be met with the least change; null: not found in time. */
    nearest: { blueprint: Blueprint; wish: FormWish; changes: Change[] } | null;
    seconds: number;
  }
  | { outcome: 'out-of-time'; reason: string; seconds: number };
