import type { ItemStatistics } from '../analyse.js';
import type { Measure } from '../attempt.js';
import { standardErrorsAbove } from '../discrimination.js';
import { wilson } from '../distributions.js';
import type { Drift } from '../drift.js';
import { chance, percent, seconds, two, type Said } from './explanation.js';
import { optionFindings } from './option-findings.js';
import { thresholds } from './thresholds.js';

/** What is wrong with an item, the gravest first. `usualTime`: median of the items' median times, in seconds. */
export function itemFindings(item: ItemStatistics, usualTime: number | null): Said[] {
  if (item.n < thresholds.attempts) {
    return [{
      code: 'too-few-attempts', severity: 'note', evidence: { n: item.n, wanted: thresholds.attempts },
      sentence: `Only ${item.n} ${item.n === 1 ? 'attempt has' : 'attempts have'} shown this item.`,
      advice: `Read its numbers with care until ${thresholds.attempts} have.`,
    }];
  }
  const options = optionFindings(item);
  const explained = options.some(({ code }) => code === 'key-suspect' || code === 'ambiguous');
  const level = ofDifficulty(item);
  return [
    ...options, ...level,
    ...(explained || level.length > 0 ? [] : notDiscriminating(item)),
    ...omitted(item), ...slow(item, usualTime),
    ...drifted('drifted-version', 'version', item.byVersion), ...drifted('drifted-cohort', 'cohort', item.byCohort),
    ...favours(item),
  ];
}

function ofDifficulty(item: ItemStatistics): Said[] {
  const { mean } = item.facility;
  const { low, high } = wilson(mean * item.n, item.n, thresholds.confidence);
  const evidence = { facility: mean, n: item.n };
  if (low > thresholds.easy) {
    return [{
      code: 'too-easy', severity: 'note', evidence, sentence: `Nearly everybody is right (${percent(mean)}), so the item tells learners apart hardly at all.`,
      advice: 'Keep it if everybody must know this; else make its distractors likelier or use it for practice.',
    }];
  }
  const options = item.options.value?.options ?? [];
  const single = options.filter((option) => option.key).length === 1 && options.length > 1;
  const guess = single ? 1 / options.length : thresholds.hardWithoutOptions;
  const tellsApart = item.discrimination.value !== null && standardErrorsAbove(item.discrimination.value, 0) > thresholds.confidence;
  return high >= guess ? [] : [{
    code: 'too-hard', severity: tellsApart ? 'note' : 'warning', evidence: { ...evidence, guess },
    sentence: `Fewer are right (${percent(mean)}) than ${single ? `guessing would give (${percent(guess)})` : `${percent(guess)}`}.`,
    advice: 'Check the key, then whether this was taught, and whether the question can be misread.',
  }];
}

function notDiscriminating({ discrimination: { value } }: ItemStatistics): Said[] {
  if (value === null || standardErrorsAbove(value, thresholds.poorDiscrimination) > -thresholds.strongConfidence) return [];
  return [{
    code: 'not-discriminating', severity: 'warning', evidence: { discrimination: value.r, low: value.low, high: value.high, n: value.n },
    sentence: `Those who know the rest do little better here than those who don't (correlation ${two(value.r)}).`,
    advice: 'Look for a stem that can be read in two ways, a clue that gives the key away, or something the course does not teach.',
  }];
}

function omitted(item: ItemStatistics): Said[] {
  if (wilson(item.omitted.n, item.n, thresholds.confidence).low <= thresholds.omitted) return [];
  return [{
    code: 'often-omitted', severity: 'warning', evidence: { omitted: item.omitted.n, share: item.omitted.share, n: item.n },
    sentence: `${percent(item.omitted.share)} left it unanswered.`,
    advice: 'Does it stand at the end (too little time), is it hard to operate, or unclear what is asked?',
  }];
}

function slow({ time: { value } }: ItemStatistics, usual: number | null): Said[] {
  if (value === null || usual === null || value.n < thresholds.attempts || value.median < thresholds.slow * usual) return [];
  return [{
    code: 'slow', severity: 'note', evidence: { median: value.median, usual, n: value.n },
    sentence: `It takes ${seconds(value.median)} at the median, where an item usually takes ${seconds(usual)}.`,
    advice: 'Shorten what must be read, or give it the points and the time that it needs.',
  }];
}

function drifted(code: 'drifted-version' | 'drifted-cohort', word: string, { value }: Measure<Drift>): Said[] {
  const found = value?.adjusted ?? null;
  if (found === null || found.p >= thresholds.groupChance || Math.abs(found.difference) < thresholds.drift) return [];
  const easier = found.difference > 0;
  return [{
    code, severity: 'warning', evidence: { group: found.group, difference: found.difference, p: found.p },
    sentence: `In ${word} ${found.group} learners of the same total score earn ${percent(Math.abs(found.difference))} ${easier ? 'more' : 'less'} here than elsewhere (${chance(found.p)}).`,
    advice: easier ? 'Has the item become known, or was this taught more closely there? If known, replace it.' : 'Was something reworded, or taught otherwise there? Compare the texts.',
  }];
}

function favours({ differential: { value } }: ItemStatistics): Said[] {
  if (value === null || value.favours === null || value.p >= thresholds.groupChance) return [];
  if (value.groups.reference < thresholds.differentialGroup || value.groups.focal < thresholds.differentialGroup) return [];
  return [{
    code: 'favours-group', severity: value.class === 'C' ? 'serious' : 'warning',
    evidence: { class: value.class, favours: value.favours, difference: value.difference, p: value.p, ...(value.odds === null ? {} : { odds: value.odds.ratio, delta: value.odds.delta }) },
    sentence: `It favours the ${value.favours} group among learners of the same total score (ETS class ${value.class}, ${chance(value.p)}).`,
    advice: 'Have someone from each group read it: is a word, a setting or a skill needed that is not what is tested? If so, rewrite or drop it.',
  }];
}
