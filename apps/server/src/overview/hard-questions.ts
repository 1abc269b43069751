import type { LoadedVersion } from '../catalog/course-versions.js';
import { textOf } from '../catalog/plain-text.js';
import { placedItems } from '../catalog/version-view.js';
import type { WrongAnswers } from '../learning/wrong-answers.service.js';
import type { HardQuestion } from './overview.types.js';

/** Of fewer learners nothing can be said; what fewer than a third get wrong is no trouble. */
export const leastLearners = 3;
export const leastShare = 1 / 3;
const most = 10;
const longestStem = 160;

/** The questions that the largest part of a cohort gets wrong. What was answered in several versions of a course is taken together and shown as the newest asks it. */
export function hardestOf(answers: readonly WrongAnswers[], versions: readonly LoadedVersion[]): HardQuestion[] {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const questions = new Map<string, WrongAnswers & { version: LoadedVersion }>();
  for (const one of answers) {
    const version = byId.get(one.courseVersionId);
    if (version === undefined) continue;
    const key = `${version.courseId}/${one.itemId}`;
    const known = questions.get(key);
    if (known === undefined) questions.set(key, { ...one, version });
    else questions.set(key, { ...known, learners: known.learners + one.learners, wrong: known.wrong + one.wrong, version: version.number > known.version.number ? version : known.version });
  }
  return [...questions.values()].filter(({ learners, wrong }) => learners >= leastLearners && wrong / learners >= leastShare)
    .toSorted((a, b) => b.wrong / b.learners - a.wrong / a.learners || b.learners - a.learners || (a.itemId < b.itemId ? -1 : 1)).slice(0, most).flatMap(shown);
}

function shown({ itemId, learners, wrong, version }: WrongAnswers & { version: LoadedVersion }): HardQuestion[] {
  const placed = placedItems(version.course).find(({ item }) => item.id === itemId);
  if (placed === undefined) return [];
  const stem = textOf(placed.item.stemHtml);
  return [{
    courseId: version.courseId, courseVersionId: version.id, item: itemId, stem: stem.length > longestStem ? `${stem.slice(0, longestStem - 1)}…` : stem,
    unit: version.course.units.find(({ id }) => id === placed.unit)?.title ?? null, learners, wrong,
  }];
}
