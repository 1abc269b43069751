import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { CohortMapDocument } from '../generated/graphql.js';
import { readOutline } from '../learning/reading.js';
import { type CohortLive, withLive } from '../live/useCohortLive.js';
import { Loaded } from '../states/Loaded.js';
import { plural } from '../time/words.js';

/** Learner by lesson: where the cohort is, and where it thins out. Those who are least far stand first. */
export function HeatMap({ cohort, turn, live }: { cohort: string; turn: number; live: CohortLive }) {
  const [result, again] = useQuery({ query: CohortMapDocument, variables: { id: cohort, after: null } });
  const retry = () => again({ requestPolicy: 'network-only' });
  const turned = useRef(turn);
  useEffect(() => {
    if (turned.current !== turn) again({ requestPolicy: 'network-only' });
    turned.current = turn;
  }, [turn, again]);
  return (
    <section aria-labelledby="map" className="stack">
      <h2 id="map">Who has read what</h2>
      <Loaded result={result} value={result.data?.cohort} retry={retry} what="cohort">
        {({ learners, courseVersion }) => {
          const units = readOutline(courseVersion.outline)?.units.filter((unit) => unit.lessons.length > 0) ?? [];
          const lessons = units.flatMap((unit) => unit.lessons);
          const rows = learners.edges.map((edge) => withLive(edge.node, live)).map((row) => ({ ...row, done: new Set(row.lessonsCompleted) }));
          return (
            <>
              <div className="sheet scrolls" tabIndex={0} role="group" aria-label="Map of learners by lesson">
                <table className="map">
                  <caption className="unseen">Which learner has finished which lesson</caption>
                  <thead>
                    <tr><td />{units.map((unit, place) => <th key={unit.id} scope="colgroup" colSpan={unit.lessons.length} title={unit.title}><span aria-hidden="true">{place + 1}</span><span className="unseen">{unit.title}</span></th>)}</tr>
                    <tr className="unseen"><th scope="col">Learner</th>{lessons.map((lesson) => <th key={lesson.id} scope="col">{lesson.title}</th>)}</tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.enrolment.id}>
                        <th scope="row"><Link to="/learners/$enrolment" params={{ enrolment: row.enrolment.id }} className="plain">{row.account.name}</Link></th>
                        {units.map((unit) => unit.lessons.map((lesson, place) => (
                          <td key={lesson.id} className={place === 0 ? 'first' : undefined} title={`${row.account.name}: ${lesson.title}, ${row.done.has(lesson.id) ? 'finished' : 'not finished'}`}>
                            <span className={row.done.has(lesson.id) ? 'done' : 'open'}><span className="unseen">{row.done.has(lesson.id) ? 'finished' : 'not finished'}</span></span>
                          </td>
                        )))}
                      </tr>
                    ))}
                  </tbody>
                  <tfoot>
                    <tr>
                      <th scope="row">Finished by</th>
                      {units.map((unit) => unit.lessons.map((lesson, place) => <td key={lesson.id} className={place === 0 ? 'first number' : 'number'}>{rows.filter((row) => row.done.has(lesson.id)).length}</td>))}
                    </tr>
                  </tfoot>
                </table>
              </div>
              <p className="small quiet legend"><span className="done" /> finished <span className="open" /> not finished. A column is a lesson, grouped by unit; rest on a square to see its name.{learners.pageInfo.hasNextPage && ` The ${plural(rows.length, 'learner')} who are least far are shown; all are in the table below.`}</p>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
