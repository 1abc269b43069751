import { useApp } from '../session/app.js';
import { addressOf } from '../session/router.js';

/** Lessons to read again, by title; one that this version of the course does not have is left out, and one in another part can't be opened from here. */
export function LessonLinks({ ids }: { ids: string[] }) {
  const { session, words, about } = useApp();
  const lessons = session.outline.units.flatMap((unit) => unit.lessons).filter((lesson) => ids.includes(lesson.id));
  const elsewhere = about.part !== undefined && lessons.length < ids.length;
  if (lessons.length === 0 && !elsewhere) return null;
  return (
    <p class="again">
      {words.readAgain}{words.colon} {lessons.map((lesson, index) => <>{index > 0 && `${words.comma} `}<a key={lesson.id} href={addressOf({ name: 'lesson', id: lesson.id })}>{lesson.title}</a></>)}
      {elsewhere && `${lessons.length > 0 ? `${words.comma} ` : ''}${words.inAnotherPart}`}
    </p>
  );
}
