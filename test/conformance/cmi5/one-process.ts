import { usualReporting } from '@preceptor/tracking';
import { sampleOutline } from '@preceptor/tracking/contract';
import { Cmi5Lrs, type LrsOptions } from './lrs.js';
import { verbOf } from './rules.js';
import type { PlayerTracker } from '../../../apps/player/src/trackers/player-tracker.js';
import { launchParameters } from '../../../apps/player/src/trackers/cmi5/launch.js';
import type { Fetch } from '../../../apps/player/src/trackers/cmi5/lrs.js';
import { openTracker } from '../../../apps/player/src/trackers/cmi5/open-tracker.js';
import type { Store } from '../../../apps/player/src/trackers/cmi5/surroundings.js';

/** What goes wrong with one request; undefined: nothing. */
type Trouble = (address: URL, request: RequestInit) => Response | 'away' | undefined;

/** An LMS in one process; each `launch` is a new one of the same learner. */
export function lms(options: LrsOptions = {}) {
  const lrs = new Cmi5Lrs();
  const outline = sampleOutline();
  const device = memory();
  const gone: (string | null)[] = [];
  const asked: string[] = [];
  const at: { trouble: Trouble } = { trouble: () => undefined };
  const fetch: Fetch = async (address, request) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const url = new URL(address);
    asked.push(`${request.method} ${url.pathname}`);
    const trouble = at.trouble(url, request);
    if (trouble === 'away') throw new TypeError('Failed to fetch');
    if (trouble !== undefined) return trouble;
    const headers = Object.fromEntries(new Headers(request.headers));
    const answer = url.pathname === '/fetch' ? lrs.token(url.searchParams.get('session')) : lrs.answer({ method: request.method ?? 'GET', path: url.pathname.replace('/lrs/', ''), query: url.searchParams, headers, body: String(request.body ?? '') });
    return new Response(answer.body ?? null, { status: answer.status, ...(answer.headers && { headers: answer.headers }) });
  };
  const parameters = (more: LrsOptions = {}): string => `?${lrs.launch({ endpoint: 'https://lms.example/lrs', fetch: 'https://lms.example/fetch' }, { ...options, ...more })}`;
  const chosen = { reporting: { ...usualReporting } };
  const open = async (search: string, tab = memory(), onDevice = device): Promise<PlayerTracker> => {
    const launched = launchParameters(search);
    if (launched === null) throw new Error('it was not launched');
    return openTracker(launched, { outline, reporting: chosen.reporting, itemOf: () => undefined, seconds: () => 120, judgeBy: () => {}, device: onDevice, tab, goTo: (address) => void gone.push(address) }, fetch);
  };
  return { lrs, outline, chosen, device, gone, asked, at, parameters, open, verbs: () => lrs.statements.map(verbOf), launch: async (more: LrsOptions = {}, onDevice = device) => open(parameters(more), memory(), onDevice) };
}

export function memory(): Store & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return { values, get: (key) => values.get(key) ?? null, set: (key, value) => Boolean(values.set(key, value)), remove: (key) => void values.delete(key) };
}
