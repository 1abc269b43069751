import { useState } from 'react';
import { useQuery } from 'urql';
import { LearnerTimelineDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { When } from '../time/When.js';
import { gathered } from './gathered.js';

/** What happened, newest first, fifty entries at a time. */
export function Timeline({ enrolment, enrolledAt }: { enrolment: string; enrolledAt: string }) {
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return (
    <section aria-labelledby="timeline" className="stack">
      <h2 id="timeline">What happened</h2>
      <ol className="timeline">
        {pages.map((after, place) => (
          <TimelinePage key={after ?? 'first'} enrolment={enrolment} after={after} enrolledAt={enrolledAt}
            more={place === pages.length - 1 ? (next) => setPages([...pages, next]) : null} />
        ))}
      </ol>
    </section>
  );
}

interface PageProps { enrolment: string; after: string | null; enrolledAt: string; /** null: the next page is already shown */ more: ((after: string) => void) | null }

function TimelinePage({ enrolment, after, enrolledAt, more }: PageProps) {
  const [result, again] = useQuery({ query: LearnerTimelineDocument, variables: { id: enrolment, after } });
  return (
    <Loaded result={result} value={result.data?.enrolment?.timeline} retry={() => again({ requestPolicy: 'network-only' })} what="timeline" skeleton={<li className="quiet">Loading what happened …</li>}>
      {({ edges, pageInfo }) => (
        <>
          {gathered(edges.map((edge) => edge.node)).map(({ node, times }) => (
            <li key={node.id}><span>{node.text}{times > 1 && <span className="quiet"> {times} times</span>}</span><span className="small quiet"><When at={node.at} /></span></li>
          ))}
          {pageInfo.hasNextPage && pageInfo.endCursor !== null ? more !== null && <li><button type="button" className="link" onClick={() => more(pageInfo.endCursor ?? '')}>Show earlier</button></li>
            : <li><span>Enrolled</span><span className="small quiet"><When at={enrolledAt} /></span></li>}
        </>
      )}
    </Loaded>
  );
}
