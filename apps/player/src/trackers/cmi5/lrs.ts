import type { LaunchParameters } from './launch.js';

/** What went wrong with a request: the HTTP status; 0 where there was no answer. */
export class LrsError extends Error {
  constructor(readonly status: number) {
    super(`the LRS answered ${status}`);
  }
}

/** A document and its entity tag: '' where the LRS does not say or the browser may not see it. */
export interface Kept { value: unknown; etag: string }
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** An LMS that does not answer for this long is as good as away. */
const PATIENCE_MS = 20_000;
/** The document in which this course keeps its state. */
export const STATE = 'preceptor';

/** The requests of xAPI 1.0.3 that a course needs, for one launch. Each rejects with LrsError. */
export class Lrs {
  constructor(private readonly launch: LaunchParameters, private readonly token: string, private readonly fetch: Fetch) {}

  async tell(statements: object[], keepalive = false): Promise<void> {
    const response = await this.ask('statements', { method: 'POST', body: JSON.stringify(statements), keepalive });
    void response.text().catch(() => '');
  }

  /** A document of the State API; null where there is none. */
  state(stateId: string): Promise<Kept | null> {
    return this.document(this.stateAddress(stateId));
  }

  /** The learner's preferences (cmi5 11.0); null where there are none. */
  preferences(): Promise<Kept | null> {
    return this.document(`agents/profile?${new URLSearchParams({ agent: JSON.stringify(this.launch.actor), profileId: 'cmi5LearnerPreferences' })}`);
  }

  /** Writes our state where it still is what `etag` says (null: not there yet; '': whatever it is). Gives back the new tag, undefined where it is not told. */
  async write(value: unknown, etag: string | null, keepalive = false): Promise<string | undefined> {
    const condition: { [header: string]: string } = etag === null ? { 'If-None-Match': '*' } : etag === '' ? {} : { 'If-Match': etag };
    const response = await this.ask(this.stateAddress(STATE), { method: 'PUT', body: JSON.stringify(value), keepalive, headers: condition });
    return response.headers.get('etag') ?? undefined;
  }

  private async document(address: string): Promise<Kept | null> {
    try {
      const response = await this.ask(address, { method: 'GET' });
      return { value: await response.json().catch(() => null) as unknown, etag: response.headers.get('etag') ?? '' };
    } catch (error) {
      if (error instanceof LrsError && error.status === 404) return null;
      throw error;
    }
  }

  private stateAddress(stateId: string): string {
    const { activityId, actor, registration } = this.launch;
    return `activities/state?${new URLSearchParams({ activityId, agent: JSON.stringify(actor), registration, stateId })}`;
  }

  private ask(address: string, request: RequestInit): Promise<Response> {
    // RFC 1945, 11.1; some LMSs give the whole header as the token.
    const headers = { Authorization: /^\w+ /.test(this.token) ? this.token : `Basic ${this.token}`, 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json', ...request.headers };
    return answered(this.fetch, this.launch.endpoint + address, { ...request, headers });
  }
}

/** One request that worked; rejects with LrsError. */
export async function answered(fetch: Fetch, address: string, request: RequestInit): Promise<Response> {
  const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS), ...request }).catch(() => null);
  if (response?.ok !== true) {
    // What is not read is shown as an aborted request.
    void response?.text().catch(() => '');
    throw new LrsError(response?.status ?? 0);
  }
  return response;
}
