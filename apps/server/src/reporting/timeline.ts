import type { CourseOutline } from '@preceptor/course/delivery';
import type { AttemptChange, TrackingEvent } from '@preceptor/tracking';

/** What an event says to a coordinator, in a sentence. Nothing of what was answered or written is in it. */
export function sentenceOf(event: TrackingEvent, outline: CourseOutline): string {
  const lessons = outline.units.flatMap((unit) => unit.lessons);
  const lesson = (id: string) => quoted(lessons.find((candidate) => candidate.id === id)?.title ?? id);
  const assessment = (id: string) => quoted(outline.units.find((unit) => unit.assessment?.id === id)?.assessment?.title ?? id);
  switch (event.type) {
    case 'launched': return event.resumed ? 'Came back to the course.' : 'Opened the course for the first time.';
    case 'acknowledged': return 'Acknowledged the disclaimer.';
    case 'lesson-opened': return `Opened ${lesson(event.lesson)}.`;
    case 'position': return `Read ${Math.round(event.position * 100)} % of ${lesson(event.lesson)}.`;
    case 'lesson-completed': return `Completed ${lesson(event.lesson)}.`;
    case 'item-answered': return event.lesson === undefined ? 'Answered a question of an assessment.' : `Answered the check in ${lesson(event.lesson)}.`;
    case 'attempt-started': return `Began an attempt at ${assessment(event.assessment)}.`;
    case 'attempt-submitted': return `Submitted an attempt at ${assessment(event.assessment)}${resultOf(event)}.`;
    case 'attempt-rescored': return `${assessment(event.assessment)} was scored anew${resultOf(event)}.`;
    case 'attempt-changed': return changes[event.change](assessment(event.assessment));
    case 'focus-changed': return event.away ? 'Left the page of an attempt.' : 'Came back to the page of an attempt.';
    case 'reflection-saved': return `Wrote a reflection in ${lesson(event.lesson)}.`;
    case 'session-ended': return `Left after ${minutes(event.seconds)}.`;
  }
}

const changes: Record<AttemptChange, (assessment: string) => string> = {
  moved: (assessment) => `Went on with ${assessment} on another device.`,
  'break-began': (assessment) => `Took a break in ${assessment}.`,
  'break-ended': (assessment) => `Came back from a break in ${assessment}.`,
  conditions: (assessment) => `Was given other conditions for ${assessment}.`,
};

/** Rounded down: 79.6 % must not look like 80 % where 80 % is needed. */
function resultOf({ score }: Pick<Extract<TrackingEvent, { type: 'attempt-submitted' }>, 'score'>): string {
  if (score === undefined) return '';
  const verdict = score.passed === null ? '' : score.passed ? ', passed' : ', not passed';
  return `: ${Math.floor(score.scaled * 100 + 1e-9)} %${verdict}`;
}

const quoted = (title: string) => `“${title}”`;
const minutes = (seconds: number) => (seconds < 60 ? 'less than a minute' : seconds < 90 ? 'a minute' : `${Math.round(seconds / 60)} minutes`);
