import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { plain } from '../answers/inWords.js';
import { VersionStatementsDocument } from '../generated/graphql.js';
import { plural } from '../time/words.js';
import { useCourse } from './CourseContext.js';
import { keepVersion } from './CoursePage.js';
import { gapsOf, itemFindings } from './flags.js';
import { useItemStatistics } from './useItemStatistics.js';

/** What needs a look in this version: items that its answers speak against, statements nobody teaches or asks. */
export function Flags() {
  const { course, version } = useCourse();
  const [{ data, error }] = useQuery({ query: VersionStatementsDocument, variables: { id: version.id } });
  const pages = useItemStatistics(version.id);
  const params = { course: course.id };
  const statements = data?.courseVersion?.statements;
  const flagged = pages.items.map((each) => ({ ...each, findings: itemFindings(each) })).filter((each) => each.findings.length > 0);
  flagged.sort((a, b) => (a.facility ?? 1) - (b.facility ?? 1));
  const ready = statements !== undefined && pages.complete;
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
      {flagged.length + untaught.length + unasked.length === 0 ? (
        <p className="sign good" data-sign="✓">{answered === 0 ? 'Every statement is taught and asked. No item has been answered yet.' : 'Every statement is taught and asked, and no item stands out.'}</p>
      ) : (
        <ul className="flags">
          {untaught.length > 0 && <li><span aria-hidden="true" className="bad">▲</span><Link to="/courses/$course/statements" params={params} search={(before) => ({ ...keepVersion(before), gaps: true })}>{plural(untaught.length, 'statement')} that no lesson teaches</Link></li>}
          {unasked.length > 0 && <li><span aria-hidden="true" className="warn">▲</span><Link to="/courses/$course/statements" params={params} search={(before) => ({ ...keepVersion(before), gaps: true })}>{plural(unasked.length, 'statement')} that no item asks</Link></li>}
          {flagged.slice(0, 5).map(({ item, findings }) => (
            <li key={item.id}>
              <span aria-hidden="true" className="warn">▲</span>
              <span><Link to="/courses/$course/items/$item" params={{ ...params, item: item.id }} search={keepVersion}>{shortened(plain(item.stemHtml))}</Link> <span className="quiet">{findings[0]}</span></span>
            </li>
          ))}
          {flagged.length > 5 && <li><span aria-hidden="true" /><Link to="/courses/$course/items" params={params} search={(before) => ({ ...keepVersion(before), flagged: true })}>All {flagged.length} items that need a look</Link></li>}
        </ul>
      )}
    </section>
  );
}

export function shortened(text: string, most = 90): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
