import { drawForm, earnedFeedback, orderOf, passes, scoreResponse, totalScore, viewOf, type Item } from '@preceptor/assessment';
import type { AssessmentContent, CourseOutline } from '@preceptor/course/delivery';
import type { OpenAttempt } from '@preceptor/tracking';
import { DeliveryError, type Attempt, type AttemptResult, type Outcome } from '../delivery.js';

/** Below this share of an item's points, its lessons are worth reading again. */
const SURE = 1;

/** An attempt's form: the same seed gives the same form, so one that was begun is drawn again as it was. */
export function drawAttempt(content: AssessmentContent, begun: OpenAttempt): Attempt {
  const { assessment } = content;
  const { form } = drawForm(assessment, content.banks, new Map(content.items.map((item) => [item.id, item])), begun.seed);
  if (form === null) throw new DeliveryError('NOT_FOUND', `no form of ${assessment.id} can be drawn from what the package carries`);
  const items = form.sections.flatMap((section) => section.items).map((id) => viewOf(itemOf(content, id), orderOf(form, id)));
  const secondsLeft = assessment.timeLimitSeconds === null ? null : Math.max(0, assessment.timeLimitSeconds - (Date.now() - Date.parse(begun.startedAt)) / 1000);
  return { id: begun.id, assessment: assessment.id, form: { form, introHtml: assessment.introHtml, items }, responses: begun.responses, secondsLeft };
}

/** What an attempt amounts to. `attemptsUsed` counts this one. */
export function resultOf(course: CourseOutline, content: AssessmentContent, attempt: Attempt, attemptsUsed: number): AttemptResult {
  const { assessment } = content;
  const scored = attempt.form.items.map(({ id }) => {
    const item = itemOf(content, id);
    const response = attempt.responses[id] ?? { value: null };
    return { item, outcome: { score: scoreResponse(item, response), feedback: earnedFeedback(item, response) } satisfies Outcome };
  });
  const total = totalScore(scored.map(({ outcome }) => outcome.score));
  const missed = scored.filter(({ outcome }) => outcome.score.outcome !== 'pending' && outcome.score.scaled < SURE);
  return {
    ...total,
    passed: passes(assessment, total),
    items: scored.map(({ item, outcome }) => ({ item: item.id, outcome: assessment.feedback === 'never' ? null : outcome })),
    parts: partsOf(course, scored),
    lessonsToReadAgain: [...new Set(missed.flatMap(({ item }) => item.lessons))],
    attemptsLeft: assessment.maxAttempts === null ? null : Math.max(0, assessment.maxAttempts - attemptsUsed),
  };
}

type Scored = { item: Item; outcome: Outcome };

/** By the unit that the items' lessons stand in; by lesson where all of them stand in one unit. */
function partsOf(course: CourseOutline, scored: Scored[]): AttemptResult['parts'] {
  const units = grouped(scored, ({ item }) => course.units.find((unit) => unit.lessons.some((lesson) => item.lessons.includes(lesson.id)))?.title);
  if (units.length > 1) return units;
  return grouped(scored, ({ item }) => course.units.flatMap((unit) => unit.lessons).find((lesson) => item.lessons.includes(lesson.id))?.title);
}

function grouped(scored: Scored[], titleOf: (one: Scored) => string | undefined): AttemptResult['parts'] {
  const parts = new Map<string, { title: string; raw: number; max: number }>();
  for (const one of scored) {
    const title = titleOf(one);
    if (title === undefined) continue;
    const part = parts.get(title) ?? { title, raw: 0, max: 0 };
    part.raw += one.outcome.score.raw;
    part.max += one.outcome.score.max;
    parts.set(title, part);
  }
  return [...parts.values()];
}

function itemOf(content: AssessmentContent, id: string): Item {
  const item = content.items.find((each) => each.id === id);
  if (item === undefined) throw new DeliveryError('NOT_FOUND', `the form names an item ${id} that the package does not carry`);
  return item;
}
