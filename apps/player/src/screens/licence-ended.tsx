import type { CourseOutline } from '@preceptor/course/delivery';
import { dayOf } from '../session/licence.js';
import { formatsFor } from '../words/formats.js';
import { localeOf, wordsFrom, type WordsData } from '../words/words.js';

/** In place of a course whose licence is over; no session is opened, so nothing is recorded. `day` is the last day, ISO 8601. */
export function LicenceEnded({ outline, words: data, day }: { outline: CourseOutline; words: WordsData; day: string }) {
  const locale = localeOf(outline.language, data);
  const words = wordsFrom(data, locale);
  return (
    <main class="column">
      <p class="eyebrow">{outline.title}</p>
      <h1>{words.licenceEnded(formatsFor(locale).day(dayOf(day)))}</h1>
      <p>{words.licenceEndedHelp}</p>
    </main>
  );
}
