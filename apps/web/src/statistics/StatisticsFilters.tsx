import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TestNumbersFragment } from '../generated/graphql.js';
import { plural } from '../time/words.js';

type Source = TestNumbersFragment['cohorts'][number];
export interface Narrowed { taken?: string | undefined; cohort?: string | undefined }

/** Narrows the numbers to one version or cohort; each choice is kept in the address. */
export function StatisticsFilters({ numbers, narrowed: { taken, cohort } }: { numbers: TestNumbersFragment; narrowed: Narrowed }) {
  const navigate = useNavigate({ from: '/courses/$course/statistics/$assessment' });
  const versions = useEverSeen(numbers.versions);
  const cohorts = useEverSeen(numbers.cohorts);
  if (versions.length < 2 && cohorts.length === 0 && taken === undefined && cohort === undefined) return null;
  const set = (change: Narrowed) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const choices = (all: string, sources: Source[], chosen: string | undefined, name: (source: Source) => string) => [
    { value: '', label: all }, ...sources.map((source) => ({ value: source.id, label: `${name(source)} (${plural(source.attempts, 'attempt')})` })),
    ...(chosen === undefined || sources.some(({ id }) => id === chosen) ? [] : [{ value: chosen, label: 'The one in the address' }]),
  ];
  return (
    <div className="filters">
      <NativeSelect label="Version" value={taken ?? ''} data={choices('All versions', versions, taken, ({ name }) => `Version ${name}`)} onChange={(event) => set({ taken: event.currentTarget.value || undefined })} />
      <NativeSelect label="Cohort" value={cohort ?? ''} data={choices('All learners', cohorts, cohort, ({ name }) => name)} onChange={(event) => set({ cohort: event.currentTarget.value || undefined })} />
    </div>
  );
}

/** Narrowed numbers know only what is left: the choices that were seen before stay, so that one can go from one to the next. */
function useEverSeen(now: readonly Source[]): Source[] {
  const [seen, setSeen] = useState<readonly Source[]>(now);
  const fresh = now.filter(({ id }) => !seen.some((one) => one.id === id));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return [...seen, ...fresh];
}
