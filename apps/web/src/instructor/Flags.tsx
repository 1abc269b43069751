import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { plain } from '../answers/inWords.js';
import { FlaggedItemsDocument, JudgedItemsDocument, VersionStatementsDocument } from '../generated/graphql.js';
import { FlagLine } from '../statistics/FlagLine.js';
import { plural } from '../time/words.js';
import { useCourse } from './CourseContext.js';
import { keepVersion } from './CoursePage.js';
import { gapsOf, itemFindings, type Statistics } from './flags.js';
import { shortened } from './shortened.js';
import { useItemStatistics } from './useItemStatistics.js';

/** From so many attempts on statistics judge an item. */
const judgedFrom = 30;

/** What needs a look in this version: items that its answers speak against, statements nobody teaches or asks. */
export function Flags() {
  const { course, version } = useCourse();
  const [{ data, error }] = useQuery({ query: VersionStatementsDocument, variables: { id: version.id } });
  const pages = useItemStatistics(version.id);
  const params = { course: course.id };
  const statements = data?.courseVersion?.statements;
  const [{ data: told }] = useQuery({ query: FlaggedItemsDocument, variables: { course: course.id, dismissed: false, first: 5, after: null }, requestPolicy: 'cache-and-network' });
  const flagged = told?.flaggedItems ?? { totalCount: 0, nodes: [] };
  const early = useEarlySigns(course.id, pages.complete ? pages.items : []);
  const ready = statements !== undefined && pages.complete && early !== null;
  if (!ready) {
    return error !== undefined || pages.error !== null
      ? <p className="partly" role="status">What needs a look could not be worked out just now. <button type="button" className="link" onClick={pages.retry}>Try again</button></p>
      : <div aria-busy="true"><span className="unseen" role="status">Looking for items that need a look</span><Skeleton height={26} width="60%" radius="sm" /></div>;
  }
  const { untaught, unasked } = gapsOf(statements);
  const answered = pages.items.reduce((sum, each) => sum + each.answered, 0);
  return (
    <section aria-labelledby="flags" className="stack">
      <h2 id="flags">Needs a look</h2>
      {flagged.totalCount + early.length + untaught.length + unasked.length === 0 ? (
        <p className="sign good" data-sign="✓">{answered === 0 ? 'Every statement is taught and asked. No item has been answered yet.' : 'Every statement is taught and asked, and no item stands out.'}</p>
      ) : (
        <>
          {flagged.nodes.length > 0 && <ul className="found" aria-label="Items that their answers speak against">{flagged.nodes.map((one) => <FlagLine key={`${one.assessment}/${one.item}`} flagged={one} />)}</ul>}
          {flagged.totalCount > flagged.nodes.length && <p><Link to="/courses/$course/statistics" params={params} search={keepVersion}>All {flagged.totalCount} items that their answers speak against</Link></p>}
          <ul className="flags">
            {untaught.length > 0 && <li><span aria-hidden="true" className="bad">▲</span><Link to="/courses/$course/statements" params={params} search={(before) => ({ ...keepVersion(before), gaps: true })}>{plural(untaught.length, 'statement')} that no lesson teaches</Link></li>}
            {unasked.length > 0 && <li><span aria-hidden="true" className="warn">▲</span><Link to="/courses/$course/statements" params={params} search={(before) => ({ ...keepVersion(before), gaps: true })}>{plural(unasked.length, 'statement')} that no item asks</Link></li>}
            {early.slice(0, 5).map(({ item, findings }) => (
              <li key={item.id}>
                <span aria-hidden="true" className="warn">▲</span>
                <span><Link to="/courses/$course/items/$item" params={{ ...params, item: item.id }} search={keepVersion}>{shortened(plain(item.stemHtml))}</Link> <span className="quiet">{findings[0]}</span></span>
              </li>
            ))}
            {early.length > 5 && <li><span aria-hidden="true" /><Link to="/courses/$course/items" params={params} search={(before) => ({ ...keepVersion(before), flagged: true })}>All {early.length} items with early signs</Link></li>}
          </ul>
        </>
      )}
    </section>
  );
}

/** What few answers hint at, for items that statistics do not judge yet; null while that is being asked. */
function useEarlySigns(course: string, items: readonly Statistics[]): (Statistics & { findings: string[] })[] | null {
  const hinted = items.map((each) => ({ ...each, findings: itemFindings(each) })).filter((each) => each.findings.length > 0).sort((a, b) => (a.facility ?? 1) - (b.facility ?? 1)).slice(0, 100);
  const [{ data, error }] = useQuery({ query: JudgedItemsDocument, variables: { course, items: hinted.map(({ item }) => item.id) }, pause: hinted.length === 0 });
  if (hinted.length === 0 || error !== undefined) return hinted;
  if (data === undefined) return null;
  const judged = new Set(data.itemAnalyses.filter(({ analysis }) => analysis.attempts >= judgedFrom).map(({ analysis }) => analysis.item));
  return hinted.filter(({ item }) => !judged.has(item.id));
}
