/** A statement as it comes from a course, as far as cmi5 looks at it. */
export interface Statement {
  id?: string;
  actor?: unknown;
  verb?: { id?: string };
  object?: { id?: string; definition?: { interactionType?: string; correctResponsesPattern?: unknown; description?: { [language: string]: string } } };
  result?: { completion?: boolean; success?: boolean; score?: { scaled?: number }; duration?: string; response?: string; extensions?: { [id: string]: unknown } };
  context?: { registration?: string; contextActivities?: { category?: { id?: string }[]; grouping?: { id?: string }[] }; extensions?: { [id: string]: unknown } };
  timestamp?: string;
}

/** What a statement is judged by: the launch it belongs to, and what was said before, in this session and in the registration. */
export interface Judged {
  actor: unknown;
  registration: string;
  session: string;
  activityId: string;
  publisherId: string;
  launchMode: 'Normal' | 'Browse' | 'Review';
  masteryScore: number | undefined;
  inSession: readonly Statement[];
  inRegistration: readonly Statement[];
}

const CMI5 = 'https://w3id.org/xapi/cmi5/context/';
export const sessionId = `${CMI5}extensions/sessionid`;
const interactionTypes = ['true-false', 'choice', 'fill-in', 'long-fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric', 'other'];

export const verbOf = (statement: Statement): string => statement.verb?.id?.split('/').at(-1) ?? '';
const has = (statement: Statement, category: 'cmi5' | 'moveon'): boolean => statement.context?.contextActivities?.category?.some(({ id }) => id === `${CMI5}categories/${category}`) === true;
/** Of the two kinds that an AU may send, cmi5's own (7.1.3). */
export const isDefined = (statement: Statement): boolean => has(statement, 'cmi5');

/** What a statement breaks, each with the section of cmi5 (Quartz, 1st edition) or xAPI 1.0.3 that says so; empty: nothing. */
export function objectionsTo(statement: Statement, judged: Judged): string[] {
  const objections: string[] = [];
  const must = (holds: boolean, rule: string): void => void (holds || objections.push(`${verbOf(statement)}: ${rule}`));
  const { context = {}, timestamp = '' } = statement;
  const first = judged.inSession[0];
  must(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(statement.id ?? ''), '9.1 the AU gives a UUID');
  must(same(statement.actor, judged.actor), '8.1.3 the actor is the one that the LMS gave');
  must(context.registration === judged.registration, '9.6.1 the registration is the one that the LMS gave');
  must(context.extensions?.[sessionId] === judged.session, '9.6.3.1 the session is the one of the context template');
  must(context.contextActivities?.grouping?.some(({ id }) => id === judged.publisherId) === true, '9.6.2 the context template is kept');
  must(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(timestamp), '9.7 a timestamp in UTC');
  must(/^https?:/.test(statement.verb?.id ?? ''), 'xAPI 2.4.3 the verb is an IRI');
  must(verbOf(statement) !== 'voided', '6.3 an AU does not void');
  must(first === undefined ? verbOf(statement) === 'initialized' && isDefined(statement) : timestamp >= (first.timestamp ?? ''), '9.3 "initialized" is the first statement of a session');
  must(!judged.inSession.some((one) => verbOf(one) === 'terminated'), '9.3 "terminated" is the last statement of a session');
  if (verbOf(statement) === 'terminated') must(judged.inSession.every((one) => (one.timestamp ?? '') <= timestamp), '9.3 nothing in a session is later than "terminated"');
  if (isDefined(statement)) judgeDefined(statement, judged, must);
  else {
    must(!has(statement, 'moveon'), '9.6.2.2 only what decides has the category "moveon"');
    must(judged.launchMode === 'Normal', '10.0 nothing about a learner is recorded in browse or review mode');
    if (verbOf(statement) === 'answered') judgeAnswer(statement, must);
  }
  return objections;
}

function judgeDefined(statement: Statement, judged: Judged, must: (holds: boolean, rule: string) => void): void {
  const verb = verbOf(statement);
  const { result = {}, object, context } = statement;
  const scaled = result.score?.scaled;
  const said = (list: readonly Statement[], ...verbs: string[]): boolean => list.some((one) => isDefined(one) && verbs.includes(verbOf(one)));
  must(['initialized', 'completed', 'passed', 'failed', 'terminated'].includes(verb), '9.3 a verb that an AU may use');
  must(object?.id === judged.activityId, '9.4 the object is the AU');
  must(judged.launchMode === 'Normal' || verb === 'initialized' || verb === 'terminated', '10.0 only the begin and the end are told in browse and review mode');
  must(!said(judged.inSession, verb), '9.3 no verb twice in a session');
  must(!(verb === 'passed' || verb === 'failed') || !said(judged.inSession, 'passed', 'failed'), '9.3 one of passed and failed in a session');
  must(verb !== 'completed' || !said(judged.inRegistration, 'completed'), '9.3 completed once in a registration');
  must(!(verb === 'passed' || verb === 'failed') || !said(judged.inRegistration, 'passed'), '9.3 nothing after passed in a registration');
  must(has(statement, 'moveon') === (result.success !== undefined || result.completion !== undefined), '9.6.2.2 what decides has the category "moveon", and nothing else');
  must(result.success === (verb === 'passed' ? true : verb === 'failed' ? false : undefined), '9.5.2 success');
  must(result.completion === (verb === 'completed' ? true : undefined), '9.5.3 completion');
  must(result.score === undefined || verb === 'passed' || verb === 'failed', '9.5.1 a score only with passed and failed');
  must(scaled === undefined || (scaled >= 0 && scaled <= 1), '9.5.1 scaled is between 0 and 1');
  must(verb === 'initialized' || /^P(?=.)(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(result.duration ?? ''), '9.5.4 a duration');
  if (judged.masteryScore !== undefined && (verb === 'passed' || verb === 'failed')) {
    must(context?.extensions?.[`${CMI5}extensions/masteryscore`] === judged.masteryScore, '9.6.3.2 the mastery score stands in the context');
    must(scaled === undefined || scaled >= judged.masteryScore === (verb === 'passed'), '9.3.4 and 9.3.5 the verdict follows from the mastery score');
  }
}

function judgeAnswer({ object, result }: Statement, must: (holds: boolean, rule: string) => void): void {
  must(interactionTypes.includes(object?.definition?.interactionType ?? ''), 'xAPI 2.4.4.1 an interaction has a type');
  must(Array.isArray(object?.definition?.correctResponsesPattern), 'xAPI 2.4.4.1 correct responses are a list');
  must(result?.response === undefined || typeof result.response === 'string', 'xAPI 2.4.5 a response is a text');
}

/** Equal as JSON, whatever the order of names. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [Object.entries(a), Object.entries(b)];
  return one.length === other.length && one.every(([key, value]) => same(value, (b as { [key: string]: unknown })[key]));
}
