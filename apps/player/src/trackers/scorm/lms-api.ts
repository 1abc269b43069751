/** The six calls of either edition's API that a SCO needs; none throws, and all say whether they worked. */
export interface LmsApi {
  initialize(): boolean;
  terminate(): boolean;
  commit(): boolean;
  /** '' where the LMS has no such value or does not say. */
  get(element: string): string;
  set(element: string, value: string): boolean;
  /** code of the last call's error; 0: none */
  lastError(): number;
}
export interface CallNames { initialize: string; terminate: string; commit: string; get: string; set: string; lastError: string }

/**
 * Wraps an API object found in an LMS's window. What is missing or throws there counts as not working. Answers should be
 * "true" and "false" (SCORM 1.2 RTE 3.3.2, SCORM 2004 RTE 3.1.3); LMSs also give booleans, 1 and 0, or nothing at all,
 * and then the error code decides, where there is one.
 */
export function lmsApi(api: object, names: CallNames): LmsApi {
  const call = (name: string, ...given: string[]): unknown => {
    try {
      const method = (api as { [name: string]: unknown })[name];
      return typeof method === 'function' ? (Reflect.apply(method, api, given) as unknown) ?? '' : undefined;
    } catch {
      return undefined;
    }
  };
  const lastError = (): number => Number(call(names.lastError) ?? 0) || 0;
  const worked = (answer: unknown): boolean => (answer === '' ? lastError() === 0 : /^(true|1)$/i.test(String(answer)));
  return {
    initialize: () => worked(call(names.initialize, '')),
    terminate: () => worked(call(names.terminate, '')),
    commit: () => worked(call(names.commit, '')),
    get: (element) => String(call(names.get, element) ?? ''),
    set: (element, value) => worked(call(names.set, element, value)),
    lastError,
  };
}

/** Seconds of a time span of either edition (SCORM 1.2 RTE 3.4.2, CMITimespan; SCORM 2004 RTE 4.1.1.7, without years and months); undefined where it is none. */
export function secondsOf(text: string): number | undefined {
  const [, days, hours, minutes, seconds] = /^(?:P(?:(\d+)D)?T?)?(?:(\d+)[H:])?(?:(\d+)[M:])?(?:([\d.]+)S?)?$/.exec(text) ?? [];
  return [days, hours, minutes, seconds].reduce((sum, part, at) => sum * (at === 1 ? 24 : 60) + Number(part ?? 0), 0) || undefined;
}

/** A number as LMSs write it, some with a comma; null where it is none. */
export function numberOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}
