import type { LearnerStatus, RowFragment } from '../generated/graphql.js';

/** Each status with its word, its sign and its tone: colour never says it alone. */
export const statuses: Record<LearnerStatus, { word: string; sign: string; tone: 'good' | 'warn' | 'bad' | 'quiet' }> = {
  STUCK: { word: 'Stuck', sign: '■', tone: 'bad' },
  BEHIND: { word: 'Behind', sign: '▲', tone: 'warn' },
  ON_TRACK: { word: 'On track', sign: '●', tone: 'quiet' },
  NOT_STARTED: { word: 'Not started', sign: '○', tone: 'quiet' },
  COMPLETED: { word: 'Completed', sign: '✓', tone: 'good' },
};
export type Learner = RowFragment;
