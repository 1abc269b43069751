import { createServer } from 'node:http';
import { listening, sendFile } from './serving.js';

export interface Quirks {
  /** the unzipped package */
  folder: string;
  /** script of the page at the top: it puts `window.API` or `window.API_1484_11` in place with `lms(names)` */
  script: string;
  /** script of the frame between the top and the course */
  between?: string;
}

/**
 * An LMS that is nobody's run time: its API is what a test says, so that it can be as odd as those that people meet.
 * `lms(edition)` makes a plain API whose values lie in `window.held`, and every call in `window.calls`.
 */
export async function startQuirkyLms({ folder, script, between = '' }: Quirks): Promise<{ url: string; close: () => Promise<void> }> {
  const frame = (src: string): string => `<iframe id="course" src="${src}" title="Course" style="width:100%;height:95vh;border:0"></iframe>`;
  const pages: { [path: string]: string } = { '/': `<script>${plainApi}${script}</script>${frame('/between')}`, '/between': `<script>${plainApi}${between}</script>${frame('/course/index.html')}` };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lms');
    response.setHeader('cache-control', 'no-store');
    const page = pages[pathname];
    if (page !== undefined) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><head><title>LMS</title></head><body>${page}</body></html>`);
    void sendFile(response, folder, pathname.replace('/course/', ''));
  });
  return listening(server);
}

const plainApi = `
  window.held = {}; window.calls = [];
  function lms(edition) {
    const is12 = edition === '1.2';
    const start = is12 ? { 'cmi.core.student_id': 'l-1', 'cmi.core.student_name': 'Doe, Jane', 'cmi.core.lesson_mode': 'normal' } : { 'cmi.learner_id': 'l-1', 'cmi.learner_name': 'Doe, Jane', 'cmi.mode': 'normal' };
    const call = (name, does) => (...given) => { window.calls.push([name, ...given].join(' ').trim()); return does(...given); };
    const api = {
      Initialize: call('Initialize', () => 'true'), Terminate: call('Terminate', () => 'true'), Commit: call('Commit', () => 'true'),
      GetValue: (element) => window.held[element] ?? start[element] ?? (/_count$/.test(element) ? '0' : ''),
      SetValue: call('SetValue', (element, value) => { window.held[element] = value; return 'true'; }),
      GetLastError: () => '0', GetErrorString: () => '', GetDiagnostic: () => '',
    };
    if (!is12) return api;
    return { LMSInitialize: api.Initialize, LMSFinish: api.Terminate, LMSCommit: api.Commit, LMSGetValue: api.GetValue, LMSSetValue: api.SetValue, LMSGetLastError: api.GetLastError, LMSGetErrorString: api.GetErrorString, LMSGetDiagnostic: api.GetDiagnostic };
  }
`;
