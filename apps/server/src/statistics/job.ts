import type { Item } from '@preceptor/assessment';
import type { SubmittedWanted } from '../learning/submitted-attempts.js';
import type { DatabaseConfig } from '../platform/config.js';
import type { Analysis } from './analysed.js';

/** All that an analysis needs besides the attempts themselves; it crosses to a worker as it is. */
export interface AnalysisJob {
  wanted: SubmittedWanted;
  /** newest first; `name` is what sentences call it */
  versions: { id: string; name: string }[];
  /** every item of these versions once, however many versions have it */
  items: Item[];
  /** by version id and item id, the place in `items` */
  itemsOf: Record<string, Record<string, number>>;
  /** what items are like now: of the newest version that has each, mended keys in place */
  now: Record<string, { item: Item; unit: string | null }>;
  /** what sentences call a cohort, by id; no two alike */
  cohortNames: Record<string, string>;
  passMark: number | null;
  /** ids of cohorts to compare; null: the two with the most attempts */
  compare: { reference: string; focal: string } | null;
  /** about how many attempts there are */
  attempts: number;
}
export interface WorkerTask { database: DatabaseConfig; job: AnalysisJob }
/** What a worker tells: how many attempts are read, and in the end what they show. */
export type WorkerNews = { read: number } | { analysis: Analysis };
