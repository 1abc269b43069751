import { Skeleton } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useCallback, useMemo } from 'react';
import { useQuery } from 'urql';
import { TestStatisticsDocument, type TestNumbersFragment } from '../generated/graphql.js';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage, keepVersion } from '../instructor/CoursePage.js';
import { Loaded } from '../states/Loaded.js';
import { Empty } from '../states/states.js';
import { plural, unbroken } from '../time/words.js';
import { ScoreChart } from './charts/index.js';
import { Findings } from './Findings.js';
import { Freshness } from './Freshness.js';
import { inFigures } from './figures.js';
import { ItemsTable } from './ItemsTable.js';
import { Measures } from './Measures.js';
import { classesOf } from './scoreClasses.js';
import { StatisticsFilters } from './StatisticsFilters.js';
import { useTestItems } from './useTestItems.js';
import './statistics.css';

/** Is the test sound, and which items need a look? */
export function StatisticsPage() {
  const { course } = useCourse();
  const { assessment } = useParams({ from: '/courses/$course/statistics/$assessment' });
  const { taken, cohort, ...shown } = useSearch({ from: '/courses/$course/statistics/$assessment' });
  const filter = useMemo(() => ({ version: taken ?? null, cohort: cohort ?? null }), [taken, cohort]);
  const [result, load] = useQuery({ query: TestStatisticsDocument, variables: { course: course.id, assessment, filter }, requestPolicy: 'cache-and-network' });
  const again = useCallback(() => load({ requestPolicy: 'network-only' }), [load]);
  const numbers = result.data?.assessmentStatistics ?? null;
  const items = useTestItems(course.id, assessment, filter, numbers?.computedAt ?? null);
  const narrowed = taken !== undefined || cohort !== undefined;
  return (
    <CoursePage title={numbers === null ? 'Statistics' : `Statistics of ${numbers.title}`} ofVersion={false} up={<Link to="/courses/$course/statistics" params={{ course: course.id }} search={keepVersion}>Statistics</Link>}>
      <Loaded result={result} value={numbers} retry={again} what="assessment" need="instructors and coordinators">
        {(found) => (
          <div className="stack wide">
            <div className="stack">
              <StatisticsFilters key={found.assessment} numbers={found} narrowed={{ taken, cohort }} />
              {found.computedAt !== null && <p className="headline">{found.headline}</p>}
              <Freshness course={course.id} filter={filter} numbers={found} loading={result.fetching || result.stale} again={again} />
              <Findings findings={found.findings} label="What to know about the test" />
            </div>
            {found.computedAt !== null && found.attempts > 0 ? (
              <>
                <section aria-labelledby="scores" className="stack">
                  <h2 id="scores">The scores</h2>
                  <Scores numbers={found} />
                </section>
                <section aria-labelledby="items" className="stack">
                  <h2 id="items">The items</h2>
                  <ItemsTable course={course.id} assessment={assessment} pages={items} shown={shown} />
                </section>
              </>
            ) : !found.computing && (
              <Empty title={narrowed ? 'Nobody fits this choice' : 'Nobody has submitted this assessment yet'} action={narrowed && <Link to="/courses/$course/statistics/$assessment" params={{ course: course.id, assessment }}>Show all attempts</Link>}>
                {narrowed ? 'Choose another version or cohort.' : 'Numbers appear with the first submitted attempt. Items are judged from 30 attempts on; item response curves need 200.'}
              </Empty>
            )}
          </div>
        )}
      </Loaded>
    </CoursePage>
  );
}

function Scores({ numbers: { distribution, passMark, attempts, measures } }: { numbers: TestNumbersFragment }) {
  const classes = classesOf(distribution, 10);
  const most = classes.reduce((best, one) => (one.count > best.count ? one : best));
  const says = `How ${plural(attempts, 'attempt')} are spread over the scores: most, ${most.count}, earned ${most.from} to ${most.to} %. The numbers are in the table below.`;
  return (
    <>
      <figure className="stack tight">
        <Suspense fallback={<Skeleton height={220} />}><ScoreChart distribution={distribution} passMark={passMark} says={says} /></Suspense>
        <figcaption className="small quiet">Attempts by the share of points that they earned{passMark !== null && `; from the pass mark of ${inFigures(passMark, 'share')} on in colour`}.</figcaption>
        <details>
          <summary className="small">As a table</summary>
          <table className="grid narrow">
            <caption className="unseen">Attempts by the share of points that they earned</caption>
            <thead><tr><th scope="col">Score</th><th scope="col" className="figure">Attempts</th></tr></thead>
            <tbody>{classes.map(({ from, to, count }) => <tr key={from}><th scope="row">{from} to {to} %</th><td className="figure">{count}</td></tr>)}</tbody>
          </table>
        </details>
      </figure>
      <Measures measures={measures.map((measure) => ({ ...measure, sentence: unbroken(measure.sentence) }))} />
    </>
  );
}
