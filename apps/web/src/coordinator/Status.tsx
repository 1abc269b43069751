import type { LearnerStatus } from '../generated/graphql.js';
import { statuses } from './statuses.js';

export function Status({ status }: { status: LearnerStatus }) {
  const { word, sign, tone } = statuses[status];
  return <span className={`sign ${tone}`} data-sign={sign}>{word}</span>;
}
