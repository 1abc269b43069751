import { Button } from '@mantine/core';
import { earnedFeedback, isAnswered, scoreResponse, viewOf, type Item, type ItemResponse } from '@preceptor/assessment';
import { useEffect, useMemo, useState } from 'react';
import { Explained } from './Explained.js';
import { QuestionFrame } from './QuestionFrame.js';

/** The question as the learner sees it, to be answered and scored as a learner's answer would be. Nothing is recorded. */
export function Preview({ item, language }: { item: Item | null; language: string }) {
  // What cannot be shown for a moment, while a field is empty, leaves the last that could be.
  const [shown, setShown] = useState(item);
  useEffect(() => { if (item !== null) setShown(item); }, [item]);
  if (shown === null) return <p className="quiet">The question shows here as soon as it can be: {item === null ? 'fill in what is asked and what is right.' : ''}</p>;
  return (
    <>
      {item === null && <p className="small warn" role="status">As it was when it last could be shown; something is missing now.</p>}
      <Tried item={shown} language={language} />
    </>
  );
}

function Tried({ item, language }: { item: Item; language: string }) {
  const view = useMemo(() => viewOf(item), [item]);
  const shape = useMemo(() => JSON.stringify(view), [view]);
  const [response, setResponse] = useState<ItemResponse | null>(null);
  const [scored, setScored] = useState(false);
  // Another question: what was answered belongs to the one before.
  useEffect(() => {
    setResponse(null);
    setScored(false);
  }, [shape]);
  const outcome = useMemo(() => {
    if (!scored || response === null) return null;
    const score = scoreResponse(item, response);
    return { score, feedback: earnedFeedback(item, response, score) };
  }, [item, response, scored]);
  const ready = response !== null && isAnswered(view, response);
  return (
    <div className="stack">
      <QuestionFrame view={view} response={response} outcome={outcome} language={language} onAnswer={(next) => { setResponse(next); setScored(false); }} />
      <div className="row">
        {scored
          ? <Button variant="default" size="sm" onClick={() => { setScored(false); setResponse(null); }}>Try again</Button>
          : <Button size="sm" disabled={!ready} onClick={() => setScored(true)}>Try it: score this answer</Button>}
        {!scored && <span className="small quiet">{ready ? 'Nothing is recorded.' : 'Answer it above to see what it would earn.'}</span>}
      </div>
      {scored && response !== null && <Explained item={item} response={response} />}
    </div>
  );
}
