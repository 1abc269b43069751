import { isDefined, objectionsTo, same, sessionId, verbOf, type Statement } from './rules.js';

export interface LrsOptions {
  launchMode?: 'Normal' | 'Browse' | 'Review';
  masteryScore?: number;
  returnURL?: string;
  /** ids that the publisher gave: the AU's, by which statements are grouped */
  publisherId?: string;
  /** document `cmi5LearnerPreferences` */
  preferences?: object;
  /** A new launch does not end the sessions before it. */
  manySessions?: boolean;
  /** An AU may say what cmi5 defines and nothing else. */
  definedOnly?: boolean;
}
/** One request, without its transport: `path` below the end point, header names in lower case. */
export interface Asked { method: string; path: string; query: URLSearchParams; headers: { [name: string]: string | undefined }; body: string }
export interface Answer { status: number; headers?: { [name: string]: string }; body?: string }

interface Session { id: string; token: string; given: boolean; over: boolean; options: LrsOptions; statements: Statement[] }

/** The LMS and LRS side of cmi5 for one learner of one AU: judges every statement by the standard and keeps what it takes. */
export class Cmi5Lrs {
  readonly actor = { objectType: 'Agent', name: 'Doe, Jane', account: { homePage: 'https://lms.example', name: 'l-1' } };
  readonly registration = '760e3480-ba55-4991-94b0-01820dbd23a2';
  readonly activityId: string;
  /** what was taken, in its order */
  readonly statements: Statement[] = [];
  /** What a course did against the standard. */
  readonly objections: string[] = [];
  /** what was asked for, as `GET activities/state` */
  readonly asked: string[] = [];
  private readonly sessions: Session[] = [];
  private readonly documents = new Map<string, string>();

  /** `unit` tells units of one course apart, which share their registration. */
  constructor(unit = 0) {
    this.activityId = `https://lms.example/activities/${42 + unit}`;
  }

  /** Prepares a launch and gives its parameters (8.1); an earlier session that has not ended is abandoned (9.3.6). */
  launch(places: { endpoint: string; fetch: string }, options: LrsOptions = {}): URLSearchParams {
    if (options.manySessions !== true) this.expire();
    const session: Session = { id: `session-${this.sessions.length + 1}`, token: btoa(`l-1:secret-${this.sessions.length + 1}`), given: false, over: false, options, statements: [] };
    this.sessions.push(session);
    const { launchMode = 'Normal', masteryScore, returnURL, publisherId = 'urn:test:au' } = options;
    this.documents.set('LMS.LaunchData', JSON.stringify({
      contextTemplate: { contextActivities: { grouping: [{ objectType: 'Activity', id: publisherId }] }, extensions: { [sessionId]: session.id } },
      launchMode, moveOn: 'CompletedAndPassed', ...(masteryScore === undefined ? {} : { masteryScore }), ...(returnURL === undefined ? {} : { returnURL }),
    }));
    return new URLSearchParams({ endpoint: places.endpoint, fetch: `${places.fetch}?session=${session.id}`, actor: JSON.stringify(this.actor), registration: this.registration, activityId: this.activityId });
  }

  /** 8.2: the token, once. */
  token(session: string | null): Answer {
    const found = this.sessions.find(({ id }) => id === session);
    if (found === undefined) return json(200, { 'error-code': '2', 'error-text': 'There is no such session.' });
    if (found.given) return json(200, { 'error-code': '1', 'error-text': 'The authorization token has already been returned.' });
    found.given = true;
    return json(200, { 'auth-token': found.token });
  }

  answer(asked: Asked): Answer {
    const session = this.sessions.find(({ token }) => asked.headers['authorization'] === `Basic ${token}`);
    this.asked.push(`${asked.method} ${asked.path}`);
    if (session === undefined || !session.given) return json(401, 'no such token');
    if (!/^1\.0\.\d$/.test(asked.headers['x-experience-api-version'] ?? '')) return this.object('xAPI 3.2 every request names its version', 400);
    switch (asked.path) {
      case 'statements': return this.take(asked, session);
      case 'activities/state': return this.state(asked, session);
      case 'agents/profile': return session.options.preferences === undefined ? json(404, 'no preferences') : json(200, session.options.preferences);
      default: return json(404, 'no such resource');
    }
  }

