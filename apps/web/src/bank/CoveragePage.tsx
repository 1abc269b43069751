import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { BankCoursesDocument, CoverageDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { plural } from '../time/words.js';
import { CoverageMap } from './CoverageMap.js';
import { mostOf, type CoveredUnit } from './coverageLook.js';
import './bank.css';

/** Which statements of a course its questions ask, at which level: where some are missing, and where there are too many. */
export function CoveragePage() {
  const search = useSearch({ from: '/bank/coverage' });
  const navigate = useNavigate({ from: '/bank/coverage' });
  const [result, again] = useQuery({ query: BankCoursesDocument });
  const courses = [...new Map(result.data?.itemBanks.nodes.flatMap(({ course }) => (course === null ? [] : [[course.id, course.title] as const])) ?? []).entries()];
  const chosen = search.course ?? courses[0]?.[0];
  return (
    <Page title="Coverage" within="Questions" trail={<Link to="/bank">Questions</Link>} lead="Each row is a statement of the course, each column a level: the darker, the more questions ask it. Open a number to see them; open + to write one.">
      <Loaded result={result} value={result.data?.itemBanks} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="instructors and reviewers">
        {() => chosen === undefined ? <Empty title="No bank belongs to a course yet" action={<Link to="/bank">Go to the banks</Link>}>Coverage is counted against the statements of a course. Give a bank its course, or bring in a course’s questions.</Empty> : (
          <>
            {courses.length > 1 && (
              <div className="filters">
                <NativeSelect className="grow" label="Course" value={chosen} data={courses.map(([value, label]) => ({ value, label }))} onChange={(event) => { const course = event.currentTarget.value; void navigate({ search: { course } }); }} />
              </div>
            )}
            <Chart course={chosen} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Chart({ course }: { course: string }) {
  const [result, again] = useQuery({ query: CoverageDocument, variables: { course } });
  return (
    <Loaded result={result} value={result.data?.statementCoverage} retry={() => again({ requestPolicy: 'network-only' })} what="course" skeleton={<TableBones rows={10} label="Counting the questions" />}>
      {(units) => units.length === 0 ? <Empty title="This course has no statements">A course that names the statements of its guide can be traced: each question says which it asks.</Empty> : <><Summary units={units} /><CoverageMap course={course} units={units} /></>}
    </Loaded>
  );
}

/** What the picture says, in words, and the ways to narrow it. */
function Summary({ units }: { units: readonly CoveredUnit[] }) {
  const { show } = useSearch({ from: '/bank/coverage' });
  const most = mostOf(units);
  const statements = units.flatMap((unit) => unit.statements);
  const missing = statements.filter(({ items }) => items === 0).length;
  const many = statements.filter(({ items }) => items > most).length;
  const views = [
    { value: undefined, label: `All ${plural(statements.length, 'statement')}` }, { value: 'missing' as const, label: `${missing.toLocaleString('en')} that nothing asks` },
    { value: 'many' as const, label: `${many.toLocaleString('en')} with more than ${most} questions` },
  ];
  return (
    <ul className="views" aria-label="Which statements">
      {views.map(({ value, label }) => <li key={label}><Link from="/bank/coverage" to="." search={(before) => ({ ...before, show: value })} replace resetScroll={false} {...(show === value ? { 'aria-current': 'true' as const } : {})}>{label}</Link></li>)}
    </ul>
  );
}
