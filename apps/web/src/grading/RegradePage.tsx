import { Button, Radio } from '@mantine/core';
import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/InlineInput.css';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { Item } from '@preceptor/assessment';
import { plain } from '../answers/inWords.js';
import { PreviewRegradeDocument, type RegradeChangeKind, type RegradeFiguresFragment, RegradeItemDocument, type RegradeItemQuery } from '../generated/graphql.js';
import { AsSeen } from '../instructor/AsSeen.js';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage, keepVersion } from '../instructor/CoursePage.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { KeyEditor } from './KeyEditor.js';
import { keyInWords, keyOf, type KeyPart, partsOf, readItem, withKey } from './key-parts.js';
import { RegradeHistory } from './RegradeHistory.js';
import { RegradePreview } from './RegradePreview.js';
import { shortened } from './stem.js';
import './grading.css';

/** Mends a question under attempts that are done: what to do, whom it would change, then the doing. */
export function RegradePage() {
  const { course, version } = useCourse();
  const { item: id } = useParams({ from: '/courses/$course/items/$item/regrade' });
  const [result, again] = useQuery({ query: RegradeItemDocument, variables: { version: version.id, item: id, course: course.id }, requestPolicy: 'cache-and-network' });
  const item = result.data === undefined ? undefined : readItem(result.data.regradeItem.item);
  const retry = () => again({ requestPolicy: 'network-only' });
  return (
    <CoursePage title="Change the key or regrade" lead={item !== undefined && item !== null && shortened(plain(item.stemHtml), 120)}
      up={<><Link to="/courses/$course/items" params={{ course: course.id }} search={keepVersion}>Items</Link> <span aria-hidden="true">/</span> <Link to="/courses/$course/items/$item" params={{ course: course.id, item: id }} search={keepVersion}>{id}</Link></>}>
      <Loaded result={result} value={item} retry={retry} what="item" need="instructors">
        {(found) => result.data !== undefined && (
          <div className="stack wide">
            <div className="beside">
              <AsSeen version={version.id} kind="item" id={id} title="The question as a learner sees it" />
              <Doing key={`${version.id} ${id} ${result.data.regradeItem.change}`} item={found} held={result.data.regradeItem} changed={retry} />
            </div>
            <RegradeHistory regrades={result.data.regrades.nodes} item={found} />
          </div>
        )}
      </Loaded>
    </CoursePage>
  );
}

const words: Record<RegradeChangeKind, { label: string; says: string }> = {
  KEY: { label: 'Change the key', says: 'All answers are scored anew by another right answer.' },
  DROP: { label: 'Leave the question out', says: 'It counts for nobody: neither its points nor what was earned of them.' },
  FULL_MARKS: { label: 'Give everybody full marks', says: 'Also those who left it unanswered.' },
  AS_PUBLISHED: { label: 'Take back what was done', says: 'The question counts again as it was published.' },
};

function Doing({ item, held, changed }: { item: Item; held: RegradeItemQuery['regradeItem']; changed: () => void }) {
  const { version } = useCourse();
  const now = held.key === null || held.key === undefined ? item : withKey(item, held.key);
  const [change, setChange] = useState<RegradeChangeKind | null>(null);
  const [parts, setParts] = useState<KeyPart[] | null>(() => partsOf(now));
  const [{ fetching }, ask] = useMutation(PreviewRegradeDocument);
  const [preview, setPreview] = useState<RegradeFiguresFragment | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const shown = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (preview !== null) shown.current?.focus(); }, [preview]);
  const may: RegradeChangeKind[] = [...(parts === null ? [] : ['KEY' as const]), ...(['DROP', 'FULL_MARKS'] as const).filter((each) => each !== held.change), ...(held.change === 'AS_PUBLISHED' ? [] : ['AS_PUBLISHED' as const])];

  async function look() {
    if (change === null) return;
    const { data, error } = await ask({ input: { version: version.id, item: item.id, change, ...(change === 'KEY' && parts !== null ? { key: keyOf(now, parts) } : {}) } });
    setFault(error === undefined ? null : faultOf(error).message);
    if (data !== undefined) setPreview(data.previewRegrade);
  }
  const choose = (to: RegradeChangeKind) => { setChange(to); setPreview(null); setFault(null); };

  return (
    <div className="stack" style={{ gap: '1.75rem' }}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void look(); }}>
        {held.change !== 'AS_PUBLISHED' && <p className="told">Now: <strong>{held.change === 'KEY' ? `another key holds (${keyInWords(now).join('; ')})` : held.change === 'DROP' ? 'it is left out' : 'everybody has full marks'}</strong>.</p>}
        <Radio.Group label="What is to be done?" value={change ?? ''} onChange={(value) => { const to = may.find((each) => each === value); if (to !== undefined) choose(to); }}>
          <div className="stack key-options">
            {may.map((each) => (
              <Fragment key={each}>
                <Radio value={each} label={words[each].label} description={words[each].says} />
                {each === 'KEY' && change === 'KEY' && parts !== null && <KeyEditor parts={parts} change={(next) => { setParts(next); setPreview(null); }} />}
              </Fragment>
            ))}
          </div>
        </Radio.Group>
        {parts === null && <p className="small quiet">{'rubric' in item.key ? 'People grade this question by its rubric; their marks are changed under Grading.' : 'The key of this kind of question is changed in the bank, for the next version.'}</p>}
        {fault !== null && <p role="alert" className="bad small">{fault}</p>}
        {preview === null && <div className="row"><Button type="submit" loading={fetching} disabled={change === null}>See what would change</Button><span className="small quiet">Nothing is changed by looking.</span></div>}
      </form>
      {preview !== null && <RegradePreview heading={shown} preview={preview} again={() => void look()} cancel={() => setPreview(null)} done={changed} />}
    </div>
  );
}
