import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { Page } from '../frame/Page.js';
import { MailReadDocument, type MailReadQuery, SendMailAgainDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { When } from '../time/When.js';
import { canGoAgain, stateWords, troubled } from './states.js';
import './mails.css';

type Mail = NonNullable<MailReadQuery['mail']>;

/** One mail as it was sent, and what became of it. */
export function MailPage() {
  const { mail: id } = useParams({ from: '/mails/$mail' });
  const [result, again] = useQuery({ query: MailReadDocument, variables: { id } });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const mail = result.data?.mail ?? null;
  return (
    <Page title={mail?.subject ?? 'Mail'} within="Mails" trail={<nav aria-label="Where this is"><Link to="/mails">Mails</Link></nav>}>
      <Loaded result={result} value={result.data === undefined ? undefined : mail} retry={refresh} what="mail" need="coordinators">
        {(found) => <Read mail={found} changed={refresh} />}
      </Loaded>
    </Page>
  );
}

function Read({ mail, changed }: { mail: Mail; changed: () => void }) {
  const [{ fetching }, send] = useMutation(SendMailAgainDocument);
  const [fault, setFault] = useState<string | null>(null);
  const navigate = useNavigate();
  async function again(): Promise<void> {
    setFault(null);
    const { data, error } = await send({ id: mail.id });
    if (error !== undefined) return setFault(faultOf(error).message);
    announce('The mail is queued again.');
    if (data !== undefined && data.sendMailAgain.id !== mail.id) await navigate({ to: '/mails/$mail', params: { mail: data.sendMailAgain.id } });
    else changed();
  }
  return (
    <div className="stack">
      <dl className="facts">
        <dt>What became of it</dt><dd><span className={troubled.has(mail.state) ? 'bad' : ''}>{stateWords[mail.state]}</span>{mail.reason !== null && <p className="small quiet">{mail.reason}</p>}</dd>
        <dt>To</dt><dd>{mail.account === null ? mail.toAddress : `${mail.account.name}, ${mail.toAddress}`}</dd>
        <dt>Kind</dt><dd>{mail.title}</dd>
        <dt>Queued</dt><dd><When at={mail.queuedAt} /></dd>
        {mail.sentAt !== null && <><dt>Sent</dt><dd><When at={mail.sentAt} /></dd></>}
        {mail.nextAt !== null && Date.parse(mail.nextAt) > Date.now() && <><dt>Next try</dt><dd><When at={mail.nextAt} /></dd></>}
      </dl>
      <article className="mail-body" aria-label="The mail" lang={mail.language} dir="auto">{mail.body}</article>
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      <div className="row">
        {canGoAgain.has(mail.state) && <Button onClick={() => void again()} loading={fetching}>Send again</Button>}
        {mail.enrolmentId !== null && <Link to="/learners/$enrolment" params={{ enrolment: mail.enrolmentId }}>The learner's story</Link>}
        {mail.cohortId !== null && <Link to="/cohorts/$cohort/mails" params={{ cohort: mail.cohortId }}>Mails of the cohort</Link>}
      </div>
    </div>
  );
}
