import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { SessionDocument, type Role } from '../generated/graphql.js';
import { rolesAt, type Person } from './roles.js';

export interface SessionState {
  /** null: nobody is signed in; undefined: not known yet */
  person: Person | null | undefined;
  failed: boolean;
  retry: () => void;
}
const Context = createContext<SessionState>({ person: undefined, failed: false, retry: () => undefined });

export function Session({ children }: { children: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: SessionDocument });
  const state = useMemo<SessionState>(() => ({
    person: data === undefined ? undefined : data.viewer,
    failed: data === undefined && error !== undefined,
    retry: () => again({ requestPolicy: 'network-only' }),
  }), [data, error, again]);
  return <Context value={state}>{children}</Context>;
}

/** Whether whoever is signed in has one of these roles: a hint for what to show; the server decides. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const { person } = useSession();
  const place = useRouterState({ select: ({ matches }) => placeOf(matches.at(-1)) });
  if (person === null || person === undefined) return false;
  return (place === 'elsewhere' ? person.roles : rolesAt(person, place)).some((role) => roles.includes(role));
}

/** As `useHasRole`, by what somebody is in the whole organisation: a role in one cohort alone does not count. */
export function useHasOwnRole(...roles: readonly Role[]): boolean {
  const { person } = useSession();
  return person?.roles.some((role) => roles.includes(role)) ?? false;
}

/** Which cohort a screen is about; null: one that only the server knows. */
function placeOf(screen: { routeId: string; params: object } | undefined): string | null {
  if (screen === undefined) return 'elsewhere';
  if ('cohort' in screen.params && typeof screen.params.cohort === 'string') return screen.params.cohort;
  return /^\/(sessions|learners)\//.test(screen.routeId) ? null : 'elsewhere';
}

export function useSession(): SessionState {
  return useContext(Context);
}
