import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { platformErrors } from '../errors.js';
import { newId } from '../ids.js';
import { Problem } from '../problem.js';

const apolloCodes: Record<string, string> = {
  GRAPHQL_PARSE_FAILED: 'BAD_QUERY', GRAPHQL_VALIDATION_FAILED: 'BAD_QUERY', OPERATION_RESOLUTION_FAILURE: 'BAD_QUERY',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_QUERY', PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_QUERY',
  BAD_USER_INPUT: 'BAD_INPUT', BAD_REQUEST: 'BAD_QUERY',
};

/** Turns whatever was thrown into what a caller may see: a code, a sentence, the input's path; never a stack. */
export function formatError(log: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(thrown);
    const place = {
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
    };
    if (original instanceof Problem) {
      return { ...place, message: original.message, extensions: { code: original.code, ...(original.inputPath === null ? {} : { path: original.inputPath }) } };
    }
    // Apollo gives every failed validation its own code: limits.ts marks its.
    const code = formatted.extensions?.['tooComplex'] === true ? 'TOO_COMPLEX' : apolloCodes[String(formatted.extensions?.['code'])];
    if (code !== undefined && (original instanceof GraphQLError || original === thrown)) {
      const path = code === 'BAD_INPUT' ? variablePath(formatted.message) : null;
      return { ...place, message: withoutDetails(formatted.message), extensions: { code, ...(path === null ? {} : { path }) } };
    }
    return { ...place, ...internal(log, original) };
  };
}

/** Logs a fault of ours under a new reference, and says only the reference. */
export function internal(log: Logger, thrown: unknown): { message: string; extensions: { code: string; reference: string } } {
  const reference = newId();
  log.error({ reference, fault: thrown instanceof Error ? { name: thrown.name, stack: framesOf(thrown) } : typeof thrown }, 'internal error');
  const problem = platformErrors.INTERNAL();
  return { message: problem.message, extensions: { code: problem.code, reference } };
}

/** Where it was thrown, without its message, which may quote what somebody wrote. */
const framesOf = (fault: Error) => (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());

/** GraphQL's message of a wrong variable names it: `Variable "$events" got invalid value ... at "events[0].at"`. */
function variablePath(message: string): string[] | null {
  const inner = /at "([^"]{1,200})"/.exec(message)?.[1] ?? /Variable "\$(\w{1,100})"/.exec(message)?.[1];
  return inner === undefined ? null : inner.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}
/** The value that was wrong may be long or private: it is not repeated. */
const withoutDetails = (message: string) => message.replace(/got invalid value [\s\S]*?(?= at "|; )/, 'got an invalid value').slice(0, 500);
