import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { lmsPage, type Cmi } from './lms-page.js';
import { bodyOf, listening, sendFile } from './serving.js';
import { scosOf, type Sco, type ScormName } from './scos.js';

export interface LmsOptions {
  /** the unzipped package */
  folder: string;
  standard: ScormName;
  /** what the LMS joins to the launch page's address (SCORM 2004 4th Ed. CAM 3.4.1.6) */
  parameters?: string;
  /** `Permissions-Policy: unload=()` on every page, as Chrome is about to do by itself */
  unloadForbidden?: boolean;
}

/** A learning system in one process: it serves a package, offers scorm-again's API to it, and keeps what is committed. */
export interface Lms {
  url: string;
  /** the same server under another host name, which a browser holds for another origin */
  foreignUrl: string;
  scos: Sco[];
  /** what the LMS holds of the learner after the last commit; null before the first. Of the first SCO, where none is named */
  record: (sco?: string) => Cmi | null;
  commits: () => number;
  /** forgets the learner */
  reset: () => void;
  close: () => Promise<void>;
}

const scormAgain = join(import.meta.dirname, '../../node_modules/scorm-again/dist');

export async function startLms(options: LmsOptions): Promise<Lms> {
  const scos = await scosOf(options.folder);
  const firstSco = firstOf(scos);
  const held = new Map<string, Cmi>();
  let commits = 0;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500).end());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lms');
    if (options.unloadForbidden === true) response.setHeader('permissions-policy', 'unload=()');
    response.setHeader('cache-control', 'no-store');
    if (pathname === '/favicon.ico') response.writeHead(204).end();
    else if (pathname === '/commit') {
      held.set(searchParams.get('sco') ?? firstSco.id, (JSON.parse(await bodyOf(request)) as { cmi: Cmi }).cmi);
      commits += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"result":true,"errorCode":0}');
    } else if (pathname === '/scorm-again.js') {
      await sendFile(response, scormAgain, options.standard === 'scorm-1.2' ? 'scorm12.min.js' : 'scorm2004.min.js');
    } else if (pathname.startsWith('/course/')) {
      await sendFile(response, options.folder, pathname.slice('/course/'.length));
    } else {
      const sco = scos.find(({ id }) => id === searchParams.get('sco')) ?? firstSco;
      const launch = `course/${sco.launch}${options.parameters ?? ''}`;
      const page = lmsPage(pathname, { standard: options.standard, sco, launch: searchParams.get('launch') ?? launch, held: held.get(sco.id) ?? null });
      if (page === null) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    }
  }

  const { port, url, close } = await listening(server);
  return {
    url,
    foreignUrl: `http://localhost:${port}`,
    scos,
    record: (sco = firstSco.id) => held.get(sco) ?? null,
    commits: () => commits,
    reset: () => {
      held.clear();
      commits = 0;
    },
    close,
  };
}

function firstOf(scos: readonly Sco[]): Sco {
  const [first] = scos;
  if (first === undefined) throw new Error('the manifest has no item that could be launched');
  return first;
}
