import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { NativeSelect } from '@mantine/core';
import { useQuery } from 'urql';
import { plain } from '../answers/inWords.js';
import { ItemNumbersDocument, VersionItemDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { ItemStatistics } from '../statistics/ItemStatistics.js';
import { ItemVerdict } from '../statistics/ItemVerdict.js';
import type { ItemInTest } from '../statistics/optionsByAbility.js';
import { OptionTable } from '../statistics/OptionTable.js';
import { percent, plural } from '../time/words.js';
import { When } from '../time/When.js';
import { AsSeen } from './AsSeen.js';
import { useCourse } from './CourseContext.js';
import { CoursePage, keepVersion } from './CoursePage.js';
import { itemFindings } from './flags.js';
import { shortened } from './shortened.js';
import { OptionBars } from './OptionBars.js';
import { useItemStatistics } from './useItemStatistics.js';
import { WhatItAsks } from './WhatItAsks.js';

/** Is it a good question? As the learner sees it, and beside it what its answers say. */
export function ItemPage() {
  const { course, version } = useCourse();
  const { item: id } = useParams({ from: '/courses/$course/items/$item' });
  const [result, again] = useQuery({ query: VersionItemDocument, variables: { id: version.id, item: id } });
  // The item before stays in the data while the next is on its way.
  const nodes = result.data?.courseVersion?.itemStatistics.nodes;
  const found = nodes?.find((each) => each.item.id === id) ?? (nodes === undefined || nodes.length > 0 ? undefined : null);
  const params = { course: course.id };
  const { analyses, analysis, reload } = useAnalyses(id);
  return (
    <CoursePage title={found === undefined || found === null ? 'Item' : shortened(plain(found.item.stemHtml), 80)} up={<Link to="/courses/$course/items" params={params} search={keepVersion}>Items</Link>}
      actions={found !== undefined && found !== null && <Neighbours item={id} />}>
      <Loaded result={found === undefined && result.error === undefined ? {} : result} value={found} retry={() => again({ requestPolicy: 'network-only' })} what="item" need="instructors">
        {(statistics) => {
          const { item, answered, facility } = statistics;
          const early = analysis === null ? itemFindings(statistics) : [];
          return (
            <>
              {analyses.length > 1 && analysis !== null && <WhichAssessment analyses={analyses} chosen={analysis.assessment} />}
              {analysis !== null && <ItemVerdict course={course.id} analysis={analysis.analysis} again={reload} />}
              <div className="beside">
                <AsSeen version={version.id} kind="item" id={id} title="The question as a learner sees it" />
                <div className="stack" style={{ gap: '2rem' }}>
                  {early.length > 0 && <ul className="flags" aria-label="Findings">{early.map((finding) => <li key={finding}><span aria-hidden="true" className="warn">▲</span>{finding}</li>)}</ul>}
                  <section aria-labelledby="answers" className="stack tight">
                    <h2 id="answers">How it was answered</h2>
                    {analysis !== null && analysis.analysis.options.length > 0 ? (
                      <>
                        <p className="quiet small">In {analysis.title}, by {plural(analysis.analysis.attempts, 'learner')}; computed <When at={analysis.computedAt} />. <Link to="/courses/$course/statistics/$assessment" params={{ ...params, assessment: analysis.assessment }}>All of its items</Link></p>
                        <OptionTable options={analysis.analysis.options} />
                      </>
                    ) : (
                      <>
                        {answered > 0 && <p className="quiet">{answered} answered it{facility === null ? '' : `, facility ${percent(facility)}`}</p>}
                        <OptionBars statistics={statistics} />
                      </>
                    )}
                  </section>
                  <WhatItAsks item={item} />
                </div>
              </div>
              {analysis !== null && <div className="stack wide below-item"><ItemStatistics analysis={analysis.analysis} /></div>}
            </>
          );
        }}
      </Loaded>
    </CoursePage>
  );
}

/** What each assessment's attempts show of the item, and the one that is looked at: the address's, or the one with the most attempts. */
function useAnalyses(item: string) {
  const { course } = useCourse();
  const { in: wanted } = useSearch({ from: '/courses/$course/items/$item' });
  const [{ data }, again] = useQuery({ query: ItemNumbersDocument, variables: { course: course.id, items: [item] }, requestPolicy: 'cache-and-network' });
  const analyses = (data?.itemAnalyses ?? []).filter((one) => one.analysis.item === item).toSorted((a, b) => b.analysis.attempts - a.analysis.attempts);
  const analysis: ItemInTest | null = analyses.find(({ assessment }) => assessment === wanted) ?? analyses[0] ?? null;
  return { analyses, analysis, reload: () => again({ requestPolicy: 'network-only' }) };
}

function WhichAssessment({ analyses, chosen }: { analyses: readonly ItemInTest[]; chosen: string }) {
  const navigate = useNavigate({ from: '/courses/$course/items/$item' });
  return (
    <div className="filters">
      <NativeSelect label="Answers from" value={chosen} data={analyses.map(({ assessment, title, analysis }) => ({ value: assessment, label: `${title} (${plural(analysis.attempts, 'attempt')})` }))}
        onChange={(event) => { const to = event.currentTarget.value; void navigate({ search: (before) => ({ ...before, in: to }), replace: true }); }} />
    </div>
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
