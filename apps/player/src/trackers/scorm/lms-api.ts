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

/** Wraps an API object found in an LMS's window; what is missing or throws there counts as not working. */
export function lmsApi(api: object, names: CallNames): LmsApi {
  const call = (name: string, ...given: string[]): unknown => {
    try {
      const method = (api as { [name: string]: unknown })[name];
      return typeof method === 'function' ? Reflect.apply(method, api, given) : undefined;
    } catch {
      return undefined;
    }
  };
  const worked = (answer: unknown): boolean => String(answer) === 'true';
  return {
    initialize: () => worked(call(names.initialize, '')),
    terminate: () => worked(call(names.terminate, '')),
    commit: () => worked(call(names.commit, '')),
    get: (element) => String(call(names.get, element) ?? ''),
    set: (element, value) => worked(call(names.set, element, value)),
    lastError: () => Number(call(names.lastError) ?? 0),
  };
}
