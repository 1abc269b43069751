import { NativeSelect } from '@mantine/core';
import { useQuery } from 'urql';
import { GroupNamesDocument } from '../generated/graphql.js';

/** Shows one group of a cohort alone; nothing where it has no groups. */
export function GroupFilter({ cohort, value, onChange, none = true }: { cohort: string; /** whether those in no group can be chosen */ none?: boolean; value: string | undefined; onChange: (group: string | undefined) => void }) {
  const [{ data }] = useQuery({ query: GroupNamesDocument, variables: { id: cohort }, requestPolicy: 'cache-and-network' });
  const groups = data?.cohort?.groups ?? [];
  if (groups.length === 0) return null;
  return (
    <NativeSelect label="Group" value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      data={[{ value: '', label: 'All' }, ...groups.map(({ id, name }) => ({ value: id, label: name })), ...(none ? [{ value: 'none', label: 'In none' }] : [])]} />
  );
}
