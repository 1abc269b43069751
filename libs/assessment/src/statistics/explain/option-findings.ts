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
  const key = keyOf(item);
  const rival = key === undefined ? undefined : rivals(item).find((option) => beats(option.strongerHalf, key.strongerHalf, thresholds.strongConfidence));
  if (rival !== undefined && key !== undefined) {
    const [strong, keyed] = [half(item, rival), half(item, key)];
    return {
      code: 'key-suspect', severity: 'serious', evidence: { option: rival.option, chosenByStrong: strong, keyByStrong: keyed, discrimination: whole.r, n: whole.n },
      sentence: `The strongest learners choose ${rival.option}: ${percent(strong)} of the stronger half do, and ${percent(keyed)} choose the key.`,
      advice: `Check the key: is ${rival.option} right? If so, change it and regrade.`,
    };
  }
  return standardErrorsAbove(whole, 0) >= -thresholds.confidence ? null : {
    code: 'key-suspect', severity: 'serious', evidence: { discrimination: whole.r, n: whole.n },
    sentence: `The weaker learners do better here than the strong (correlation ${two(whole.r)}).`,
    advice: 'Check the key and the scoring: most likely a wrong answer is marked right.',
  };
}

/** More of the same people chose one than the other, beyond chance (a sign test). */
const beats = (one: number, other: number, confidence: number): boolean => one > other && (one - other) / Math.sqrt(one + other) > confidence;

function ambiguous(item: ItemStatistics): Said[] {
  const key = keyOf(item);
  if (key === undefined || half(item, key) < thresholds.chosenByStrong) return [];
  const people = (item.discrimination.value?.n ?? 0) / 2;
  const chosen = (option: OptionStatistics, confidence: number): boolean => wilson(option.strongerHalf, people, confidence).low > thresholds.chosenByStrong;
  const rises = ({ discrimination }: OptionStatistics): boolean => discrimination.value !== null && standardErrorsAbove(discrimination.value, 0) > thresholds.confidence;
  const rival = rivals(item).find((option) => chosen(option, thresholds.confidence) || (half(item, option) > thresholds.chosenByStrong && rises(option)));
  // of a hard item many of the strong are wrong too, but not all in one place
  if (rival === undefined || !beats(rival.strongerHalf, mostOther(item, rival), thresholds.confidence)) return [];
  return [{
    code: 'ambiguous', severity: rises(rival) || chosen(rival, thresholds.strongConfidence) ? 'warning' : 'note',
    evidence: { option: rival.option, key: key.option, chosenByStrong: half(item, rival), keyByStrong: half(item, key), chosenByWeakest: rival.byAbility[0] ?? 0, n: item.n },
    sentence: `The strong choose both ${rival.option} (${percent(half(item, rival))} of the stronger half) and ${key.option} (${percent(half(item, key))}).`,
    advice: `Can ${rival.option} be defended? Make the question say which is meant, change ${rival.option}, or accept both and regrade.`,
  }];
}

/** Distractors that the able do not choose less than the weak, as they should; the most chosen by the stronger half first. */
function rivals(item: ItemStatistics): OptionStatistics[] {
  const options = item.options.value?.options ?? [];
  return options
    .filter(({ key, discrimination }) => !key && discrimination.value !== null && discrimination.value.r > thresholds.falling)
    .sort((a, b) => b.strongerHalf - a.strongerHalf);
}

/** Choices of the stronger half for the most chosen of the other distractors. */
function mostOther(item: ItemStatistics, rival: OptionStatistics): number {
  return Math.max(0, ...(item.options.value?.options ?? []).filter((option) => !option.key && option !== rival).map(({ strongerHalf }) => strongerHalf));
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

/** The key that most of the stronger half chose; without one (partial credit and no facts) nothing is said of options. */
function keyOf(item: ItemStatistics): OptionStatistics | undefined {
  return (item.options.value?.options ?? []).filter((option) => option.key).sort((a, b) => b.strongerHalf - a.strongerHalf)[0];
}

const half = (item: ItemStatistics, option: OptionStatistics): number => option.strongerHalf / Math.max(1, (item.discrimination.value?.n ?? 0) / 2);
