import { administrator, startBuiltServer } from '../processes.js';
import { openSql, type Sql } from './sql.js';
import { makeTemplate, type Size, type Template } from './template.js';

/** 200 organisations, each with 10 cohorts of 100, in which 250 learners have four places of 100 events: 20 million events. */
export const fullScale = { organisations: 200, size: { cohorts: 10, learners: 250, places: 4, events: 100 } as Size };
/** A few of everything, to see that it works. */
export const smallScale: typeof fullScale = { organisations: 3, size: { cohorts: 2, learners: 2, places: 2, events: 60 } };
type Progress = (done: number, all: number, what: string) => void;

/** What an organisation is made of, in the order in which the tables refer to each other, and whose rows are one's. */
const tables: [string, string][] = [
  ['organisation', 'id = $'],
  ['account', 'id IN (SELECT account_id FROM membership WHERE organisation_id = $)'],
  ['membership', 'organisation_id = $'],
  ['course', 'organisation_id = $'],
  ['course_version', 'organisation_id = $'],
  ['cohort', 'organisation_id = $'],
  ['enrolment', 'organisation_id = $'],
  ['learning_progress', 'enrolment_id IN (SELECT id FROM enrolment WHERE organisation_id = $)'],
  ['learning_event', 'enrolment_id IN (SELECT id FROM enrolment WHERE organisation_id = $)'],
];

/**
 * Fills an empty database: one organisation by the product itself, then copies of it with ids of their own, made by the
 * database, an organisation a transaction, so that memory stays small whatever the size. `env`: DATABASE_URL or DATA_DIR.
 */
export async function seedScale(env: Record<string, string>, { organisations, size }: typeof fullScale, progress: Progress = () => undefined): Promise<Template> {
  const server = await startBuiltServer(env);
  let template: Template;
  try {
    template = await makeTemplate(server.url, size, (part) => progress(part, 1, 'the first organisation'));
  } finally {
    await server.stop();
  }
  const sql = await openSql(env);
  try {
    const original = await sql.one(`SELECT m.organisation_id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.email = '${administrator.email}'`);
    const copies: ((n: number) => string)[] = [];
    for (const [table, whose] of tables) copies.push(copyOf(table, await sql.columns(table), whose.replace('$', `'${original}'`)));
    for (let n = 1; n < organisations; n += 1) {
      await sql.together(copies.map((copy) => copy(n)));
      progress(n + 1, organisations, 'organisations');
    }
    await sql.analyse();
  } finally {
    await sql.close();
  }
  return template;
}

/** How many there are of each, for whoever asked. */
export async function counts(env: Record<string, string>): Promise<Record<string, number>> {
  const sql: Sql = await openSql(env);
  const found: Record<string, number> = {};
  for (const table of ['organisation', 'cohort', 'account', 'enrolment', 'learning_event']) found[table] = Number(await sql.one(`SELECT count(*) FROM ${table}`));
  await sql.close();
  return found;
}

/** The statement that copies one organisation's rows of a table for the n-th: ids end in its number, as no two of one table differ in their last eight digits alone (RFC 9562, 6.2: those of one millisecond are told apart by a counter before them). */
function copyOf(table: string, columns: string[], whose: string): (n: number) => string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  return (n) => {
    const mark = n.toString(16).padStart(8, '0');
    const made = columns.map((name) => {
      if (name === 'email') return `replace(email, '@', '.${n}@')`;
      if (table === 'organisation' && name === 'name') return `name || ' ${n}'`;
      // Events are told apart within an enrolment.
      const isId = name.endsWith('_id') || (name === 'id' && table !== 'learning_event');
      return isId ? `substr("${name}", 1, 28) || '${mark}'` : `"${name}"`;
    });
    return `INSERT INTO "${table}" (${names}) SELECT ${made.join(', ')} FROM "${table}" WHERE ${whose}`;
  };
}
