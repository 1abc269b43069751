import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { Page } from '../frame/Page.js';
import { MailTemplateDocument, MailWordingDocument, type MailWordingQuery, SetQuietHoursDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { NoPermission } from '../states/states.js';
import { TemplateForm } from './TemplateForm.js';
import './mails.css';

type Delivery = MailWordingQuery['mailDelivery'];

/** What mails say, and when it is quiet. */
export function Wording() {
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  return (
    <Page title="Wording and quiet hours" within="Mails" trail={<nav aria-label="Where this is"><Link to="/mails">Mails</Link></nav>}>
      {coordinates ? <Inside /> : <NoPermission need="coordinators" />}
    </Page>
  );
}

function Inside() {
  const [result, again] = useQuery({ query: MailWordingDocument, variables: {} });
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <Loaded result={result} value={result.data?.mailDelivery} retry={refresh} what="wording" need="coordinators">
      {(delivery) => <div className="stack wide"><Words delivery={delivery} /><QuietHours key={delivery.revision} delivery={delivery} saved={refresh} /></div>}
    </Loaded>
  );
}

const names = new Intl.DisplayNames('en', { type: 'language' });

function Words({ delivery: { kinds, languages } }: { delivery: Delivery }) {
  const search = useSearch({ from: '/mails/wording' });
  const navigate = useNavigate({ from: '/mails/wording' });
  const kind = kinds.find(({ name }) => name === search.kind) ?? kinds[0];
  const language = languages.find((each) => each === search.language) ?? 'en';
  const [result, again] = useQuery({ query: MailTemplateDocument, variables: { kind: kind?.name ?? '', language } });
  const template = result.data?.mailTemplate;
  const shown = template !== undefined && template.kind === kind?.name && template.language === language ? template : undefined;
  return (
    <section aria-labelledby="words" className="stack">
      <h2 id="words">What a mail says</h2>
      <div className="mail-filters">
        <NativeSelect label="Kind of mail" value={kind?.name} onChange={({ currentTarget: { value } }) => void navigate({ search: { kind: value, language } })} data={kinds.map(({ name, title }) => ({ value: name, label: title }))} />
        {languages.length > 1 && <NativeSelect label="Language" value={language} onChange={({ currentTarget: { value } }) => void navigate({ search: { kind: kind?.name, language: value } })} data={languages.map((value) => ({ value, label: names.of(value) ?? value }))} />}
      </div>
      <Loaded result={result} value={shown} retry={() => again({ requestPolicy: 'network-only' })} what="template" need="coordinators">
        {(found) => <TemplateForm key={`${found.kind}/${found.language}/${found.revision}`} template={found} variables={kind?.variables ?? []} saved={() => again({ requestPolicy: 'network-only' })} />}
      </Loaded>
    </section>
  );
}

function QuietHours({ delivery: { quietFrom, quietTo, revision }, saved }: { delivery: Delivery; saved: () => void }) {
  const [from, setFrom] = useState(quietFrom);
  const [to, setTo] = useState(quietTo);
  const [{ fetching }, set] = useMutation(SetQuietHoursDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function put(event: FormEvent): Promise<void> {
    event.preventDefault();
    setFault(null);
    const { error } = await set({ from, to, revision });
    if (error !== undefined) return setFault(faultOf(error).message);
    announce(from === to ? 'There are no quiet hours.' : `It is quiet from ${from} to ${to}.`);
    saved();
  }
  return (
    <section aria-labelledby="quiet" className="stack">
      <h2 id="quiet">Quiet hours</h2>
      <p className="quiet">By the reader's clock. Only invitations and links to sign in go out meanwhile. The same time twice: never quiet.</p>
      <form className="stack" onSubmit={(event) => void put(event)}>
        <div className="mail-filters">
          <TextInput type="time" label="From" required withAsterisk={false} value={from} onChange={({ currentTarget: { value } }) => setFrom(value)} />
          <TextInput type="time" label="To" required withAsterisk={false} value={to} onChange={({ currentTarget: { value } }) => setTo(value)} />
        </div>
        {fault !== null && <p role="alert" className="bad">{fault}</p>}
        <div className="row"><Button type="submit" loading={fetching}>Save the quiet hours</Button></div>
      </form>
    </section>
  );
}
