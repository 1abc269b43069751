import type { ItemView } from '@preceptor/assessment';
import type { LessonContent } from '@preceptor/course/delivery';
import { useEffect, useRef } from 'preact/hooks';
import { Html } from '../reading/html.js';
import { LessonBody } from '../reading/lesson-body.js';
import { useReadingPlace } from '../reading/reading-place.js';
import { useApp } from '../session/app.js';
import { lessonCount, stepsOf, type Step } from './course-path.js';
import { Heading } from './heading.js';
import { Loaded } from './loaded.js';
import { NextAndBack } from './next-and-back.js';
import { Missing } from './missing.js';
import { NotOpen, useClosed } from './opening.js';

export function LessonScreen({ id }: { id: string }) {
  const { session } = useApp();
  const step = stepsOf(session.outline).find((each) => each.kind === 'lesson' && each.lesson.id === id);
  const closed = useClosed('lesson', id);
  if (closed !== null) return <NotOpen {...closed} />;
  if (step?.kind !== 'lesson') return <Missing />;
  return <Loaded name={id} load={() => session.delivery.lesson(id)}>{(content) => <Lesson key={id} step={step} content={content} />}</Loaded>;
}

function Lesson({ step, content }: { step: Extract<Step, { kind: 'lesson' }>; content: LessonContent<ItemView> }) {
  const { session, words, formats } = useApp();
  const { lesson, unit } = step;
  const end = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  useEffect(() => void session.report('lesson-opened', { lesson: lesson.id }), []);
  const complete = useReadingPlace(lesson.id, text, end);
  return (
    <article class="column lesson" ref={text}>
      <p class="eyebrow">{unit.title}<span class="where">{words.lessonOf(step.number, lessonCount(session.outline))}{words.comma} {words.minutes(lesson.minutes)}</span></p>
      <Heading>{lesson.title}</Heading>
      {step.firstOfUnit && <UnitOpening unit={unit} />}
      <LessonBody content={content} />
      <div ref={end} />
      <p class="print-only">{words.printed(formats.day(new Date()))}</p>
      <NextAndBack step={step} onNext={complete} />
      <p class="after"><button type="button" class="link" onClick={() => window.print()}>{words.print}</button></p>
    </article>
  );
}

/** What a unit is about and what one can do after it; shown with its first lesson. */
function UnitOpening({ unit }: { unit: Step['unit'] }) {
  const { words } = useApp();
  if (unit.summaryHtml === '' && unit.objectives.length === 0) return null;
  return (
    <div class="unit-opening">
      {unit.summaryHtml !== '' && <Html html={unit.summaryHtml} />}
      {unit.objectives.length > 0 && (
        <>
          <p class="objectives-label">{words.objectives}</p>
          <ul>{unit.objectives.map((objective) => <li key={objective}>{objective}</li>)}</ul>
        </>
      )}
    </div>
  );
}
