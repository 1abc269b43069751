import type { Lesson } from '../compiled.js';
import { startOfFile, type SourceText, type Span } from '../files/source-text.js';
import { compileMarkdown } from '../markdown/html.js';
import type { Mention } from '../markdown/task.js';
import { countWords, minutesOf } from '../markdown/text.js';
import { lessonSchema } from '../source/unit.js';
import { checkValue } from '../yaml/check.js';
import { matterOf, type FrontMatter } from './front-matter.js';
import { keyOf, PartBuilder, type Part, type PartContext } from './part.js';

export interface LessonBody { lesson: Omit<Lesson, 'checks'>; checks: Mention[]; /** of the id */ span: Span; statementsSpan: Span }

/** Compiles a lesson: its front matter and its Markdown, each of them even if the other is broken. */
export function compileLesson(source: SourceText, context: PartContext): Part<LessonBody> {
  const part = new PartBuilder(source, context);
  const matter = frontMatter(part);
  const file = matter === null ? null : part.yaml(matter);
  const id = keyOf(file?.value, 'id');
  if (file !== null) part.define('lesson', id, file.at(['id']));
  const head = file === null ? null : checkValue(lessonSchema, file, file.value, [], part.list);

  const start = matter === null ? 0 : matter.bodyStart;
  const text = source.text.slice(start);
  const compiled = compileMarkdown(text, part.setting, 'lesson', `${typeof id === 'string' ? id : 'lesson'}-`, (from, to) => source.span(start + from, start + to));
  const { task } = compiled;
  if (text.trim() === '') part.list.report('empty-lesson', source, startOfFile, 'This lesson has no text.');
  for (const term of task.terms) part.mention('term', term.id, term.span);
  for (const check of task.checks) part.mention('item', check.id, check.span);
  for (const reflection of task.reflections) part.define('reflection', reflection.id, reflection.span);
  if (head === null || file === null) return part.done<LessonBody>(null);

  part.mentionAll('statement', head.statements, file, ['statements']);
  if (head.statements.length === 0) part.list.report('lesson-without-statements', source, file.at(['statements']), 'This lesson names no statement that it teaches.');
  const words = countWords(compiled.text);
  return part.done({
    lesson: {
      id: head.id, title: head.title, html: compiled.html.trim(), text: compiled.text, words,
      minutes: minutesOf(words, task.checks.length + task.reflections.length),
      statements: head.statements,
      reflections: task.reflections.map(({ id: reflection, promptHtml }) => ({ id: reflection, promptHtml })),
    },
    checks: task.checks,
    span: file.at(['id']),
    statementsSpan: file.atKey(['statements']),
  });
}

/** Where the front matter and the text stand. null: there is no front matter, which is reported. */
function frontMatter(part: PartBuilder): FrontMatter | null {
  const { source } = part;
  const found = matterOf(source.text);
  if (found === null) part.list.report('front-matter-missing', source, startOfFile, 'The lesson does not begin with its front matter.');
  else if (!found.closed) part.list.report('front-matter-unclosed', source, source.span(0, 3), 'The front matter that begins here has no end.');
  return found;
}
