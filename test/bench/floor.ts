import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fastify } from 'fastify';
import pg from 'pg';

/**
 * The floor that recordEvents is measured against: Fastify, the raw driver, one row and one durable commit a request;
 * no accounts, no rules, no progress. A program of its own, on the database that DATABASE_URL or DATA_DIR names.
 */
interface Sent { enrolment: string; event: { id: string; type: string; at: string } }
const table = 'CREATE TABLE IF NOT EXISTS event (enrolment_id text NOT NULL, id text NOT NULL, type text NOT NULL, at text NOT NULL, recorded_at text NOT NULL, data text NOT NULL, PRIMARY KEY (enrolment_id, id))';
const columns = 'INSERT INTO event (enrolment_id, id, type, at, recorded_at, data) VALUES';
const values = ({ enrolment, event }: Sent) => [enrolment, event.id, event.type, event.at, new Date().toISOString(), JSON.stringify(event)];

const url = process.env['DATABASE_URL'] ?? '';
const insert = url === '' ? sqlite(process.env['DATA_DIR'] ?? '.') : await postgres(url);
const app = fastify({ keepAliveTimeout: 65_000 });
app.post<{ Body: Sent }>('/events', async (request) => {
  await insert(request.body);
  return { accepted: [request.body.event.id] };
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
process.on('SIGTERM', () => process.exit(0));

function sqlite(folder: string): (sent: Sent) => unknown {
  mkdirSync(folder, { recursive: true });
  const database = new Database(join(folder, 'floor.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(table);
  const statement = database.prepare(`${columns} (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  return (sent) => statement.run(...values(sent));
}

async function postgres(connectionString: string): Promise<(sent: Sent) => unknown> {
  const pool = new pg.Pool({ connectionString, max: 10, options: '-c synchronous_commit=on' });
  await pool.query(table);
  return (sent) => pool.query({ name: 'insert', text: `${columns} ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`, values: values(sent) });
}
