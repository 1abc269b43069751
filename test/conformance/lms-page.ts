import type { Sco, ScormName } from './scos.js';

/** The CMI data model as scorm-again commits it: nested objects, arrays and strings. */
export type Cmi = { [element: string]: CmiValue };
export type CmiValue = string | number | boolean | null | CmiValue[] | { [element: string]: CmiValue };

interface Launch {
  standard: ScormName;
  sco: Sco;
  /** address of the launch page */
  launch: string;
  /** what the LMS holds from an earlier session */
  held: Cmi | null;
}

/**
 * The pages of the LMS: `/` has the API two frames above the course, `/frame` one above, `/popup` opens the course in a
 * window of its own, `/bare` frames it without any API, and `/inner` is the frame between.
 */
export function lmsPage(path: string, launch: Launch): string | null {
  const frame = (src: string): string => `<iframe id="course" src="${src.replaceAll('&', '&amp;')}" title="Course" style="width:100%;height:95vh;border:0"></iframe>`;
  switch (path) {
    case '/':
      return html(`${api(launch)}${frame(`inner?launch=${encodeURIComponent(launch.launch)}`)}`);
    case '/frame':
      return html(`${api(launch)}${frame(launch.launch)}`);
    case '/inner':
    case '/bare':
      return html(frame(launch.launch));
    case '/popup':
      return html(`${api(launch)}<button onclick="window.open(${JSON.stringify(launch.launch).replaceAll('"', '&quot;')}, 'course', 'width=1000,height=800')">Open the course</button>`);
    default:
      return null;
  }
}

function html(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title></head><body>${body}</body></html>`;
}

/** The API object, every call of which is kept in `calls` with the error that it left. */
function api({ standard, held, sco }: Launch): string {
  const is12 = standard === 'scorm-1.2';
  const start = json(is12 ? start12(held, sco) : start2004(held, sco));
  const settings = `{ lmsCommitUrl: ${json(`/commit?sco=${encodeURIComponent(sco.id)}`)}, dataCommitFormat: 'json', autocommit: false, logLevel: 5, mastery_override: true, sendFullCommit: true, alwaysSendTotalTime: true }`;
  const names = is12
    ? ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']
    : ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'];
  const [lastError, globalName, maker] = is12 ? ['LMSGetLastError', 'API', 'Scorm12API'] : ['GetLastError', 'API_1484_11', 'Scorm2004API'];
  return `<script src="scorm-again.js"></script><script>
    const runtime = new ${maker}(${settings});
    runtime.loadFromJSON(${start}, 'cmi');
    window.calls = [];
    window.${globalName} = Object.fromEntries(${json(names)}.map((name) => [name, (...args) => {
      const result = runtime[name](...args);
      if (!/LastError|ErrorString|Diagnostic/.test(name)) window.calls.push({ name, args, result: String(result), error: String(runtime.${lastError}()) });
      return result;
    }]));
  </script>`;
}

/** What an LMS sets before it launches (SCORM 1.2 RTE 3.4.4): who, resumed or not, the mastery score. */
function start12(held: Cmi | null, sco: Sco): Cmi {
  const core = (held?.['core'] ?? {}) as Cmi;
  const resumed = core['exit'] === 'suspend';
  const { exit: _exit, session_time: _session, entry: _entry, ...kept } = core;
  return {
    core: { ...kept, student_id: 'l-1', student_name: 'Doe, Jane', entry: held === null ? 'ab-initio' : resumed ? 'resume' : '', credit: 'credit', lesson_mode: 'normal' },
    student_data: { ...(sco.passMark === '' ? {} : { mastery_score: sco.passMark }), ...(sco.maxTime === '' ? {} : { max_time_allowed: sco.maxTime }) },
    ...(resumed && typeof held?.['suspend_data'] === 'string' ? { suspend_data: held['suspend_data'] } : {}),
  };
}

/** SCORM 2004 4th Ed. RTE 4.2: the same, with the thresholds that stand in the manifest. */
function start2004(held: Cmi | null, sco: Sco): Cmi {
  const resumed = held?.['exit'] === 'suspend';
  const { exit: _exit, session_time: _session, entry: _entry, learner_preference: _preference, ...kept } = held ?? {};
  return { ...(resumed ? kept : {}), learner_id: 'l-1', learner_name: 'Doe, Jane', entry: held === null ? 'ab-initio' : resumed ? 'resume' : '', credit: 'credit', mode: 'normal', ...(sco.completionThreshold === '' ? {} : { completion_threshold: sco.completionThreshold }), ...(sco.passMark === '' ? {} : { scaled_passing_score: sco.passMark }) };
}

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
