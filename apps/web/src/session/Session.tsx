import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { SessionDocument, type Role } from '../generated/graphql.js';
import type { Person } from './roles.js';

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
  return person?.roles.some((role) => roles.includes(role)) ?? false;
}

export function useSession(): SessionState {
  return useContext(Context);
}
