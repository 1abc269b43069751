import type { ItemStatistics } from '../analyse.js';
import { standardErrorsAbove } from '../discrimination.js';
import type { OptionStatistics } from '../distractors.js';
import { wilson } from '../distributions.js';
import { percent, two, type Said } from './explanation.js';
import { thresholds } from './thresholds.js';

/** A key that looks wrong, a second defensible answer, distractors that nobody takes. */
export function optionFindings(item: ItemStatistics): Said[] {
  const suspect = keySuspect(item);
  if (suspect !== null) return [suspect];
  return [...ambiguous(item), ...unusedDistractors(item)];
}

function keySuspect(item: ItemStatistics): Said | null {
  const whole = item.discrimination.value;
  if (whole === null) return null;
  const rival = rivals(item)[0];
  const weakWin = standardErrorsAbove(whole, 0) < -thresholds.confidence;
  if (!weakWin && (rival === undefined || !outdoes(item, rival))) return null;
  if (rival === undefined || top(rival) <= topOfKey(item)) {
    return !weakWin ? null : {
      code: 'key-suspect', severity: 'serious', evidence: { discrimination: whole.r, n: whole.n },
      sentence: `The weaker learners do better here than the strong (correlation ${two(whole.r)}).`,
      advice: 'Check the key and the scoring: most likely a wrong answer is marked right.',
    };
  }
  return {
    code: 'key-suspect', severity: 'serious',
    evidence: { option: rival.option, chosenByStrongest: top(rival), keyByStrongest: topOfKey(item), discrimination: whole.r, n: whole.n },
    sentence: `The strongest learners choose ${rival.option} (${percent(top(rival))} of them, ${percent(topOfKey(item))} the key), and scores here go against the rest of the test (${two(whole.r)}).`,
    advice: `Check the key: is ${rival.option} right? If so, change it and regrade.`,
  };
}

/** The item as keyed tells nobody apart, and the strongest clearly prefer the rival. */
function outdoes(item: ItemStatistics, rival: OptionStatistics): boolean {
  const whole = item.discrimination.value;
  return whole !== null && whole.r < thresholds.poorDiscrimination / 2 && top(rival) > 1.5 * topOfKey(item);
}

function ambiguous(item: ItemStatistics): Said[] {
  const [rival] = rivals(item).filter((option) => top(option) >= thresholds.chosenByStrong && topOfKey(item) >= thresholds.chosenByStrong);
  const key = item.options.value?.options.find((option) => option.key);
  if (rival === undefined || key === undefined) return [];
  return [{
    code: 'ambiguous', severity: 'warning',
    evidence: { option: rival.option, key: key.option, chosenByStrongest: top(rival), keyByStrongest: topOfKey(item), chosenByWeakest: rival.byAbility[0] ?? 0, n: item.n },
    sentence: `The strong choose ${rival.option} (${percent(top(rival))} of the strongest) nearly as they choose ${key.option} (${percent(topOfKey(item))}), and more often than the weak do.`,
    advice: `Can ${rival.option} be defended? Make the question say which is meant, change ${rival.option}, or accept both and regrade.`,
  }];
}

/** Distractors that the able choose more than the weak, beyond chance over all distractors; the most chosen by the strongest first. */
function rivals(item: ItemStatistics): OptionStatistics[] {
  const options = item.options.value?.options ?? [];
  if (item.n < thresholds.attempts || !options.some((option) => option.key)) return [];
  return options
    .filter(({ key, discrimination }) => !key && discrimination.value !== null && standardErrorsAbove(discrimination.value, 0) > thresholds.confidence)
    .sort((a, b) => top(b) - top(a));
}

function unusedDistractors(item: ItemStatistics): Said[] {
  const wrong = (item.options.value?.options ?? []).filter((option) => !option.key);
  if (item.n < thresholds.distractorAttempts || wrong.length === 0) return [];
  const fair = (thresholds.fairPartOfWrong * (1 - item.facility.mean)) / wrong.length;
  return wrong.filter(({ chosen, share }) => share <= fair && wilson(chosen, item.n).high < thresholds.workingDistractor).map(({ option, chosen, share }): Said => ({
    code: 'distractor-never-chosen', severity: 'note', evidence: { option, chosen, share, n: item.n },
    sentence: chosen === 0 ? `Nobody of ${item.n} chose ${option}.` : `Only ${chosen} of ${item.n} chose ${option} (${percent(share)}).`,
    advice: `${option} distracts nobody: replace it by a mistake that learners really make, or leave it out.`,
  }));
}

const top = (option: OptionStatistics): number => option.byAbility.at(-1) ?? 0;
const topOfKey = (item: ItemStatistics): number => Math.max(0, ...(item.options.value?.options ?? []).filter((option) => option.key).map(top));
