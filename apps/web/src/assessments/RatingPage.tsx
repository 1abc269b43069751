import { Button, TextInput } from '@mantine/core';
import { explainScore, type Item, viewOf } from '@preceptor/assessment';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { QuestionFrame } from '../editor/preview/QuestionFrame.js';
import { announce } from '../frame/announce.js';
import { Page } from '../frame/Page.js';
import { RateItemsDocument, RatingPageDocument, type RatingPageQuery } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import './assessments.css';

type Task = NonNullable<RatingPageQuery['ratingTask']>;
type ToRate = RatingPageQuery['itemsToRate']['nodes'][number];

/** Where a panelist says how hard each question is, one after the other. */
export function RatingPage() {
  const { panel } = useParams({ from: '/assessments/rate/$panel' });
  const [result, again] = useQuery({ query: RatingPageDocument, variables: { panel, after: null } });
  const task = result.data?.ratingTask ?? null;
  const [more] = useQuery({ query: RatingPageDocument, variables: { panel, after: result.data?.itemsToRate.pageInfo.endCursor ?? null }, pause: result.data?.itemsToRate.pageInfo.hasNextPage !== true });
  const items = [...(result.data?.itemsToRate.nodes ?? []), ...(more.data?.itemsToRate.nodes ?? [])];
  const trail = <nav aria-label="Where this is"><Link to="/assessments">Assessments</Link></nav>;
  return (
    <Page title={task === null ? 'Rating' : `How hard is “${task.title}”?`} within="Assessments" trail={trail}
      lead={task === null ? undefined : 'Picture a learner who is just good enough to pass. How many of a hundred such learners would get the question right?'}>
      <Loaded result={result} value={task} retry={() => again({ requestPolicy: 'network-only' })} what="panel that you are on" need="instructors, reviewers and graders">
        {(found) => <Questions key={found.round} task={found} items={items} reload={() => again({ requestPolicy: 'network-only' })} />}
      </Loaded>
    </Page>
  );
}

function Questions({ task, items, reload }: { task: Task; items: readonly ToRate[]; reload: () => void }) {
  const search = useSearch({ from: '/assessments/rate/$panel' });
  const navigate = useNavigate({ from: '/assessments/rate/$panel' });
  const firstOpen = items.findIndex(({ percent }) => percent === null);
  const asked = search.question === undefined ? -1 : items.findIndex(({ id }) => id === search.question);
  const [began] = useState(Math.max(0, firstOpen));
  const at = asked >= 0 ? asked : began;
  const current = items[at];
  const go = (place: number) => { const next = items[place]; if (next !== undefined) void navigate({ search: { question: next.id }, replace: true, resetScroll: false }); };
  if (current === undefined) return null;
  return (
    <div className="rating">
      <nav aria-label="Questions">
        <p className="small quiet" role="status">{task.rated} of {task.itemCount} rated{task.round > 1 ? `, round ${task.round}` : ''}</p>
        <ol className="rating-places">
          {items.map(({ id, percent }, place) => <li key={id}><button type="button" aria-current={place === at ? 'step' : undefined} className={percent === null ? 'open' : 'done'} onClick={() => go(place)}>{place + 1}<span className="unseen">{percent === null ? ', not rated' : `, rated ${percent} percent`}</span></button></li>)}
        </ol>
        {task.rated === task.itemCount && <p className="sign good" data-sign="✓"><span>All rated. Thank you. <Link to="/assessments">Done</Link></span></p>}
        {!task.open && <p className="sign warn" data-sign="!">This panel is closed: ratings are no longer taken.</p>}
      </nav>
      <Question key={current.id} task={task} toRate={current} place={at} last={at === items.length - 1} back={at === 0 ? null : () => go(at - 1)} next={() => go(at + 1)} reload={reload} />
    </div>
  );
}

interface Props { task: Task; toRate: ToRate; place: number; last: boolean; back: (() => void) | null; next: () => void; reload: () => void }
function Question({ task, toRate: { id, item, percent, others }, place, last, back, next, reload }: Props) {
  // Written by our own compiler when the panel was opened.
  const question = item as Item;
  const view = useMemo(() => viewOf(question), [question]);
  const right = useMemo(() => explainScore(question, { value: null }).best, [question]);
  const [value, setValue] = useState(percent === null ? '' : String(percent));
  const [state, rate] = useMutation(RateItemsDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const number = Number(value);
    if (value.trim() === '' || !Number.isInteger(number) || number < 0 || number > 100) return setFault('Write a whole number from 0 to 100.');
    const { error } = await rate({ panel: task.id, round: task.round, ratings: [{ item: id, percent: number }] });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error)).join(' '));
    setFault(null);
    announce(`Question ${place + 1} is rated ${number} percent.`);
    reload();
    if (!last) next();
  }
  return (
    <section aria-labelledby="question" className="stack">
      <h2 id="question">Question {place + 1}</h2>
      <QuestionFrame view={view} response={null} outcome={null} language="en" onAnswer={() => undefined} />
      {right.length > 0 && <p><span className="quiet">Right is:</span> {right.map(({ label }) => label).join('; ')}</p>}
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="row ends">
          <TextInput className="how-many" label="Of a hundred, how many get it right?" inputMode="numeric" value={value} disabled={!task.open} error={fault} onChange={(event) => setValue(event.currentTarget.value)} data-autofocus />
          <input type="range" min={0} max={100} step={5} aria-label="The same as a slider" disabled={!task.open} value={value === '' ? 50 : Number(value) || 0} onChange={(event) => setValue(event.currentTarget.value)} />
        </div>
        {others !== null && <p className="quiet">The others thought {Math.round(others)} on average in the round before.</p>}
        <div className="row">
          <Button type="submit" disabled={!task.open} loading={state.fetching}>{last ? 'Save' : 'Save and go on'}</Button>
          {back !== null && <Button variant="subtle" onClick={back}>Back</Button>}
          {!last && percent === null && <Button variant="subtle" onClick={next}>Leave it for later</Button>}
        </div>
      </form>
    </section>
  );
}
