import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { mediaTypeOf } from '../media-types.js';
import type { Archive } from '../verify/archive/archive.js';
import type { Activity, PackageStandard } from '../verify/verification.js';
import { lmsPage, type Cmi } from './lms-page.js';
import { bodyOf, Lrs, parsedJson } from './lrs.js';

/** A learning system for one activity and one learner: it serves the package out of its zip, on 127.0.0.1. */
export interface Lms {
  origin: string;
  lrs: Lrs;
  /** what the course committed last; null before the first commit */
  held: () => Cmi | null;
  /** paths that were asked for and are not in the zip */
  missing: Set<string>;
  traffic: { bytes: number; requests: number };
  close: () => Promise<void>;
}

export async function startLms(archive: Archive, standard: PackageStandard, activity: Activity): Promise<Lms> {
  let held: Cmi | null = null;
  const lrs = new Lrs();
  const missing = new Set<string>();
  const traffic = { bytes: 0, requests: 0 };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://lms');
    response.setHeader('cache-control', 'no-store');
    if (url.pathname.startsWith('/course/')) return sendFile(url.pathname.slice('/course/'.length), response);
    if (await lrs.answer(request, response, url)) return;
    switch (url.pathname) {
      case '/lms/':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(lmsPage(standard, standard === 'cmi5' ? lrs.launchAddress(origin(), activity) : `/course/${encodedHref(activity.href)}`, held));
        return;
      case '/lms/scorm-again.js':
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(createRequire(import.meta.url).resolve(standard === 'scorm-1.2' ? 'scorm-again/scorm12/min' : 'scorm-again/scorm2004/min')));
        return;
      case '/lms/commit': {
        const body = parsedJson(await bodyOf(request)) as { cmi?: Cmi } | null;
        held = body?.cmi ?? held;
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"result":true,"errorCode":0}');
        return;
      }
      default:
        response.writeHead(url.pathname === '/favicon.ico' || url.pathname === '/lms/returned' ? 204 : 404).end();
    }
  }

  /** Only names that stand in the zip are answered, so there is no path to climb. */
  async function sendFile(written: string, response: ServerResponse): Promise<void> {
    const path = decoded(written);
    const size = archive.sizeOf(path);
    traffic.requests += 1;
    if (size === undefined) {
      if (missing.size < 50) missing.add(path);
      response.writeHead(404).end();
      return;
    }
    traffic.bytes += size;
    response.writeHead(200, { 'content-type': mediaTypeOf(path).type, 'content-length': size });
    await pipeline(await archive.stream(path), response);
  }

  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: origin(), lrs, held: () => held, missing, traffic,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function encodedHref(href: string): string {
  const cut = href.search(/[?#]/);
  const path = cut === -1 ? href : href.slice(0, cut);
  return path.split('/').map(encodeURIComponent).join('/') + (cut === -1 ? '' : href.slice(cut));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
