import type { CarriedOver } from '@preceptor/tracking';
import type { PackageIdentity } from '../identity/identity.js';

/** Whether an LMS can put one package in the place of another while learners are in it. */
export type DiffVerdict = 'safe' | 'care' | 'new-activity';

export type ChangedThing = 'course' | 'unit' | 'lesson' | 'item' | 'reflection' | 'assessment' | 'rule' | 'option' | 'language' | 'part' | 'player';

/** One thing that is different. `id` is of the course, or the name of the rule or option. */
export interface PackageChange { what: ChangedThing; change: 'added' | 'gone' | 'moved' | 'renamed' | 'changed'; id: string; /** a sentence */ message: string }

/** Why a verdict is not "safe". `code` is stable. */
export interface DiffReason { code: DiffReasonCode; verdict: Exclude<DiffVerdict, 'safe'>; /** a sentence */ message: string }
export type DiffReasonCode =
  | 'ANOTHER_COURSE' | 'ANOTHER_STANDARD' | 'ANOTHER_STRUCTURE' | 'PART_GONE' | 'NOTHING_KEPT'
  | 'ANOTHER_EDITION' | 'PART_ADDED' | 'ANOTHER_LANGUAGE' | 'LANGUAGE_GONE' | 'MORE_TO_COMPLETE' | 'LESSON_GONE' | 'ASSESSMENT_GONE'
  | 'SUCCESS_DECIDED_OTHERWISE' | 'ATTEMPT_BEGINS_AGAIN' | 'PASS_MARK' | 'FEWER_ATTEMPTS' | 'TIME_LIMIT' | 'OPTION';

/** What is compared: a package's identity, or that which a course folder would have. */
export type Compared = Omit<PackageIdentity, 'standard'> & { standard: string | null };

/** One of the two that were compared. `standard` is null for a course folder that was compared with another. */
export interface DiffSide { course: string; title: string; version: string; hash: string; standard: string | null; structure: string; languages: string[] }

/** What a new version of a package changes for learners who are in the middle of the old one. */
export interface PackageDiff {
  format: 'preceptor-diff/1';
  from: DiffSide;
  to: DiffSide;
  verdict: DiffVerdict;
  reasons: DiffReason[];
  changes: PackageChange[];
  /** ids, by the rule by which states resume; null where the two are not the same course */
  carriesOver: CarriedOver | null;
  /** sentences about learners who completed the old one, and about those in the middle of it */
  learners: { completed: string[]; inTheMiddle: string[] };
}

/** What stands between quotation marks in a sentence: bounded, and without characters that would steer a terminal or turn the text around. */
export function quoted(text: string): string {
  const plain = [...text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()];
  return `"${plain.length > 80 ? `${plain.slice(0, 79).join('')}…` : plain.join('')}"`;
}

/** `1 lesson`, `2 lessons`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** A few names in a sentence: "A", "B" and 3 more. */
export function named(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map(quoted);
  const rest = titles.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
