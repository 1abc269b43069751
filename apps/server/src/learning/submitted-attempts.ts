import type { RawSql, Row } from '../platform/database/raw-sql.js';

/** Which submitted attempts of an assessment; null: does not matter. `from` inclusive, `to` exclusive, ISO 8601 UTC. */
export interface SubmittedWanted { assessmentId: string; cohortId: string | null; from: string | null; to: string | null; firstOnly: boolean }
/** An answer as it counts; `response` is its JSON, null where the item was left unanswered. Equal answers without times may be one object. */
export interface SubmittedAnswer { readonly itemId: string; readonly response: string | null; readonly raw: number; readonly max: number; readonly pending: boolean; /** null: not recorded, or not asked for */ readonly seconds: number | null }
export interface SubmittedAttempt { key: string; cohortId: string | null; submittedAt: string; answers: SubmittedAnswer[] }

/** Most attempts that are in memory at once. */
const pageSize = 200;
type Place = [submittedAt: string, enrolmentId: string, id: string];

/**
 * The submitted attempts of one course version, in the order of submitting, in pages of at most 200, by three statements
 * a page. `withTimes` is asked for each page: reading how long answers took means going through the events of whoever
 * gave them. For a connection of one's own: on SQLite the statements don't yield.
 */
export async function* pagesOfAttempts(sql: RawSql, courseVersionId: string, wanted: SubmittedWanted, withTimes: (page: number) => boolean): AsyncGenerator<SubmittedAttempt[]> {
  let after: Place = ['', '', ''];
  const read = answerReader();
  for (let page = 0; ; page += 1) {
    const parameters = parametersOf(courseVersionId, wanted, after);
    const keys = await sql.query(pageQuery(sql, wanted), parameters);
    const last = keys.at(-1);
    if (last === undefined) return;
    after = [text(last['submitted_at']), text(last['enrolment_id']), text(last['id'])];
    const answers = await sql.query(answersQuery(sql, wanted), parameters);
    const times = withTimes(page) ? await sql.query(timesQuery(sql, wanted), parameters) : [];
    yield assembled(keys, answers, times, read);
    if (keys.length < pageSize) return;
  }
}

/** One row an attempt: row by row, a driver would take longer to hand answers over than all else does. */
function assembled(keys: Row[], answers: Row[], times: Row[], read: (joined: string) => SubmittedAnswer): SubmittedAttempt[] {
  const attempts = keys.map((row): SubmittedAttempt => ({ key: text(row['id']), cohortId: optional(row['cohort_id']), submittedAt: text(row['submitted_at']), answers: [] }));
  const seconds = new Map(times.map((row) => [Number(row['place']), new Map(text(row['times']).split(between).map((one): [string, number] => { const [item = '', time] = one.split(within); return [item, Number(time)]; }))]));
  for (const row of answers) {
    const place = Number(row['place']);
    const took = seconds.get(place);
    const attempt = attempts[place - 1];
    if (attempt === undefined) continue;
    attempt.answers = text(row['answers']).split(between).map(read);
    if (took !== undefined) attempt.answers = attempt.answers.map((answer) => ({ ...answer, seconds: took.get(answer.itemId) ?? null }));
  }
  return attempts;
}

/** Learners give the same answers again and again: one that was read is not read anew, and the same object stands for it, as long as so many short ones are kept. */
const mostKept = 20_000;
const longestKept = 200;
function answerReader(): (joined: string) => SubmittedAnswer {
  const kept = new Map<string, SubmittedAnswer>();
  return (whole) => {
    const known = kept.get(whole);
    if (known !== undefined) return known;
    const [itemId = '', raw, max, outcome, response = ''] = whole.split(within);
    const answer: SubmittedAnswer = { itemId, response: response === '' ? null : response, raw: Number(raw), max: Number(max), pending: outcome === 'pending', seconds: null };
    if (whole.length > longestKept) return answer;
    if (kept.size >= mostKept) kept.clear();
    kept.set(whole, answer);
    return answer;
  };
}

