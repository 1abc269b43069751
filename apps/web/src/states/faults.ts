import type { CombinedError } from 'urql';

export type FaultKind = 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'other';
export interface Fault { kind: FaultKind; message: string; code: string | null }

const kinds: Record<string, FaultKind> = { UNAUTHENTICATED: 'signed-out', FORBIDDEN: 'forbidden', NOT_FOUND: 'missing' };

/** What an error of the API means for the person before the screen. */
export function faultOf(error: CombinedError): Fault {
  const first = error.graphQLErrors[0];
  if (first === undefined) return { kind: 'offline', message: 'Preceptor could not be reached.', code: null };
  const code = typeof first.extensions['code'] === 'string' ? first.extensions['code'] : null;
  return { kind: kinds[code ?? ''] ?? 'other', message: first.message, code };
}

/** The sentence for each field that the server refused, by the last name in the error's path; '' for the form as a whole. */
export function fieldFaults(error: CombinedError): Record<string, string> {
  const found: Record<string, string> = {};
  for (const each of error.graphQLErrors) {
    const path: unknown = each.extensions['path'];
    const last: unknown = Array.isArray(path) ? path.at(-1) : undefined;
    found[typeof last === 'string' ? last : ''] ??= each.message;
  }
  if (error.graphQLErrors.length === 0) found[''] = 'Preceptor could not be reached. Nothing was changed; try again.';
  return found;
}
