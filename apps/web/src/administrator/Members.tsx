import { TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { rowKeys } from '../frame/rowKeys.js';
import { useTyped } from '../frame/useTyped.js';
import { MembersDocument, SetRolesDocument, type Role } from '../generated/graphql.js';
import { roleNames } from '../session/roles.js';
import { useSession } from '../session/Session.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { ChangeRoles, type Member } from './ChangeRoles.js';

const pageSize = 20;
const inWords = (roles: readonly Role[]) => roles.map((role) => roleNames[role]).join(', ');
/** What was done last, with the way back; or why it could not be undone. */
type Done = { member: Member; roles: Role[] } | { fault: string };

/** Who belongs to the organisation and in which roles; found by name, changed one by one. */
export function Members({ turn }: { /** counts up when somebody was added */ turn: number }) {
  const { person } = useSession();
  const filters = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const [result, again] = useQuery({ query: MembersDocument, variables: { first: pageSize, after: filters.after ?? null, search: filters.q ?? null } });
  const retry = () => again({ requestPolicy: 'network-only' });
  const turned = useRef(turn);
  useEffect(() => {
    if (turned.current !== turn) again({ requestPolicy: 'network-only' });
    turned.current = turn;
  }, [turn, again]);
  const [typed, setTyped] = useTyped(filters.q ?? '', (q) => void navigate({ search: q === '' ? {} : { q }, replace: true, resetScroll: false }));
  const [changing, setChanging] = useState<Member | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [, setRoles] = useMutation(SetRolesDocument);
  const own = (member: Member) => member.account.id === person?.account.id;
  function changed(member: Member, roles: Role[]) {
    // One's own roles decide what every screen shows.
    if (own(member)) return location.reload();
    setChanging(null);
    setDone({ member, roles });
    return retry();
  }
  async function undo({ member }: { member: Member }) {
    const { error } = await setRoles({ account: member.account.id, roles: member.roles });
    setDone(error === undefined ? null : { fault: Object.values(fieldFaults(error)).join(' ') });
    retry();
  }
  return (
    <section aria-labelledby="members" className="stack">
      <h2 id="members">Who belongs here</h2>
      <div className="filters"><TextInput className="grow" style={{ maxWidth: '26rem' }} label="Search" type="search" placeholder="name or e-mail" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} /></div>
      <p role="status" className={done === null ? 'unseen' : ''}>
        {done !== null && ('fault' in done ? <span className="bad">{done.fault}</span> : (
          <><span className="sign good" data-sign="✓">{done.member.account.name}: {inWords(done.roles)}.</span> <button type="button" className="link" onClick={() => void undo(done)}>Undo</button></>
        ))}
      </p>
      <Loaded result={result} value={result.data?.accounts} retry={retry} what="list" need="administrators" skeleton={<TableBones rows={8} label="Loading the people" />}>
        {({ nodes, pageInfo, totalCount }) => nodes.length === 0 ? (
          <Empty title="Nobody fits" action={<button type="button" className="link" onClick={() => { setTyped(''); void navigate({ search: {} }); }}>Show everybody</button>}>Nobody here has this in their name or e-mail address.</Empty>
        ) : (
          <>
            <table className="grid folds" aria-busy={result.stale}>
              <caption className="unseen">People with their roles</caption>
              <thead><tr><th scope="col">Name</th><th scope="col">Roles</th><th scope="col">Account since</th><th scope="col"><span className="unseen">Change</span></th></tr></thead>
              <tbody onKeyDown={rowKeys}>
                {nodes.map((member) => (
                  <tr key={member.account.id}>
                    <th scope="row">{member.account.name}{own(member) && <span className="quiet"> (you)</span>}<span className="small quiet below">{member.account.email}</span></th>
                    <td data-label="Roles">{inWords(member.roles)}</td>
                    <td data-label="Account since"><When at={member.joinedAt} /></td>
                    <td className="figure"><button type="button" className="link" aria-label={`Change roles of ${member.account.name}`} onClick={() => setChanging(member)}>Change roles</button></td>
                  </tr>
                ))}
              </tbody>
            </table>
            <nav aria-label="Pages of people" className="pager">
              <span>{plural(totalCount, 'person', 'people')}</span>
              <span className="row">
                {filters.after !== undefined && <Link from="/people" to="." search={(before) => ({ ...before, after: undefined })} resetScroll={false}>First page</Link>}
                {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Link from="/people" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined })} resetScroll={false}>Next {pageSize} people</Link>}
              </span>
            </nav>
          </>
        )}
      </Loaded>
      <ChangeRoles member={changing} self={changing !== null && own(changing)} close={() => setChanging(null)} onChanged={changed} />
    </section>
  );
}
