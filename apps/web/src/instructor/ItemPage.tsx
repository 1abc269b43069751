import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { plain } from '../answers/inWords.js';
import { VersionItemDocument, VersionStatementsDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { percent } from '../time/words.js';
import { AsSeen } from './AsSeen.js';
import { useCourse } from './CourseContext.js';
import { CoursePage, keepVersion } from './CoursePage.js';
import { itemFindings } from './flags.js';
import { shortened } from './Flags.js';
import { kindName } from './itemOrder.js';
import { OptionBars } from './OptionBars.js';
import { useItemStatistics } from './useItemStatistics.js';

/** Is it a good question? As the learner sees it, and beside it what its answers say. */
export function ItemPage() {
  const { course, version } = useCourse();
  const { item: id } = useParams({ from: '/courses/$course/items/$item' });
  const [result, again] = useQuery({ query: VersionItemDocument, variables: { id: version.id, item: id } });
  const [{ data }] = useQuery({ query: VersionStatementsDocument, variables: { id: version.id }, requestPolicy: 'cache-first' });
  // The item before stays in the data while the next is on its way.
  const nodes = result.data?.courseVersion?.itemStatistics.nodes;
  const found = nodes?.find((each) => each.item.id === id) ?? (nodes === undefined || nodes.length > 0 ? undefined : null);
  const statements = new Map(data?.courseVersion?.statements.map((statement) => [statement.id, statement]));
  const params = { course: course.id };
  return (
    <CoursePage title={found === undefined || found === null ? 'Item' : shortened(plain(found.item.stemHtml), 80)} up={<Link to="/courses/$course/items" params={params} search={keepVersion}>Items</Link>}
      actions={found !== undefined && found !== null && <Neighbours item={id} />}>
      <Loaded result={found === undefined && result.error === undefined ? {} : result} value={found} retry={() => again({ requestPolicy: 'network-only' })} what="item" need="instructors">
        {(statistics) => {
          const { item, answered, facility } = statistics;
          const findings = itemFindings(statistics);
          return (
            <div className="beside">
              <AsSeen version={version.id} kind="item" id={id} title="The question as a learner sees it" />
              <div className="stack" style={{ gap: '2rem' }}>
                {findings.length > 0 && <ul className="flags" aria-label="Findings">{findings.map((finding) => <li key={finding}><span aria-hidden="true" className="warn">▲</span>{finding}</li>)}</ul>}
                <section aria-labelledby="answers" className="stack tight">
                  <h2 id="answers">How it was answered</h2>
                  {answered > 0 && <p className="quiet">{answered} answered it{facility === null ? '' : `, facility ${percent(facility)}`}</p>}
                  <OptionBars statistics={statistics} />
                </section>
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
              </div>
            </div>
          );
        }}
      </Loaded>
    </CoursePage>
  );
}

/** The ways to the items before and after; the list of all items comes after the item itself, which doesn't wait for it. */
function Neighbours({ item }: { item: string }) {
  const { course, version } = useCourse();
  const { items } = useItemStatistics(version.id);
  const place = items.findIndex((each) => each.item.id === item);
  const neighbour = (to: number, label: string) => {
    const other = items[to];
    return other === undefined ? null : <Link to="/courses/$course/items/$item" params={{ course: course.id, item: other.item.id }} search={keepVersion}>{label}</Link>;
  };
  return <nav aria-label="Other items" className="row small">{neighbour(place - 1, 'Previous item')}{place >= 0 && neighbour(place + 1, 'Next item')}</nav>;
}
