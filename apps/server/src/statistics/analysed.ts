import type { SeenPoint, StatedMeasure } from '@preceptor/assessment/statistics';

/** What is kept of an analysis: plain JSON, as GraphQL gives it out. */
export type Severity = 'none' | 'note' | 'warning' | 'serious';
export interface AnalysedFinding { code: string; severity: Severity; sentence: string; advice: string }
export interface AnalysedGroup { name: string; attempts: number; facility: number; standardError: number | null; difference: number | null; differenceError: number | null; p: number | null; sentence: string }
export interface AnalysedOption { id: string; name: string; label: string; key: boolean; chosen: number; share: number; meanRest: number | null; discrimination: number | null; low: number | null; high: number | null; byAbility: number[]; sentence: string }
export interface AnalysedDifference { reference: string; focal: string; referenceAttempts: number; focalAttempts: number; difference: number; p: number; etsClass: string; favours: string | null; oddsRatio: number | null; oddsLow: number | null; oddsHigh: number | null; sentence: string }
export interface CurvePoint { ability: number; probability: number; low: number; high: number }

export interface AnalysedItem {
  item: string;
  /** plain text */
  stem: string;
  kind: string;
  unit: string | null;
  attempts: number;
  severity: Severity;
  measures: StatedMeasure[];
  findings: AnalysedFinding[];
  options: AnalysedOption[];
  byVersion: AnalysedGroup[];
  byCohort: AnalysedGroup[];
  differential: AnalysedDifference | null;
  curve: CurvePoint[];
  seenCurve: SeenPoint[];
}

/** What is said of the assessment as a whole. `distribution`: attempts in each per cent, 0 to 100. */
export interface AnalysedTest {
  headline: string;
  measures: StatedMeasure[];
  findings: AnalysedFinding[];
  distribution: number[];
  passMark: number | null;
  items: number;
  flagged: number;
  cohorts: { id: string; name: string; attempts: number }[];
  versions: { id: string; name: string; attempts: number }[];
  compared: { reference: string; focal: string } | null;
}

/** `items`: those that need a look first, the gravest first. */
export interface Analysis { attempts: number; lastAt: string | null; test: AnalysedTest; items: AnalysedItem[] }
