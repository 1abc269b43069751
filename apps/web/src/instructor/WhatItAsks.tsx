import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { VersionStatementsDocument } from '../generated/graphql.js';
import { useCourse } from './CourseContext.js';
import { keepVersion } from './CoursePage.js';
import type { Statistics } from './flags.js';
import { kindName } from './itemOrder.js';

/** An item's level, difficulty and statements, with the lessons that teach them. */
export function WhatItAsks({ item }: { item: Statistics['item'] }) {
  const { course, version } = useCourse();
  const [{ data }] = useQuery({ query: VersionStatementsDocument, variables: { id: version.id }, requestPolicy: 'cache-first' });
  const statements = new Map(data?.courseVersion?.statements.map((statement) => [statement.id, statement]));
  const params = { course: course.id };
  return (
    <section aria-labelledby="about" className="stack tight">
      <h2 id="about">What it asks</h2>
      <dl className="facts">
        <dt>Level</dt><dd>{kindName(item.level)}</dd>
        <dt>Difficulty</dt><dd>{kindName(item.difficulty)}</dd>
        <dt>Kind</dt><dd>{kindName(item.kind)}</dd>
        <dt>Id</dt><dd>{item.id}</dd>
      </dl>
      <ul className="stack" style={{ marginTop: '0.75rem' }}>
        {item.statements.map((statement) => (
          <li key={statement}>
            <Link to="/courses/$course/statements" params={params} search={(before) => ({ ...keepVersion(before), q: statement })}>{statement}</Link>{' '}
            {statements.get(statement)?.text}
            <span className="small quiet" style={{ display: 'block' }}>
              {(statements.get(statement)?.lessons ?? []).map((lesson, index) => (
                <span key={lesson.id}>{index === 0 ? 'Taught in ' : ', '}<Link to="/courses/$course/lessons/$lesson" params={{ ...params, lesson: lesson.id }} search={keepVersion} className="plain">{lesson.title}</Link></span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
