import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { PublishCourseDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';

interface Props { slug: string; title: string; /** the number that the new version will have */ next: number }

/** Publishes the course source as a new version, after asking; then says what happened. */
export function Publish({ slug, title, next }: Props) {
  const [asking, setAsking] = useState(false);
  const [state, publish] = useMutation(PublishCourseDocument);
  const published = state.data?.publishCourse;
  const label = `Publish version ${next}`;
  return (
    <>
      {published !== undefined && <span role="status" className="sign good" data-sign="✓">{published.number < next ? `Nothing has changed since version ${published.number}` : `Version ${published.number} is published`}</span>}
      <Button variant="default" onClick={() => setAsking(true)}>{label}</Button>
      <Dialog opened={asking} close={() => setAsking(false)} title={`${label} of this course?`}>
        <div className="stack">
          <p>The source of “{title}” as it stands now becomes version {next} for good. People who are enrolled stay on the version they have, and new enrolments take the new one.</p>
          {state.error !== undefined && (
            <div role="alert" className="bad" style={{ whiteSpace: 'pre-line' }}><p>It was not published.</p><ul>{Object.values(fieldFaults(state.error)).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></div>
          )}
          <div className="row">
            <Button loading={state.fetching} onClick={() => void publish({ slug }).then(({ error }) => { if (error === undefined) setAsking(false); })}>{label}</Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>Not now</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
