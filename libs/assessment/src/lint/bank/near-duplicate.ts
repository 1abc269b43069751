import type { ItemReading } from '../reading/item-reading.js';
import type { BankRule } from '../rule.js';
import { haladyna } from '../sources.js';
import { alike } from './likeness.js';

const least = 0.7;
/** Shorter texts are alike by chance. */
const fewest = 30;

export const nearDuplicate: BankRule = {
  title: 'Nearly the same item twice', severity: 'advice', english: false, rules: [haladyna(4)],
  why: `Two versions of one question in a form count one thing twice, and one may answer the other. Stem, options and texts are compared by their three-letter runs: a Jaccard index of ${least} or more, found by MinHash.`,
  mend: 'Keep the better one, or forbid that a form draws both.',
  checkBank: (readings) => {
    const read = readings.map((reading) => ({ reading, text: whole(reading) })).filter(({ text }) => text.length >= fewest);
    return alike(read.map(({ text }) => text), least).flatMap(({ first, second, likeness }) => {
      const [one, two] = [read[first]?.reading.item, read[second]?.reading.item];
      return one === undefined || two === undefined ? [] : [{ item: two.id, path: 'stem', others: [one.id], message: `Its words are ${(likeness * 100).toFixed(0)} % those of ${one.id}.` }];
    });
  },
};

function whole({ item, stem, sets }: ItemReading): string {
  const parts = [stem.text, ...sets.flatMap(({ options }) => options.map(({ text }) => text))];
  if (item.kind === 'matching') parts.push(...item.content.premises.map(({ html }) => html));
  if (item.kind === 'ordering' || item.kind === 'categorising') parts.push(...item.content.elements.map(({ html }) => html));
  if (item.kind === 'extended-matching') parts.push(...item.content.questions.map(({ stemHtml }) => stemHtml));
  if (item.kind === 'hotspot') parts.push(item.content.image, ...item.content.regions.map(({ label }) => label));
  if (item.kind === 'cloze') parts.push(item.content.textHtml);
  return parts.join(' ').replace(/<[^>]*>/g, ' ');
}
