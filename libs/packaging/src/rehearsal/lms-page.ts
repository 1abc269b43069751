import type { PackageStandard } from '../verify/verification.js';

/** The CMI data model as scorm-again commits it. */
export type Cmi = { [element: string]: CmiValue };
export type CmiValue = string | number | boolean | null | CmiValue[] | { [element: string]: CmiValue };

/** A call of the API as the page keeps it in `window.calls`. */
export interface ApiCall {
  name: string;
  element: string;
  value: string;
  result: string;
  error: string;
  /** where in the session it came */
  phase: 'before' | 'during' | 'after';
  /** while the page of the course went away */
  leaving: boolean;
}

const functions12 = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'];
const functions2004 = ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'];

/** The page of the learning system: scorm-again's API, every call of which it keeps, and the course in a frame. */
export function lmsPage(standard: PackageStandard, launch: string, held: Cmi | null): string {
  const frame = `<iframe id="course" name="course" src="${launch.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" title="Course" allow="autoplay; fullscreen" style="width:100%;height:96vh;border:0"></iframe>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title></head><body style="margin:0">${standard === 'cmi5' ? '' : api(standard, held)}${frame}</body></html>`;
}

function api(standard: PackageStandard, held: Cmi | null): string {
  const is12 = standard === 'scorm-1.2';
  const names = is12 ? functions12 : functions2004;
  return `<script src="/lms/scorm-again.js"></script><script>
    const is12 = ${is12};
    const runtime = new ${is12 ? 'Scorm12API' : 'Scorm2004API'}({ lmsCommitUrl: '/lms/commit', dataCommitFormat: 'json', autocommit: false, logLevel: 5, mastery_override: false, sendFullCommit: true, alwaysSendTotalTime: true });
    runtime.loadFromJSON(${json(is12 ? start12(held) : start2004(held))}, 'cmi');
    window.calls = []; window.leaving = false;
    let phase = 'before';
    const clipped = (text) => (text.length > 70000 ? text.slice(0, 70000) : text);
    window[is12 ? 'API' : 'API_1484_11'] = Object.fromEntries(${json(names)}.map((name) => [name, (...args) => {
      const result = runtime[name](...args);
      if (/LastError|ErrorString|Diagnostic/.test(name)) return result;
      const ends = /Finish|Terminate/.test(name);
      const error = String(is12 ? runtime.LMSGetLastError() : runtime.GetLastError());
      if (window.calls.length < 20000) window.calls.push({ name, element: String(args[0] ?? ''), value: /SetValue/.test(name) ? clipped(String(args[1] ?? '')) : '', result: clipped(String(result)), error, phase: /Initialize/.test(name) && phase === 'before' ? 'during' : phase, leaving: window.leaving });
      if (/Initialize/.test(name) && phase === 'before') phase = 'during';
      if (ends && phase === 'during') phase = 'after';
      return result;
    }]));
  </script>`;
}

/** What an LMS sets before it launches (SCORM 1.2 RTE 3.4.4). */
function start12(held: Cmi | null): Cmi {
  const core = (held?.['core'] ?? {}) as Cmi;
  const resumed = core['exit'] === 'suspend';
  const { exit: _exit, session_time: _session, entry: _entry, ...kept } = core;
  return {
    core: { ...kept, student_id: 'learner-1', student_name: 'Doe, Jane', entry: held === null ? 'ab-initio' : resumed ? 'resume' : '', credit: 'credit', lesson_mode: 'normal' },
    ...(typeof held?.['suspend_data'] === 'string' ? { suspend_data: held['suspend_data'] } : {}),
  };
}

/** SCORM 2004 RTE 4.2: what was there is given back only to a learner who suspended. */
function start2004(held: Cmi | null): Cmi {
  const resumed = held?.['exit'] === 'suspend';
  const { exit: _exit, session_time: _session, entry: _entry, learner_preference: _preference, ...kept } = held ?? {};
  return { ...(resumed ? kept : {}), learner_id: 'learner-1', learner_name: 'Doe, Jane', entry: held === null ? 'ab-initio' : resumed ? 'resume' : '', credit: 'credit', mode: 'normal' };
}

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
