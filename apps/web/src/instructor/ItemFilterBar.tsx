import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useTyped } from '../frame/useTyped.js';
import { VersionUnitsDocument } from '../generated/graphql.js';
import { useCourse } from './CourseContext.js';
import type { Statistics } from './flags.js';
import { kindName, type ItemFilters } from './itemOrder.js';

/** Narrows the list of items; each choice is kept in the address. */
export function ItemFilterBar({ items, filters }: { items: readonly Statistics[]; filters: ItemFilters }) {
  const { version } = useCourse();
  const navigate = useNavigate({ from: '/courses/$course/items' });
  const [{ data }] = useQuery({ query: VersionUnitsDocument, variables: { id: version.id }, requestPolicy: 'cache-first' });
  const set = (change: Partial<Record<keyof ItemFilters, string | true | undefined>>) => void navigate({ search: (before) => ({ ...before, ...change } as typeof before), replace: true });
  const [typed, setTyped] = useTyped(filters.q ?? '', (q) => set({ q: q === '' ? undefined : q }));
  const units = data?.courseVersion?.units.map((unit) => ({ value: unit.id, label: unit.title })) ?? [];
  const kinds = [...new Set(items.map((each) => each.item.kind))].sort().map((kind) => ({ value: kind, label: kindName(kind) }));
  const select = (name: 'unit' | 'level' | 'difficulty' | 'kind', label: string, all: string, data: (string | { value: string; label: string })[]) => (
    <NativeSelect label={label} value={filters[name] ?? ''} data={[{ value: '', label: all }, ...data]}
      onChange={(event) => set({ [name]: event.currentTarget.value === '' ? undefined : event.currentTarget.value })} />
  );
  return (
    <div className="filters">
      <TextInput className="grow" label="Search" type="search" placeholder="words of a question" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      {select('unit', 'Unit', 'All units', units)}
      {select('level', 'Level', 'All levels', ['recall', 'application', 'judgement'].map((value) => ({ value, label: kindName(value) })))}
      {select('difficulty', 'Difficulty', 'Any', ['easy', 'medium', 'hard'].map((value) => ({ value, label: kindName(value) })))}
      {select('kind', 'Kind', 'All kinds', kinds)}
      <Checkbox label="Needs a look" checked={filters.flagged === true} mb={8} onChange={(event) => set({ flagged: event.currentTarget.checked ? true : undefined })} />
    </div>
  );
}
