import { decodeState, progressOf, usualReporting } from '@preceptor/tracking';
import { sampleOutline, type TrackerHarness } from '@preceptor/tracking/contract';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import type { Edition } from './edition.js';
import { lmsApi } from './lms-api.js';
import { ScormTracker } from './scorm-tracker.js';

/** An LMS in one process, by scorm-again, for the tests of both editions: what was committed is what the next launch finds. */
export function scormHarness(edition: Edition): TrackerHarness & { launchedWith: { [element: string]: string }; calls: string[] } {
  const outline = sampleOutline();
  const device = new Map<string, string>();
  const launchedWith: { [element: string]: string } = {};
  const calls: string[] = [];
  const lms = { up: true, held: {} as { [element: string]: string }, endings: 0 };
  const { suspendData, mode: modeElement } = edition.elements;
  return {
    outline, launchedWith, calls, modes: ['review', 'browse'], keepsOffline: true,
    open(mode = 'normal') {
      const runtime = edition.standard === 'scorm-1.2' ? new Scorm12API({ autocommit: false, logLevel: 5 }) : new Scorm2004API({ autocommit: false, logLevel: 5 });
      const start: { [element: string]: string } = { [edition.elements.learnerId]: 'l-1', [edition.elements.learnerName]: 'Doe, Jane', [modeElement]: mode, [suspendData]: lms.held[suspendData] ?? '', ...launchedWith };
      for (const [element, value] of Object.entries(start)) if (value !== '') runtime.setCMIValue(element, value);
      const { calls: names } = edition;
      const raw = runtime as unknown as { [name: string]: (...given: string[]) => string };
      const worked = (name: string, ...given: string[]): boolean => String(raw[name]?.(...given)) === 'true';
      let live: { [element: string]: string } = {};
      const store = (): void => void Object.assign(lms.held, live);
      const api = {
        [names.initialize]: () => String(worked(names.initialize, '')),
        [names.get]: (element: string) => raw[names.get]?.(element) ?? '',
        [names.lastError]: () => raw[names.lastError]?.() ?? '0',
        [names.set](element: string, value: string) {
          calls.push(`set ${element}`);
          if (!lms.up || !worked(names.set, element, value)) return 'false';
          live[element] = value;
          return 'true';
        },
        [names.commit]() {
          calls.push('commit');
          if (!lms.up) return 'false';
          store();
          return 'true';
        },
        [names.terminate]() {
          lms.endings += 1;
          if (!lms.up) return 'false';
          store();
          live = {};
          return 'true';
        },
      };
      const found = lmsApi(api, names);
      found.initialize();
      return new ScormTracker(edition, found, {
        outline, reporting: usualReporting, isPart: false, close: () => {}, itemOf: () => undefined, seconds: () => 120,
        keep: { get: (key) => device.get(key) ?? null, set: (key, value) => Boolean(device.set(key, value)), remove: (key) => void device.delete(key) },
      });
    },
    goOffline: () => void (lms.up = false),
    goOnline: () => void (lms.up = true),
    held: () => progressOf(decodeState(lms.held[suspendData] ?? '', outline).state, outline),
    endings: () => lms.endings,
  };
}
