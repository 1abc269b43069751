import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatDiagnostic } from '@preceptor/course';
import { contentSecurityPolicy, readFileBytes, type PackageFile } from '@preceptor/packaging';
import { CommandError } from '../terminal.js';
import { clientPath, type PreviewState } from './state.js';

export interface PreviewServer {
  url: string;
  /** tells open pages that something changed */
  announce: () => void;
  close: () => Promise<void>;
}

/** Serves a preview on 127.0.0.1; port 0 takes a free one. Fails with a CommandError when the port is taken. */
export async function servePreview(state: PreviewState, port: number): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const news = (): string => `data: ${JSON.stringify({ version: state.version, trouble: state.trouble, diagnostics: state.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)), errors: state.diagnostics.some(({ severity }) => severity === 'error') })}\n\n`;
  const server = createServer((request, response) => {
    if (!isLocal(request)) return void response.writeHead(403).end('This preview answers to localhost only.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const path = pathOf(request);
    if (path === 'preview-events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(news());
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    const file = path === null ? undefined : state.files.get(path);
    if (file !== undefined) return void send(file, request, response);
    if (path === 'index.html') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy }).end(emptyPage);
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such file in this course.');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new CommandError(2, `port ${port} is taken; choose another with --port.`) : error));
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    announce: () => listeners.forEach((response) => response.write(news())),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** A page from elsewhere must not read the preview by a name that it points at this machine. */
function isLocal(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
}

function pathOf(request: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    return path === '' ? 'index.html' : path;
  } catch {
    return null;
  }
}

async function send(file: PackageFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { 'content-type': file.type, 'cache-control': 'no-store', 'accept-ranges': 'bytes' };
  const range = rangeOf(request, file.size);
  if (range === 'unsatisfiable') return void response.writeHead(416, { 'content-range': `bytes */${file.size}` }).end();
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  response.writeHead(range === null ? 200 : 206, { ...headers, 'content-length': end - start + 1, ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${file.size}` }) });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(Readable.from(part(file, start, end), { objectMode: false }), response).catch(() => response.destroy());
}

async function* part(file: PackageFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of readFileBytes(file)) {
    const from = Math.max(0, start - at);
    const to = Math.min(chunk.length, end + 1 - at);
    if (from < to) yield chunk.subarray(from, to);
    at += chunk.length;
    if (at > end) return;
  }
}

/** One byte range (RFC 9110, 14.1.2), which film needs for seeking; null: the whole file. */
function rangeOf(request: IncomingMessage, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [, from = '', to = ''] = match;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/** Shown while the source has never compiled; the client fills it with what is wrong. */
const emptyPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The course does not compile yet</title>
<script defer src="${clientPath}"></script>
</head>
<body><h1>The course does not compile yet</h1></body>
</html>
`;
