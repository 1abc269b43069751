import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { CohortNameDocument, type CohortNameQuery } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { CohortBar } from './CohortBar.js';
import './coordinator.css';

export type NamedCohort = NonNullable<CohortNameQuery['cohort']>;
interface Props { id: string; title: string; lead?: ReactNode; actions?: ReactNode; children: (cohort: NamedCohort) => ReactNode }

/** One of a cohort's screens beside that of its learners: the way up, the heading, the cohort's other screens. */
export function CohortScreen({ id, title, lead, actions, children }: Props) {
  const [result, again] = useQuery({ query: CohortNameDocument, variables: { id } });
  const cohort = result.data?.cohort ?? null;
  const trail = (
    <nav aria-label="Where this is">
      <Link to="/cohorts">Cohorts</Link>
      {cohort !== null && <> <span aria-hidden="true">/</span> <Link to="/cohorts/$cohort" params={{ cohort: id }}>{cohort.name}</Link></>}
    </nav>
  );
  return (
    <Page title={title} within={cohort?.name ?? 'Cohort'} trail={trail} lead={lead} actions={cohort !== null && actions}>
      <CohortBar cohort={id} />
      <Loaded result={result} value={cohort} retry={() => again({ requestPolicy: 'network-only' })} what="cohort" need="coordinators">{children}</Loaded>
    </Page>
  );
}
