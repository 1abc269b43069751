import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from '../verify/verification.js';

/** A request of an AU to the learning record store, in the order of arrival. */
export interface LrsEvent {
  kind: 'statement' | 'state-kept' | 'state-read' | 'profile-read';
  /** last part of a statement's verb, or the id of a state */
  name: string;
  launch: number;
  leaving: boolean;
  length: number;
  score: { scaled: number | null; raw: number | null; min: number | null; max: number | null } | null;
  duration: string | null;
}

/** As much of an LRS as one AU needs to be played (xAPI 1.0.3, cmi5 8 to 11): state, profile and statements, kept in memory. */
export class Lrs {
  readonly events: LrsEvent[] = [];
  launch = 0;
  readonly #seen = new Set<string>();
  leaving = false;
  readonly #states = new Map<string, { type: string; body: Buffer }>();
  readonly #registration = '0190f0aa-0000-7000-8000-000000000001';

  /** The address that an AU is launched with (cmi5 8.1). */
  launchAddress(origin: string, activity: Activity): string {
    this.#states.set('LMS.LaunchData', { type: 'application/json', body: Buffer.from(JSON.stringify({
      contextTemplate: { registration: this.#registration, contextActivities: { grouping: [{ id: activity.id, objectType: 'Activity' }] }, extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': `session-${this.launch}` } },
      launchMode: 'Normal', moveOn: 'CompletedOrPassed', launchMethod: 'AnyWindow', returnURL: `${origin}/lms/returned`,
    })) });
    const parameters = new URLSearchParams({
      endpoint: `${origin}/lrs/`, fetch: `${origin}/lrs-token`, registration: this.#registration, activityId: activity.id,
      actor: JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-1' } }),
    });
    const [page = '', hash] = activity.href.split('#');
    return `/course/${page.split('?').map((part, index) => (index === 0 ? part.split('/').map(encodeURIComponent).join('/') : part)).join('?')}${page.includes('?') ? '&' : '?'}${parameters}${hash === undefined ? '' : `#${hash}`}`;
  }

  /** Answers what lies under /lrs; false for another path. */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    if (url.pathname === '/lrs-token') return sent(response, 200, '{"auth-token":"cmVoZWFyc2FsOnJlaGVhcnNhbA=="}');
    if (!url.pathname.startsWith('/lrs/')) return false;
    response.setHeader('x-experience-api-version', '1.0.3');
    const body = await bodyOf(request);
    if (url.pathname === '/lrs/statements') return this.#statements(request, response, url, body);
    if (url.pathname === '/lrs/activities/state') return this.#state(request, response, url, body);
    if (url.pathname === '/lrs/agents/profile') {
      this.#keep('profile-read', url.searchParams.get('profileId') ?? '', 0);
      return sent(response, 404, '');
    }
    return sent(response, url.pathname === '/lrs/about' ? 200 : 404, '{"version":["1.0.3"]}');
  }

  #statements(request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer): boolean {
    if (request.method === 'GET') return sent(response, 200, '{"statements":[],"more":""}');
    const parsed = parsedJson(body);
    const statements = Array.isArray(parsed) ? parsed : [parsed];
    for (const statement of statements) {
      // xAPI 1.0.3, Part Three 2.1.1: the same id again changes nothing.
      const id = part({ statement }, 'statement')?.['id'] ?? url.searchParams.get('statementId');
      if (typeof id === 'string' && this.#seen.size === this.#seen.add(id).size) continue;
      const result = part(statement, 'result');
      const score = part(result, 'score');
      const verb = part(statement, 'verb')?.['id'];
      this.#keep('statement', typeof verb === 'string' ? verb.replace(/^.*\//, '') : '(no verb)', body.length, {
        score: score === null ? null : { scaled: numberOf(score['scaled']), raw: numberOf(score['raw']), min: numberOf(score['min']), max: numberOf(score['max']) },
        duration: typeof result?.['duration'] === 'string' ? result['duration'] : null,
      }, launchOf(statement) ?? this.launch);
    }
    return request.method === 'PUT' ? sent(response, 204, '') : sent(response, 200, JSON.stringify(statements.map((statement) => part({ statement }, 'statement')?.['id'] ?? url.searchParams.get('statementId') ?? '')));
  }

  #state(request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer): boolean {
    const id = url.searchParams.get('stateId') ?? '';
    const held = this.#states.get(id);
    if (request.method === 'GET') {
      if (id !== 'LMS.LaunchData') this.#keep('state-read', id, held?.body.length ?? 0);
      if (held === undefined) return sent(response, 404, '');
      response.setHeader('content-type', held.type);
      return sent(response, 200, held.body);
    }
    if (request.method === 'DELETE') this.#states.delete(id);
    else {
      this.#states.set(id, { type: request.headers['content-type'] ?? 'application/octet-stream', body });
      this.#keep('state-kept', id, body.length);
    }
    return sent(response, 204, '');
  }

  #keep(kind: LrsEvent['kind'], name: string, length: number, told: Pick<LrsEvent, 'score' | 'duration'> = { score: null, duration: null }, launch = this.launch): void {
    if (this.events.length < 20_000) this.events.push({ kind, name, launch, leaving: this.leaving, length, ...told });
  }
}

/** The launch whose session a statement names: one that could not be sent in time comes with the next launch. */
function launchOf(statement: unknown): number | null {
  const session = part(part(statement, 'context'), 'extensions')?.['https://w3id.org/xapi/cmi5/context/extensions/sessionid'];
  const found = typeof session === 'string' ? /^session-(\d{1,4})$/.exec(session)?.[1] : undefined;
  return found === undefined ? null : Number(found);
}

const mostBytes = 2 * 2 ** 20;
/** A request's body; what is beyond 2 MiB is left out. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function sent(response: ServerResponse, status: number, body: string | Buffer): true {
  response.writeHead(status).end(body);
  return true;
}
export function parsedJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
function part(of: unknown, name: string): Record<string, unknown> | null {
  const value = typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : null;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}
function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
