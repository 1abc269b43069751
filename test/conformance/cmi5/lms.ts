import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LmsRecord } from '../record.js';
import { bodyOf, listening, sendFile } from '../serving.js';
import { Cmi5Lrs, type LrsOptions } from './lrs.js';
import { recordOfStatements } from './record.js';
import { unitsOf, type AssignableUnit } from './units.js';

/** What is amiss with the record store: nothing; no answer at all; answers of 503; only late ones; or 401, as when a session is over. */
export type Trouble = 'none' | 'dropped' | 'unwell' | 'slow' | 'signed-out';

export interface Cmi5LmsOptions extends LrsOptions {
  /** the unzipped package */
  folder: string;
  /** The record store is at another host than the course, as with a store of its own. */
  elsewhere?: boolean;
  /** The learner is to be sent back to `/left`. */
  wantsBack?: boolean;
}

/** A learning system in one process: it serves a cmi5 package, launches its units and has a record store for what they say. */
export interface Cmi5Lms {
  url: string;
  /** of the package's course structure, in its order */
  units: AssignableUnit[];
  /** one for each unit, in the same order */
  stores: Cmi5Lrs[];
  /** How the learner stands; of the first unit, where none is named. Throws where the course broke a rule of cmi5. */
  record: (unit?: number) => LmsRecord;
  /** from the next request on */
  trouble: (what: Trouble) => void;
  /** for the launches from now on */
  launchMode: (mode: 'Normal' | 'Browse' | 'Review') => void;
  /** forgets the learner */
  reset: () => void;
  close: () => Promise<void>;
}

/**
 * `/` frames the course two deep, `/frame` one deep, `/window` goes there itself; each is a launch. `?unit=1` is the
 * second unit. `/left` is where the learner comes back to.
 */
export async function startCmi5Lms(options: Cmi5LmsOptions): Promise<Cmi5Lms> {
  const units = await unitsOf(options.folder);
  const stores = units.map((_unit, at) => new Cmi5Lrs(at));
  let trouble: Trouble = 'none';
  let mode = options.launchMode ?? 'Normal';
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lms');
    response.setHeader('cache-control', 'no-store');
    const [, room, number = '', ...rest] = pathname.split('/');
    const store = stores[Number(number)];
    if (room === 'course') await sendFile(response, options.folder, pathname.slice('/course/'.length));
    else if ((room === 'lrs' || room === 'token') && store !== undefined) await talk(request, response, store, room === 'token' ? null : rest.join('/'), searchParams);
    else {
      const page = pageOf(pathname, searchParams);
      if (page === null) response.writeHead(404).end();
      else if (page.startsWith('course/')) response.writeHead(302, { location: page }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title></head><body>${page}</body></html>`);
    }
  }

  async function talk(request: IncomingMessage, response: ServerResponse, store: Cmi5Lrs, path: string | null, query: URLSearchParams): Promise<void> {
    const body = await bodyOf(request);
    for (const [name, value] of Object.entries(openToAll)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (trouble === 'dropped') return void request.socket.destroy();
    if (trouble === 'unwell') return void response.writeHead(503).end();
    if (trouble === 'signed-out') return void response.writeHead(401).end();
    if (trouble === 'slow') await new Promise((resolve) => setTimeout(resolve, 3_000));
    if (path === null && request.method !== 'POST') return void response.writeHead(405).end();
    const headers = request.headers as { [name: string]: string | undefined };
    const answered = path === null ? store.token(query.get('session')) : store.answer({ method: request.method ?? 'GET', path, query, headers, body });
    response.writeHead(answered.status, answered.headers).end(answered.body);
  }

  function pageOf(pathname: string, query: URLSearchParams): string | null {
    const frame = (src: string): string => `<iframe id="course" src="${src.replaceAll('&', '&amp;')}" title="Course" style="width:100%;height:95vh;border:0"></iframe>`;
    switch (pathname) {
      case '/': return frame(`frame${query.size > 0 ? `?${query}` : ''}`);
      case '/frame': return frame(launch(Number(query.get('unit') ?? 0)));
      case '/window': return launch(Number(query.get('unit') ?? 0));
      case '/left': return '<h1>Back at the learning system</h1>';
      default: return null;
    }
  }

  function launch(at: number): string {
    const [unit, store] = [units[at], stores[at]];
    if (unit === undefined || store === undefined) throw new Error(`there is no unit ${at}`);
    const places = { endpoint: `${options.elsewhere === true ? foreignUrl : url}/lrs/${at}/`, fetch: `${options.elsewhere === true ? foreignUrl : url}/token/${at}` };
    const given = store.launch(places, { publisherId: unit.id, ...(unit.masteryScore !== undefined && { masteryScore: unit.masteryScore }), ...(options.wantsBack === true && { returnURL: `${url}/left` }), ...options, launchMode: mode });
    return `course/${unit.url}${unit.url.includes('?') ? '&' : '?'}${given}`;
  }

  const { port, url, close } = await listening(server);
  const foreignUrl = `http://localhost:${port}`;
  return {
    url, units, stores,
    record: (unit = 0) => {
      const store = stores[unit];
      if (store === undefined) throw new Error(`there is no unit ${unit}`);
      return recordOfStatements(store);
    },
    trouble: (what) => void (trouble = what),
    launchMode: (next) => void (mode = next),
    reset: () => {
      for (const store of stores) store.forget();
      trouble = 'none';
      mode = options.launchMode ?? 'Normal';
    },
    close,
  };
}

/** A store at another host lets a browser in (CORS), and lets the course see a document's tag. */
const openToAll = {
  'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, PUT, POST, DELETE', 'access-control-expose-headers': 'ETag', 'access-control-max-age': '600',
  'access-control-allow-headers': 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match',
};