  /** What the course keeps, as it wrote it; null before it did. */
  kept(): { state: object; told: object } | null {
    return JSON.parse(this.documents.get('preceptor') ?? 'null') as { state: object; told: object } | null;
  }

  /** The session's token is worth nothing from now on. */
  expire(): void {
    for (const session of this.sessions) session.over = true;
  }

  forget(): void {
    for (const list of [this.statements, this.objections, this.asked, this.sessions]) list.length = 0;
    this.documents.clear();
  }

  private take({ method, body }: Asked, session: Session): Answer {
    if (method !== 'POST') return json(405, 'statements are posted');
    const given = JSON.parse(body) as Statement | Statement[];
    const statements = Array.isArray(given) ? given : [given];
    const fresh: Statement[] = [];
    for (const statement of statements) {
      const known = this.statements.find(({ id }) => id === statement.id);
      if (known !== undefined && same(known, statement)) continue;
      if (known !== undefined) return json(409, 'another statement has this id');
      if (session.over) return json(403, 'the session is over');
      if (session.options.definedOnly === true && !isDefined(statement)) return json(403, 'only what cmi5 defines');
      const objections = objectionsTo(statement, this.judgedBy(session, fresh));
      if (objections.length > 0) return this.object(objections.join('; '), 400);
      fresh.push(statement);
    }
    // All of a batch, or nothing of it (xAPI 2.1.2).
    session.statements.push(...fresh);
    this.statements.push(...fresh);
    return json(200, statements.map(({ id }) => id));
  }

  private state({ method, query, headers, body }: Asked, session: Session): Answer {
    const { actor, registration, activityId } = this;
    const id = query.get('stateId') ?? '';
    if (query.get('activityId') !== activityId || query.get('registration') !== registration || !same(JSON.parse(query.get('agent') ?? 'null'), actor)) return this.object('10.0 state is asked for by activity, agent and registration', 400);
    const held = this.documents.get(id);
    const etag = held === undefined ? null : tagOf(held);
    if (method === 'GET') return held === undefined || etag === null ? json(404, 'no such document') : { status: 200, headers: { 'content-type': 'application/json', etag }, body: held };
    if (session.over) return json(401, 'the session is over');
    if (id === 'LMS.LaunchData') return this.object('10.0 an AU does not change the launch data', 403);
    if (session.options.launchMode !== undefined && session.options.launchMode !== 'Normal') return this.object('10.0 nothing is kept in browse or review mode', 403);
    if ((headers['if-match'] !== undefined && headers['if-match'] !== etag) || (headers['if-none-match'] === '*' && etag !== null)) return json(412, 'it has changed');
    if (method === 'DELETE') this.documents.delete(id);
    else if (method === 'PUT') this.documents.set(id, body);
    else return json(405, 'no such method');
    return { status: 204 };
  }

  private judgedBy(session: Session, fresh: readonly Statement[]): Parameters<typeof objectionsTo>[1] {
    const { launchMode = 'Normal', masteryScore, publisherId = 'urn:test:au' } = session.options;
    return { actor: this.actor, registration: this.registration, session: session.id, activityId: this.activityId, publisherId, launchMode, masteryScore, inSession: [...session.statements, ...fresh], inRegistration: [...this.statements, ...fresh] };
  }

  private object(why: string, status: number): Answer {
    this.objections.push(why);
    return json(status, why);
  }
}

/** How often a verb was said. */
export const count = (lrs: Cmi5Lrs, verb: string): number => lrs.statements.filter((one) => verbOf(one) === verb).length;

function tagOf(text: string): string {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return `"${hash.toString(16)}-${text.length}"`;
}

function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
