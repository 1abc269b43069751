import { arrangement } from '../arrangement.js';
import { itemOf, type Banks, type ItemsById } from '../blueprint.js';
import { sectionsOfForm } from '../fixed-forms.js';
import { drawForm } from '../form.js';
import type { Assessment, Item } from '../item.js';
import { randomFrom } from '../random.js';
import { viewOf } from '../view.js';
import { paperQuestion, type PaperQuestion } from './question.js';

export interface PaperSection { title: string; questions: (PaperQuestion & { number: number })[] }
/** One version of a printed form. `letter` tells it from the others. */
export interface PaperVersion { letter: string; sections: PaperSection[]; /** most that can be earned */ points: number }
export interface Paper { versions: PaperVersion[]; /** items that can't stand on paper, and why */ left: { item: string; why: string }[] }

export const mostVersions = 8;

/**
 * An assessment for paper, in versions of which each learner gets one. They hold the same items, drawn once by `seed`,
 * in another order of items (where a section is shuffled) and of choices; where the assessment has fixed forms, the
 * versions take these in turn. The same seed gives the same papers, so that a key can be printed another day. null: no
 * form can be drawn.
 */
export function paperOf(assessment: Assessment, banks: Banks, itemsById: ItemsById, seed: string, count: number): Paper | null {
  const forms = assessment.forms ?? [];
  const left = new Map<string, string>();
  const versions: PaperVersion[] = [];
  for (let index = 0; index < Math.min(mostVersions, Math.max(1, count)); index += 1) {
    const fixed = forms[index % Math.max(1, forms.length)];
    const { forms: _forms, ...plain } = assessment;
    const { form } = drawForm(fixed === undefined ? plain : { ...plain, sections: sectionsOfForm(assessment, fixed) }, banks, itemsById, seed);
    if (form === null) return null;
    const letter = String.fromCharCode(65 + index);
    let number = 0;
    const sections = form.sections.map(({ id, title, items }) => {
      const shuffled = assessment.sections.find((section) => section.id === id)?.shuffle === true;
      const order = shuffled && index > 0 ? randomFrom(`${seed}/${letter}/${id}`).shuffle(items) : items;
      const questions = order.flatMap((name) => {
        const item = itemOf(itemsById, name);
        const made = item === undefined ? 'It is not in the course.' : onPaper(item, index === 0 ? seed : `${seed}/${letter}`);
        if (typeof made === 'string') {
          left.set(name, made);
          return [];
        }
        return [{ ...made, number: number += 1 }];
      });
      return { title, questions };
    });
    versions.push({ letter, sections, points: sections.flatMap(({ questions }) => questions).reduce((sum, { points }) => sum + points, 0) });
  }
  return { versions, left: [...left].map(([item, why]) => ({ item, why })) };
}

const onPaper = (item: Item, seed: string): PaperQuestion | string => paperQuestion(item, viewOf(item, arrangement(item, seed)));
