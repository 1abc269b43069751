import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useTyped } from '../frame/useTyped.js';
import { AuditActionsDocument } from '../generated/graphql.js';
import { inWords } from './differences.js';
import { type AuditFilters, useAuditFilters } from './search.js';

/** What is looked for: it stands in the address. */
export function AuditSearch() {
  const filters = useAuditFilters();
  const navigate = useNavigate({ from: '/audit' });
  const set = (changed: AuditFilters) => {
    const { after: _page, ...before } = filters;
    const next = Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined && value !== ''));
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const [who, setWho] = useTyped(filters.who ?? '', (text) => set({ who: text }));
  const [subject, setSubject] = useTyped(filters.subject ?? '', (text) => set({ subject: text }));
  const [{ data }] = useQuery({ query: AuditActionsDocument });
  const actions = [...new Set([...data?.auditActions ?? [], ...(filters.action === undefined ? [] : [filters.action])])];
  return (
    <div className="filters" role="search" aria-label="Search the trail">
      <TextInput className="grow" label="Who" type="search" placeholder="name or e-mail" value={who} onChange={(event) => setWho(event.currentTarget.value)} />
      <NativeSelect className="grow" label="What happened" value={filters.action ?? ''} onChange={(event) => set({ action: event.currentTarget.value })}
        data={[{ value: '', label: 'Anything' }, ...actions.map((action) => ({ value: action, label: inWords(action) }))]} />
      <TextInput className="grow" label="To what" type="search" placeholder="its name" value={subject} onChange={(event) => setSubject(event.currentTarget.value)} />
      <TextInput label="From" type="date" value={filters.from ?? ''} onChange={(event) => set({ from: event.currentTarget.value })} />
      <TextInput label="To" type="date" value={filters.to ?? ''} onChange={(event) => set({ to: event.currentTarget.value })} />
    </div>
  );
}
