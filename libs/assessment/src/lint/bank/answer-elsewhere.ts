import type { ItemReading } from '../reading/item-reading.js';
import { prose, matterOf } from '../reading/words.js';
import type { BankPlace, BankRule } from '../rule.js';
import { haladyna, irrelevant } from '../sources.js';

const share = 0.6;
const commonest = 40;

export const answerElsewhere: BankRule = {
  title: 'Another item gives the answer away', severity: 'flaw', english: true, rules: [haladyna(4), irrelevant('items hinged to the answer of a related item')],
  why: `A learner who meets both need not know. Found where the stem of one item has every word of matter of another's right answer, and ${share * 100} % or more of the words of matter of its question.`,
  mend: 'Reword the item that tells, or forbid that a form draws both.',
  checkBank: (readings) => {
    const stems = readings.map((reading) => matterOf(told(reading)));
    const holders = new Map<string, number[]>();
    for (const [index, stem] of stems.entries()) {
      for (const word of stem) {
        const list = holders.get(word);
        if (list === undefined) holders.set(word, [index]);
        else list.push(index);
      }
    }
    return readings.flatMap((reading, index): BankPlace[] => {
      const asked = [...(stems[index] ?? [])];
      return rightAnswers(reading).flatMap((answer) => {
        const matter = [...matterOf(answer.words)].filter((word) => !asked.includes(word));
        const rarest = matter.map((word) => holders.get(word) ?? []).sort((one, other) => one.length - other.length)[0] ?? [];
        if (matter.length === 0 || asked.length < 3 || rarest.length > commonest || answer.words.join('').length < 4) return [];
        const teller = rarest.find((other) => other !== index && tells(stems[other] ?? new Set(), matter, asked));
        const other = teller === undefined ? undefined : readings[teller]?.item.id;
        return other === undefined ? [] : [{ item: reading.item.id, path: 'stem', others: [other], message: `The stem of ${other} says “${answer.text}”, the answer to this item.` }];
      }).slice(0, 1);
    });
  },
};

function tells(stem: ReadonlySet<string>, answer: readonly string[], asked: readonly string[]): boolean {
  return answer.every((word) => stem.has(word)) && asked.filter((word) => stem.has(word)).length >= share * asked.length;
}

/** What an item says before it is answered; a claim that is false tells nothing true. */
function told({ item, stem }: ItemReading): readonly string[] {
  return item.kind === 'true-false' && !item.key.correct ? [] : stem.words;
}

function rightAnswers({ item, sets }: ItemReading): { text: string; words: readonly string[] }[] {
  if (item.kind === 'single-choice') return sets.flatMap(({ right }) => right);
  if (item.kind !== 'fill-in') return [];
  return item.key.accept.flatMap((accepted) => ('text' in accepted ? [prose(accepted.text)] : []));
}
