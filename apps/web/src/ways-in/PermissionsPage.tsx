import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { OrganisationBar } from '../administrator/OrganisationBar.js';
import { Page } from '../frame/Page.js';
import { PermissionsDocument, type PermissionsQuery, type Role } from '../generated/graphql.js';
import { cohortRoleNames, roleNames } from '../session/roles.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { NoPermission, TableBones } from '../states/states.js';
import './permissions.css';

type Permission = PermissionsQuery['permissions'][number];
const order: Role[] = ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR', 'REVIEWER', 'GRADER', 'OBSERVER', 'LEARNER'];

/** Who may do what: from the rules that the server keeps, so that it is never another. */
export function PermissionsPage() {
  const administers = useHasRole('ADMINISTRATOR');
  return (
    <Page title="Who may do what" lead="Roles add up, and hold in this organisation alone. A role in one cohort holds there, beside them.">
      <OrganisationBar />
      {administers ? <Permissions /> : <NoPermission need="administrators" />}
    </Page>
  );
}

function Permissions() {
  const [result, again] = useQuery({ query: PermissionsDocument });
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  return (
    <Loaded result={result} value={result.data?.permissions} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="administrators" skeleton={<TableBones rows={12} />}>
      {(all) => {
        // What is anybody's, for her own things, is no question of roles.
        const rows = all.filter(({ about, operation, everybody }) => everybody === null && `${about} ${operation}`.toLowerCase().includes(wanted));
        return (
          <div className="stack wide">
            <TextInput label="Find what can be done" type="search" placeholder="certificate, roll, invite" value={search} onChange={(event) => setSearch(event.currentTarget.value)} style={{ maxWidth: '24rem' }} />
            <p role="status" className="unseen">{`${rows.length} found`}</p>
            {rows.length === 0 && <p className="quiet">Nothing here has this in its description.</p>}
            <Part title="To do" rows={rows.filter(({ changes }) => changes)} />
            <Part title="To see" rows={rows.filter(({ changes }) => !changes)} />
          </div>
        );
      }}
    </Loaded>
  );
}

function Part({ title, rows }: { title: string; rows: Permission[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <div className="sheet scrolls permissions" tabIndex={0} role="region" aria-label={`${title}: who may`}>
        <table className="grid">
          <caption className="unseen">{title}: who may</caption>
          <thead><tr><th scope="col">What</th>{order.map((role) => <th key={role} scope="col" className="may">{roleNames[role]}</th>)}<th scope="col">In one cohort</th></tr></thead>
          <tbody>
            {rows.map(({ operation, about, roles, inCohort }) => (
              <tr key={operation}>
                <th scope="row">{about}</th>
                {order.map((role) => <td key={role} className="may">{roles.includes(role) ? <span role="img" aria-label="yes">•</span> : ''}</td>)}
                <td className="small">{inCohort.map((role) => cohortRoleNames[role]).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
