import { useApp } from '../session/app.js';
import { addressOf } from '../session/router.js';

/** Lessons to read again, by title; one that this version of the course does not have is left out. */
export function LessonLinks({ ids }: { ids: string[] }) {
  const { session, words } = useApp();
  const lessons = session.outline.units.flatMap((unit) => unit.lessons).filter((lesson) => ids.includes(lesson.id));
  if (lessons.length === 0) return null;
  return (
    <p class="again">
      {words.readAgain}: {lessons.map((lesson, index) => <>{index > 0 && ', '}<a key={lesson.id} href={addressOf({ name: 'lesson', id: lesson.id })}>{lesson.title}</a></>)}
    </p>
  );
}
