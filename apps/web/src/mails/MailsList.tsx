import { NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { GroupFilter } from '../groups/GroupFilter.js';
import { GroupMailsDocument, MailsDocument, type MailsQuery, type MailState } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { ReadBounce } from './ReadBounce.js';
import { mailStates, stateWords, troubled } from './states.js';
import './mails.css';

export interface MailSearch { state?: MailState | undefined; kind?: string | undefined; to?: string | undefined; /** a group of the cohort */ group?: string | undefined; after?: string | undefined }
interface Props { search: MailSearch; change: (search: MailSearch) => void; /** only those about it */ cohort?: string }

/** Mails, newest first, by what became of them, their kind and their address. */
export function MailsList({ search: { state, kind, to, group, after }, change: changeSearch, cohort }: Props) {
  const filter = { state: state ?? null, kind: kind ?? null, address: to ?? null, cohort: cohort ?? null };
  // Whatever else is chosen, the group stays.
  const change = (next: MailSearch) => changeSearch({ group, ...next });
  const [all, againAll] = useQuery({ query: MailsDocument, variables: { filter, after: after ?? null }, pause: group !== undefined });
  const [some, againSome] = useQuery({ query: GroupMailsDocument, variables: { group: group ?? '', filter, after: after ?? null }, pause: group === undefined });
  const [result, again] = group === undefined ? [all, againAll] : [some, againSome];
  const shown = group === undefined ? all.data : some.data === undefined || some.data.cohortGroup === null ? undefined : { mails: some.data.cohortGroup.mails, mailDelivery: some.data.mailDelivery };
  const filtered = state !== undefined || kind !== undefined || to !== undefined || group !== undefined;
  return (
    <Loaded result={result} value={shown} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="coordinators" skeleton={<TableBones />}>
      {({ mails, mailDelivery }) => (
        <div className="stack">
          {!mailDelivery.configured && <p className="notice" role="note">No mail server is set up: mails are kept here and not sent. Whoever runs the server sets SMTP_URL.</p>}
          {cohort !== undefined && <div className="mail-filters"><GroupFilter cohort={cohort} none={false} value={group} onChange={(chosen) => changeSearch({ state, kind, to, group: chosen })} /></div>}
          {(filtered || mails.totalCount > 0) && (
            <Filters key={to ?? ''} state={state} kind={kind} to={to} kinds={mailDelivery.kinds} change={change} />
          )}
          {mails.totalCount === 0
            ? filtered ? <Empty title="No mail is like this">Choose another state, kind or group, or another beginning of the address.</Empty>
              : <Empty title="No mail yet">Invitations, reminders and certificates stand here once there are any, with what became of each.</Empty>
            : <MailTable mails={mails} />}
          {(mails.pageInfo.hasNextPage || after !== undefined) && (
            <div className="row">
              {after !== undefined && <button type="button" className="link" onClick={() => change({ state, kind, to })}>Back to the newest</button>}
              {mails.pageInfo.hasNextPage && <button type="button" className="link" onClick={() => change({ state, kind, to, after: mails.pageInfo.endCursor ?? undefined })}>Show older ones</button>}
            </div>
          )}
          {cohort === undefined && mails.totalCount > 0 && <ReadBounce noted={() => again({ requestPolicy: 'network-only' })} />}
        </div>
      )}
    </Loaded>
  );
}

function Filters({ state, kind, to, kinds, change }: MailSearch & { kinds: MailsQuery['mailDelivery']['kinds']; change: Props['change'] }) {
  const [typed, setTyped] = useState(to ?? '');
  const orNothing = (text: string) => (text === '' ? undefined : text);
  return (
    <form className="mail-filters" role="search" aria-label="Mails" onSubmit={(event) => { event.preventDefault(); change({ state, kind, to: orNothing(typed.trim()) }); }}>
      <NativeSelect label="What became of it" value={state ?? ''} onChange={({ currentTarget: { value } }) => change({ state: mailStates.find((each) => each === value), kind, to })} data={[{ value: '', label: 'Anything' }, ...mailStates.map((value) => ({ value, label: stateWords[value] }))]} />
      <NativeSelect label="Kind" value={kind ?? ''} onChange={({ currentTarget: { value } }) => change({ state, kind: orNothing(value), to })} data={[{ value: '', label: 'Every kind' }, ...kinds.map(({ name, title }) => ({ value: name, label: title }))]} />
      <TextInput label="Address begins with" value={typed} onChange={({ currentTarget: { value } }) => setTyped(value)} onBlur={() => { if (typed.trim() !== (to ?? '')) change({ state, kind, to: orNothing(typed.trim()) }); }} />
    </form>
  );
}

function MailTable({ mails }: { mails: MailsQuery['mails'] }) {
  return (
    <table className="grid folds">
      <caption className="unseen">{plural(mails.totalCount, 'mail')}</caption>
      <thead><tr><th scope="col">Mail</th><th scope="col">To</th><th scope="col">What became of it</th><th scope="col">Queued</th></tr></thead>
      <tbody>
        {mails.nodes.map(({ id, subject, title, toAddress, account, state, reason, queuedAt }) => (
          <tr key={id}>
            <th scope="row"><Link to="/mails/$mail" params={{ mail: id }} className="plain">{subject}</Link><span className="small quiet mail-kind">{title}</span></th>
            <td data-label="To"><div>{account?.name ?? toAddress}{account !== null && <span className="small quiet mail-kind">{toAddress}</span>}</div></td>
            <td data-label="What became of it"><div><span className={troubled.has(state) ? 'bad' : ''}>{stateWords[state]}</span>{state !== 'SENT' && reason !== null && <span className="small quiet mail-kind">{reason}</span>}</div></td>
            <td data-label="Queued"><When at={queuedAt} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
