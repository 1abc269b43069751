import type { PackageStandard } from '../verify/verification.js';
import type { ApiCall } from './lms-page.js';
import type { LrsEvent } from './lrs.js';
import type { ActivityRehearsal, CallFault, CallSummary } from './rehearsal.js';

export interface LaunchRecord { calls: ApiCall[] }
type Told = Pick<ActivityRehearsal, 'calls' | 'faults' | 'initialised' | 'committed' | 'terminated' | 'completion' | 'success' | 'score' | 'stateLength' | 'sessionTime'>;

/** What the calls or statements of all launches tell. */
export function summaryOf(standard: PackageStandard, launches: readonly LaunchRecord[], { lrs }: { lrs: { events: LrsEvent[] } }): Told {
  return standard === 'cmi5' ? ofStatements(lrs.events) : ofCalls(launches.flatMap(({ calls }) => calls), standard === 'scorm-1.2');
}

function ofCalls(calls: readonly ApiCall[], is12: boolean): Told {
  const core = is12 ? 'cmi.core.' : 'cmi.';
  const set = calls.filter(({ name, error }) => name.endsWith('SetValue') && error === '0');
  const lastOf = (element: string): string | null => set.filter((call) => call.element === element).at(-1)?.value ?? null;
  const status = lastOf(is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status');
  const number = (element: string): number | null => {
    const value = lastOf(element);
    return value === null || value.trim() === '' ? null : Number(value);
  };
  const good = (pattern: RegExp, call: ApiCall): boolean => pattern.test(call.name) && call.result === 'true';
  return {
    calls: summaries(calls.map(({ name, element, error }) => ({ name, element: /Value$/.test(name) ? indexless(element) : null, failed: error !== '0' }))),
    faults: faultsOf(calls, is12),
    initialised: calls.some((call) => good(/Initialize$/, call)),
    committed: calls.some((call) => good(/Commit$|Finish$|Terminate$/, call) && !call.leaving),
    terminated: calls.some((call) => good(/Finish$|Terminate$/, call)),
    completion: status,
    success: is12 ? (status === 'passed' || status === 'failed' ? status : null) : lastOf('cmi.success_status'),
    score: { raw: number(`${core}score.raw`), min: number(`${core}score.min`), max: number(`${core}score.max`), scaled: is12 ? null : number('cmi.score.scaled') },
    stateLength: Math.max(0, ...calls.filter(({ name, element }) => name.endsWith('SetValue') && element === 'cmi.suspend_data').map(({ value }) => value.length)),
    sessionTime: lastOf(`${core}session_time`),
  };
}

function faultsOf(calls: readonly ApiCall[], is12: boolean): CallFault[] {
  const faults = new Map<string, CallFault>();
  for (const call of calls) {
    const kind = faultOf(call, is12);
    if (kind === null) continue;
    const said = call.name + (/Value$/.test(call.name) ? `(${indexless(call.element)}${call.name.endsWith('SetValue') ? `, ${JSON.stringify(call.value.slice(0, 60))}` : ''})` : '()');
    const key = `${kind} ${call.name} ${indexless(call.element)} ${call.error}`;
    const before = faults.get(key);
    if (before === undefined) faults.set(key, { kind, call: said, error: call.error, count: 1 });
    else before.count += 1;
  }
  return [...faults.values()].slice(0, 100);
}

/** Asking for what is not there yet (an objective, a value that nobody set) is how courses find out, and no fault. */
function faultOf({ name, error, phase }: ApiCall, is12: boolean): CallFault['kind'] | null {
  if (phase === 'before') return 'before-initialise';
  if (phase === 'after') return /Initialize$/.test(name) && error === '0' ? null : 'after-terminate';
  if (error === '0') return null;
  if (is12 ? ['401', '402', '403', '404'].includes(error) : ['401', '402', '404', '405'].includes(error)) return 'unknown-element';
  if (name.endsWith('SetValue')) return 'refused-value';
  return null;
}

function ofStatements(events: readonly LrsEvent[]): Told {
  const statements = events.filter(({ kind }) => kind === 'statement');
  const has = (verb: string): boolean => statements.some(({ name }) => name === verb);
  const last = statements.filter(({ score }) => score !== null).at(-1)?.score ?? null;
  return {
    calls: summaries(events.map(({ kind, name }) => ({ name: kind, element: name, failed: false }))),
    faults: orderFaults(statements),
    initialised: has('initialized'),
    committed: events.some(({ kind, name, leaving }) => !leaving && (kind === 'state-kept' || (kind === 'statement' && name !== 'initialized'))),
    terminated: has('terminated'),
    completion: has('completed') ? 'completed' : null,
    success: has('passed') ? 'passed' : has('failed') ? 'failed' : null,
    score: last ?? { raw: null, min: null, max: null, scaled: null },
    stateLength: Math.max(0, ...events.filter(({ kind }) => kind === 'state-kept').map(({ length }) => length)),
    sessionTime: statements.filter(({ name, duration }) => name === 'terminated' && duration !== null).at(-1)?.duration ?? null,
  };
}

/** cmi5 9.3: initialized first and terminated last in each session; completed and passed once a registration. */
function orderFaults(statements: readonly LrsEvent[]): CallFault[] {
  const faults: CallFault[] = [];
  const add = (call: string, error: string): void => void faults.push({ kind: 'order', call, error, count: 1 });
  for (const launch of new Set(statements.map((each) => each.launch))) {
    const names = statements.filter((each) => each.launch === launch).map(({ name }) => name);
    if (names[0] !== 'initialized') add(names[0] ?? '', 'came before initialized');
    if (names.filter((name) => name === 'initialized').length > 1) add('initialized', 'was sent twice in one session');
    const end = names.indexOf('terminated');
    if (end !== -1 && end !== names.length - 1) add(names[end + 1] ?? '', 'came after terminated');
  }
  for (const verb of ['completed', 'passed']) if (statements.filter(({ name }) => name === verb).length > 1) add(verb, 'was sent more than once');
  return faults;
}

function summaries(calls: readonly { name: string; element: string | null; failed: boolean }[]): CallSummary[] {
  const found = new Map<string, CallSummary>();
  for (const { name, element, failed } of calls) {
    const key = `${name} ${element ?? ''}`;
    const summary = found.get(key) ?? { name, element, count: 0, errors: 0 };
    summary.count += 1;
    summary.errors += failed ? 1 : 0;
    found.set(key, summary);
  }
  return [...found.values()].slice(0, 200);
}

/** `cmi.interactions.12.id` is one of `cmi.interactions.n.id`. */
function indexless(element: string): string {
  return element.replace(/\.\d+(?=\.|$)/g, '.n').slice(0, 100);
}
