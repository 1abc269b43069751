import { known, unknown, type ItemFacts, type Measure } from './attempt.js';
import { optionDiscrimination, type Correlation } from './discrimination.js';
import type { ItemTally } from './item-tally.js';
import { shareOut, weighed } from './score-table.js';

export interface OptionStatistics {
  option: string;
  /** by the facts given, else when those who chose it earned full marks on the average */
  key: boolean;
  chosen: number;
  /** of all who were shown the item */
  share: number;
  /** mean rest score (0..1) of those who chose it */
  meanRest: Measure<number>;
  /** correlation of choosing it with the rest score: above 0 for a key, below 0 for a distractor */
  discrimination: Measure<Correlation>;
  /** share that chose it among the weakest third or fifth first, up to the strongest */
  byAbility: number[];
  /** how many of the stronger half chose it; halves divide ties in proportion, so it need not be whole */
  strongerHalf: number;
}

export interface OptionsAnalysis {
  /** 5 groups from 150 learners, else 3 */
  groups: number;
  options: OptionStatistics[];
}

/** Every option, chosen or known to be there, in the order of `facts.options` and then by name. */
export function analyseOptions(item: ItemTally, facts: ItemFacts = {}): Measure<OptionsAnalysis> {
  const names = [...new Set([...(facts.options ?? []), ...(facts.key ?? []), ...[...item.options.keys()].sort()])];
  if (names.length === 0) return unknown('too-few-attempts');
  const groups = item.byRest.total >= 150 ? 5 : 3;
  const parts = shareOut(item.byRest.n, Array.from({ length: groups }, (_, at) => (at + 1) / groups));
  const [, stronger] = shareOut(item.byRest.n, [0.5, 1]);
  const options = names.map((option): OptionStatistics => {
    const tally = item.options.get(option);
    const key = facts.key === undefined ? tally !== undefined && tally.score / tally.n > 0.999 : facts.key.includes(option);
    if (tally === undefined) {
      return { option, key, chosen: 0, share: 0, meanRest: unknown('too-few-attempts'), discrimination: unknown('no-variance'), byAbility: parts.map(() => 0), strongerHalf: 0 };
    }
    return {
      option, key, chosen: tally.n, share: tally.n / item.n,
      meanRest: tally.rested > 0 ? known(tally.rest / tally.rested) : unknown('no-rest-score'),
      discrimination: optionDiscrimination(item, tally),
      byAbility: item.byRest.total === 0 ? [] : parts.map((part) => weighed(tally.byLevel, part) / weighed(item.byRest.n, part)),
      strongerHalf: stronger === undefined ? 0 : weighed(tally.byLevel, stronger),
    };
  });
  return known({ groups, options });
}
