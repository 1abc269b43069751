import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { liveErrors } from './errors.js';

/** Most streams at once: of one account, of this server. */
const most = { ofAccount: 24, ofAll: 2_000 };
/** Whoever takes so many bytes less than were sent is let go: she comes back and reads anew. */
const mostWaiting = 1_000_000;
const heartbeatMs = 15_000;

interface Stream { accountId: string; response: ServerResponse; stillMay: () => Promise<boolean>; ended: () => void }

/** The streams of server-sent events that are open on this server: kept alive, ended when who reads them may no more, or when the server stops. */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  readonly #open = new Set<Stream>();
  readonly #beat = setInterval(() => { for (const { response } of this.#open) response.write(': beat\n\n'); void this.check(); }, heartbeatMs).unref();

  /** Throws where there are too many. */
  ensureRoom(accountId: string): void {
    if (this.#open.size >= most.ofAll || [...this.#open].filter((stream) => stream.accountId === accountId).length >= most.ofAccount) throw liveErrors.TOO_MANY_WATCHERS();
  }

  /** Begins a stream; gives what writes to it. `ended` is called once, however it ends. */
  begin(accountId: string, response: ServerResponse, stillMay: () => Promise<boolean>, ended: () => void): (text: string) => void {
    const stream = { accountId, response, stillMay, ended };
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' });
    response.write('retry: 2000\n\n');
    this.#open.add(stream);
    response.once('close', () => { if (this.#open.delete(stream)) ended(); });
    return (text) => {
      if (response.writableLength > mostWaiting) response.destroy();
      else response.write(text);
    };
  }

  /** Ends the streams of those who may read them no more. */
  async check(): Promise<void> {
    await Promise.all([...this.#open].map(async (stream) => {
      if (!(await stream.stillMay().catch(() => true))) stream.response.end('event: over\ndata: {}\n\n');
    }));
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#beat);
    for (const { response } of this.#open) response.end();
  }
}
