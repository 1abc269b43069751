import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { VersionStatementsDocument, VersionUnitsDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { plural } from '../time/words.js';
import { AsSeen } from './AsSeen.js';
import { useCourse } from './CourseContext.js';
import { CoursePage, keepVersion } from './CoursePage.js';

/** A lesson as the learner sees it, beside what it teaches. */
export function LessonPage() {
  const { course, version } = useCourse();
  const { lesson: id } = useParams({ from: '/courses/$course/lessons/$lesson' });
  const instructs = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: VersionUnitsDocument, variables: { id: version.id } });
  const [{ data }] = useQuery({ query: VersionStatementsDocument, variables: { id: version.id }, requestPolicy: 'cache-first', pause: !instructs });
  const lessons = result.data?.courseVersion?.units.flatMap((unit) => unit.lessons.map((lesson) => ({ ...lesson, unit }))) ?? [];
  const place = lessons.findIndex((lesson) => lesson.id === id);
  const statements = new Map(data?.courseVersion?.statements.map((statement) => [statement.id, statement]));
  const params = { course: course.id };
  const neighbour = (to: number, label: string) => {
    const other = lessons[to];
    return other === undefined ? null : <Link to="/courses/$course/lessons/$lesson" params={{ ...params, lesson: other.id }} search={keepVersion}>{label}</Link>;
  };
  const found = lessons[place];
  return (
    <CoursePage title={found?.title ?? 'Lesson'} {...(found === undefined ? {} : { lead: found.unit.title })}
      actions={<nav aria-label="Other lessons" className="row small">{neighbour(place - 1, 'Previous lesson')}{place >= 0 && neighbour(place + 1, 'Next lesson')}</nav>}>
      <Loaded result={result} value={found} retry={() => again({ requestPolicy: 'network-only' })} what="lesson" need="instructors and coordinators">
        {(lesson) => (
          <div className="beside">
            <AsSeen version={version.id} kind="lesson" id={id} title="The lesson as a learner sees it" />
            <div className="stack" style={{ gap: '2rem' }}>
              <dl className="facts">
                <dt>Length</dt><dd>{lesson.minutes} min, {plural(lesson.words, 'word')}</dd>
                <dt>Read by</dt><dd>{plural(lesson.completedBy, 'learner')}</dd>
                <dt>Checks</dt>
                <dd>{lesson.checks.length === 0 ? 'none' : lesson.checks.map((check, index) => (
                  <span key={check}>{index > 0 && ', '}{instructs ? <Link to="/courses/$course/items/$item" params={{ ...params, item: check }} search={keepVersion}>{check}</Link> : check}</span>
                ))}</dd>
              </dl>
              {instructs && <section aria-labelledby="teaches" className="stack tight">
                <h2 id="teaches">What it teaches</h2>
                {lesson.statements.length === 0 ? <p className="quiet">It names no statement.</p> : (
                  <ul className="stack">
                    {lesson.statements.map((statement) => (
                      <li key={statement}>
                        <Link to="/courses/$course/statements" params={params} search={(before) => ({ ...keepVersion(before), q: statement })}>{statement}</Link> {statements.get(statement)?.text}{' '}
                        {statements.get(statement)?.items.length === 0 && <span className="sign warn small" data-sign="▲">no item asks it</span>}
                      </li>
                    ))}
                  </ul>
                )}
              </section>}
            </div>
          </div>
        )}
      </Loaded>
    </CoursePage>
  );
}