/** Of the wanted attempts those after a place: parameters in the order in which the statement names them. */
function pageQuery(sql: RawSql, wanted: SubmittedWanted): string {
  const mark = marking(sql);
  return `SELECT a.enrolment_id, a.id, a.submitted_at, e.cohort_id FROM learning_attempt a JOIN enrolment e ON e.id = a.enrolment_id
    WHERE a.assessment_id = ${mark()} AND a.course_version_id = ${mark()} AND (a.submitted_at, a.enrolment_id, a.id) > (${mark()}, ${mark()}, ${mark()})${conditions(wanted, mark)}
    ORDER BY a.submitted_at, a.enrolment_id, a.id LIMIT ${pageSize}`;
}

/** The same with `place`: 1, 2, 3, … within the page. */
const placedQuery = (sql: RawSql, wanted: SubmittedWanted): string => `SELECT page.*, ROW_NUMBER() OVER (ORDER BY submitted_at, enrolment_id, id) AS place FROM (${pageQuery(sql, wanted)}) page`;

const answersQuery = (sql: RawSql, wanted: SubmittedWanted): string => `SELECT p.place, ${joined(sql, ['r.item_id', 'CAST(r.raw AS TEXT)', 'CAST(r.max AS TEXT)', 'r.outcome', `COALESCE(r.response, '')`])} AS answers
  FROM (${placedQuery(sql, wanted)}) p JOIN learning_response r ON r.enrolment_id = p.enrolment_id AND r.attempt_id = p.id GROUP BY p.place`;

/** The player counts on within one opening of an attempt, so of several reports of an answer the longest is nearest. */
function timesQuery(sql: RawSql, wanted: SubmittedWanted): string {
  const field = (name: string) => (sql.engine === 'postgres' ? `(v.data::json ->> '${name}')` : `(v.data ->> '$.${name}')`);
  const number = sql.engine === 'postgres' ? `${field('latencySeconds')}::double precision` : field('latencySeconds');
  return `SELECT t.place, ${joined(sql, ['t.item_id', 'CAST(t.seconds AS TEXT)'])} AS times FROM (SELECT p.place, ${field('item')} AS item_id, MAX(${number}) AS seconds
    FROM (${placedQuery(sql, wanted)}) p JOIN learning_event v ON v.enrolment_id = p.enrolment_id AND v.type = 'item-answered' AND ${field('attempt')} = p.id
    GROUP BY p.place, ${field('item')}) t WHERE t.seconds IS NOT NULL GROUP BY t.place`;
}

/** Stand between an answer's parts, and between answers: neither an id nor JSON can hold them. */
const within = '\u001f';
const between = '\u001e';
function joined({ engine }: RawSql, parts: readonly string[]): string {
  const [aggregate, character] = engine === 'postgres' ? ['string_agg', 'chr'] : ['group_concat', 'char'];
  return `${aggregate}(${parts.join(` || ${character}(31) || `)}, ${character}(30))`;
}

/** The conditions of what is wanted, beginning with AND. */
export function conditions({ cohortId, from, to, firstOnly }: Omit<SubmittedWanted, 'assessmentId'>, mark: () => string): string {
  return [
    ' AND a.submitted_at IS NOT NULL AND NOT a.copied', firstOnly ? ' AND a.number = 1' : '', cohortId === null ? '' : ` AND e.cohort_id = ${mark()}`,
    from === null ? '' : ` AND a.submitted_at >= ${mark()}`, to === null ? '' : ` AND a.submitted_at < ${mark()}`,
  ].join('');
}

export const conditionParameters = ({ cohortId, from, to }: Omit<SubmittedWanted, 'assessmentId'>): string[] => [cohortId, from, to].filter((value) => value !== null);
const parametersOf = (version: string, wanted: SubmittedWanted, after: Place): string[] => [wanted.assessmentId, version, ...after, ...conditionParameters(wanted)];

export function marking(sql: Pick<RawSql, 'engine'>): () => string {
  let count = 0;
  return () => (sql.engine === 'postgres' ? `$${++count}` : '?');
}
const text = (value: unknown): string => String(value);
const optional = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
