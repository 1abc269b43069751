import { correctedItem, rubricOf, scoreOf, type Standing } from '@preceptor/assessment';

/** What graders chose, in the rubric's own words. */
export interface ShownMarks { criteria: { id: string; title: string; levels: string[]; points: number; most: number }[]; comments: string[] }

/** How people graded an answer, for its learner; null: nobody has. */
export function marksOf(standing: Standing): ShownMarks | null {
  const { item, given, correction } = standing;
  const rubric = rubricOf(correctedItem(item, correction));
  if (given === null || rubric === null) return null;
  // What was earned by the rubric, also where the item was dropped since.
  const { parts } = scoreOf({ ...standing, correction: correction?.kind === 'key' ? correction : null });
  const criteria = rubric.map(({ id, title, levels }, at) => ({
    id, title, points: parts[at]?.raw ?? 0, most: parts[at]?.max ?? 0,
    levels: [...new Set(given.judgements.flatMap((judgement) => levels[judgement[id] ?? -1]?.description ?? []))],
  }));
  return { criteria, comments: given.comments.filter((comment) => comment !== '') };
}
