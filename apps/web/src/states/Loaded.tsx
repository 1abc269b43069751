import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { faultOf } from './faults.js';
import { Bones, Failure, Missing, NoPermission, Partly } from './states.js';

interface Props<T> {
  /** what `useQuery` returned */
  result: { data?: unknown; error?: CombinedError | undefined };
  /** what the screen is about, out of the data; null: there is no such thing */
  value: T | null | undefined;
  retry: () => void;
  /** what is missing, in "There is no such …" */
  what: string;
  /** whom it is for, in "It is for …" */
  need?: string;
  skeleton?: ReactNode;
  children: (value: T) => ReactNode;
}

/** A part of a screen that hangs on one query: shows it loading, refused, missing, failed, stale or there. */
export function Loaded<T>({ result: { data, error }, value, retry, what, need, skeleton = <Bones />, children }: Props<T>) {
  const fault = error === undefined ? null : faultOf(error);
  if (value !== null && value !== undefined) {
    return <>{fault !== null && <Partly message={fault.message} retry={retry} />}{children(value)}</>;
  }
  if (fault === null) return data === undefined ? <>{skeleton}</> : <Missing what={what} />;
  if (fault.kind === 'forbidden') return <NoPermission {...(need === undefined ? {} : { need })} />;
  if (fault.kind === 'missing') return <Missing what={what} />;
  if (fault.kind === 'signed-out') return <Failure message="You have been signed out." retry={() => location.reload()} />;
  return <Failure message={fault.message} retry={retry} />;
}
