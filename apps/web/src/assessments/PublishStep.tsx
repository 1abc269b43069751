import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { AssessmentPublicationDocument, type AssessmentPublicationQuery, PublishAssessmentDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { plural } from '../time/words.js';
import { When } from '../time/When.js';
import type { Plan, StepProps } from './plan.js';
import { share } from './words.js';

type Publication = AssessmentPublicationQuery['assessmentPublication'];

/** What publishing would change, then the button that does it; after it, where learners' delivery is set. */
export function PublishStep({ plan, writes }: StepProps) {
  const [result, again] = useQuery({ query: AssessmentPublicationDocument, variables: { plan: plan.id }, requestPolicy: 'network-only' });
  const retry = () => again({ requestPolicy: 'network-only' });
  return (
    <div className="stack wide measure">
      {plan.published !== null && <Published plan={plan} />}
      <Loaded result={result} value={result.data?.assessmentPublication} retry={retry} what="assessment" need="instructors">
        {(publication) => <Outlook plan={plan} publication={publication} writes={writes} done={retry} />}
      </Loaded>
    </div>
  );
}

function Published({ plan: { published, course, name } }: { plan: Plan }) {
  if (published === null) return null;
  return (
    <section aria-labelledby="published" className="stack tight summary">
      <h2 id="published" className={published.current ? 'sign good' : 'sign warn'} data-sign={published.current ? '✓' : '!'}>{published.current ? `It is in version ${published.courseVersion?.number ?? '?'}` : `Version ${published.courseVersion?.number ?? '?'} has it as it was`}</h2>
      <p>Published <When at={published.at} />{published.by === null ? '' : ` by ${published.by.name}`}.</p>
      {course !== null && (
        <ul className="stack tight">
          <li><Link to="/courses/$course/delivery/$assessment" params={{ course: course.id, assessment: name }}>Set when and how it is taken</Link></li>
          <li><Link to="/courses/$course" params={{ course: course.id }}>To the course</Link></li>
        </ul>
      )}
    </section>
  );
}

function Outlook({ plan, publication, writes, done }: { plan: Plan; publication: Publication; writes: boolean; done: () => void }) {
  const { versionNumber, unitTitle, replacesId, replacesTitle, items, newItems, changedItems, problems, warnings, unchanged, source } = publication;
  const [asked, setAsked] = useState(false);
  const [state, publish] = useMutation(PublishAssessmentDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function go() {
    const { error } = await publish({ plan: plan.id, revision: publication.revision, formsRevision: publication.formsRevision, version: publication.version });
    setAsked(false);
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    if (error === undefined) announce(`Version ${versionNumber + 1} is published.`);
    done();
  }
  if (unchanged) return <p className="quiet">Version {versionNumber} of the course has all of it. Change something to publish again.</p>;
  const next = `version ${versionNumber + 1}`;
  return (
    <section aria-labelledby="would" className="stack">
      <h2 id="would">What publishing changes</h2>
      {problems.length > 0 ? (
        <div className="no-forms stack tight"><h3 className="sign bad" data-sign="✕">It can’t be published yet</h3><ul className="bulleted">{problems.map((problem) => <li key={problem}>{problem}</li>)}</ul></div>
      ) : (
        <ul className="bulleted">
          <li>The course gets {next}: version {versionNumber} with this assessment after “{unitTitle}”{replacesId === null ? '' : replacesId === plan.name ? `, in the place of “${replacesTitle}” as it was` : `, in the place of “${replacesTitle}”`}.</li>
          <li>Learners get {plan.formCount === 1 ? 'one form' : `one of ${plan.formCount} forms`} of {plural(plan.itemCount, 'question')}{plan.passMark === null ? '' : ` and pass at ${share(plan.passMark)}`}.</li>
          <li>{newItems === 0 ? 'The course has all of its questions already' : newItems === items ? `All ${items} questions are new to the course` : `${newItems} of ${items} questions are new to the course`}{changedItems.length === 0 ? '.' : `; ${plural(changedItems.length, 'question')} of it change wherever they are asked: ${changedItems.slice(0, 8).join(', ')}${changedItems.length > 8 ? ', …' : ''}.`}</li>
          <li>{plan.required ? `The course is completed${plan.passMark === null ? '' : ' and passed'} by it.` : 'It does not count for completing the course.'}</li>
          <li>Learners who are enrolled stay on their version, with their attempts, until a coordinator moves them. Who is enrolled from then on gets {next}.</li>
        </ul>
      )}
      {warnings.length > 0 && <div className="stack tight"><h3 className="sign warn" data-sign="!">Before you publish</h3><ul className="bulleted">{warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul></div>}
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      {writes && problems.length === 0 && <div className="row"><Button onClick={() => setAsked(true)}>Publish {next}</Button></div>}
      {problems.length === 0 && (
        <details>
          <summary>Keep it in the course’s source too</summary>
          <div className="stack">
            <p className="quiet">Publishing from the source later makes a version of what stands there. So that it has this assessment, put this into the unit’s folder as <code>assessment.yaml</code>, and its questions into a bank of the source.</p>
            <pre className="yaml" tabIndex={0} aria-label="assessment.yaml">{source}</pre>
          </div>
        </details>
      )}
      <Dialog opened={asked} close={() => setAsked(false)} title={`Publish ${next}?`}>
        <div className="stack">
          <p>A version can’t be changed or taken back once it is published; a later one can take its place. Nobody who is enrolled notices until she is moved.</p>
          <div className="row"><Button loading={state.fetching} onClick={() => void go()}>Publish {next}</Button><Button variant="subtle" onClick={() => setAsked(false)}>Not yet</Button></div>
        </div>
      </Dialog>
    </section>
  );
}
