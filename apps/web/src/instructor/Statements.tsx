import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useTyped } from '../frame/useTyped.js';
import { VersionStatementsDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { plural } from '../time/words.js';
import { useCourse } from './CourseContext.js';
import { CoursePage, keepVersion } from './CoursePage.js';
import { isGap } from './flags.js';
import { StatementRow } from './StatementRow.js';

/** Which lessons teach and which items ask each statement of the guide. */
export function Statements() {
  const { course, version } = useCourse();
  const filters = useSearch({ from: '/courses/$course/statements' });
  const navigate = useNavigate({ from: '/courses/$course/statements' });
  const [result, again] = useQuery({ query: VersionStatementsDocument, variables: { id: version.id } });
  const [typed, setTyped] = useTyped(filters.q ?? '', (q) => void navigate({ search: (before) => ({ ...before, q: q === '' ? undefined : q }), replace: true }));
  return (
    <CoursePage title="Statements" lead="What the guide claims, which lessons teach it and which items ask it.">
      <Loaded result={result} value={result.data?.courseVersion} retry={() => again({ requestPolicy: 'network-only' })} what="version" need="instructors" skeleton={<TableBones />}>
        {({ statements }) => {
          if (statements.length === 0) return <Empty title="This course states no claims yet">List the guide’s claims in statements.yaml and name them in lessons and items; this table then shows what is taught and what is asked.</Empty>;
          const sections = [...new Set(statements.map((statement) => statement.section))];
          const wanted = filters.q?.toLowerCase();
          const shown = statements.filter((statement) => (filters.gaps !== true || isGap(statement))
            && (filters.section === undefined || statement.section === filters.section)
            && (wanted === undefined || `${statement.id} ${statement.text}`.toLowerCase().includes(wanted)));
          const gaps = statements.filter(isGap).length;
          return (
            <>
              <div className="filters">
                <TextInput className="grow" label="Search" type="search" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} placeholder="words of a statement" />
                <NativeSelect label="Section of the guide" value={filters.section ?? ''} data={[{ value: '', label: 'All sections' }, ...sections]}
                  onChange={(event) => { const section = event.currentTarget.value; void navigate({ search: (before) => ({ ...before, section: section === '' ? undefined : section }), replace: true }); }} />
                <Checkbox label={`Only gaps (${gaps})`} checked={filters.gaps === true} mb={8}
                  onChange={(event) => { const gapsOnly = event.currentTarget.checked; void navigate({ search: (before) => ({ ...before, gaps: gapsOnly ? true : undefined }), replace: true }); }} />
              </div>
              <p className="quiet small" role="status" style={{ marginBottom: '0.5rem' }}>{shown.length === statements.length ? plural(statements.length, 'statement') : `${shown.length} of ${plural(statements.length, 'statement')}`}</p>
              {shown.length === 0 ? (
                <Empty title={filters.gaps === true && gaps === 0 ? 'No gaps' : 'No statement fits'} action={<Link to="/courses/$course/statements" params={{ course: course.id }} search={keepVersion}>Show all statements</Link>}>
                  {filters.gaps === true && gaps === 0 ? 'Every statement is taught by a lesson and asked by an item.' : 'Loosen the search or the filters.'}
                </Empty>
              ) : (
                <table className="grid folds traced">
                  <caption className="unseen">Statements with the lessons that teach and the items that ask each</caption>
                  <thead><tr><th scope="col">Statement</th><th scope="col">Taught in</th><th scope="col">Asked by</th></tr></thead>
                  <tbody>{shown.map((statement) => <StatementRow key={statement.id} statement={statement} />)}</tbody>
                </table>
              )}
            </>
          );
        }}
      </Loaded>
    </CoursePage>
  );
}
