import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { zipBytes } from '@preceptor/packaging';
import type { Actor } from '../identity/actor.js';
import { HoldingsService, type Person, type Row } from './holdings.service.js';
import { type Holding, holdings } from './registry.js';

/** Everything that is kept of a person as one zip: JSON for programs, a page for people. Memory stays within a few hundred rows. */
@Injectable()
export class DownloadService {
  constructor(private readonly held: HoldingsService) {}

  /** The bytes of the actor's own zip. */
  async *zip(actor: Actor, now = new Date()): AsyncGenerator<Uint8Array> {
    const folder = await mkdtemp(join(tmpdir(), 'preceptor-own-data-'));
    const written = async (path: string, type: string, parts: AsyncIterable<string>) => {
      const file = join(folder, path);
      await pipeline(Readable.from(parts), createWriteStream(file, { mode: 0o600 }));
      return { path, type, size: (await stat(file)).size, compress: true, source: { file } };
    };
    try {
      const person: Person = { accountId: actor.accountId, organisationId: actor.organisationId };
      yield* zipBytes([await written('data.json', 'application/json', this.#json(person, now)), await written('data.html', 'text/html', this.#html(person, now))]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async *#json(person: Person, now: Date): AsyncGenerator<string> {
    yield `{"format":"preceptor-own-data/1","at":${JSON.stringify(now.toISOString())},"holdings":[`;
    for (const [index, holding] of holdings.entries()) {
      yield `${index === 0 ? '' : ','}\n${JSON.stringify({ table: holding.table, what: holding.what, why: holding.why, ...(holding.withheld === undefined ? {} : { withheld: holding.withheld }) }).slice(0, -1)},"rows":[`;
      let lead = '';
      for await (const rows of this.held.rows(person, holding)) {
        yield lead + rows.map((row) => `\n${JSON.stringify(row)}`).join(',');
        lead = ',';
      }
      yield ']}';
    }
    yield '\n]}\n';
  }

  async *#html(person: Person, now: Date): AsyncGenerator<string> {
    yield `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>What Preceptor keeps of you</title><style>${style}</style><main><h1>What Preceptor keeps of you</h1><p>As of ${escaped(now.toUTCString())}. The same stands in data.json for programs.</p>`;
    for (const holding of holdings) yield* this.#section(person, holding);
    yield '</main></html>\n';
  }

  async *#section(person: Person, holding: Holding): AsyncGenerator<string> {
    let columns: string[] | null = null;
    for await (const rows of this.held.rows(person, holding)) {
      if (columns === null) {
        columns = Object.keys(rows[0] ?? {});
        yield `<section><h2>${escaped(holding.what)}</h2><p>${escaped(holding.why)}</p>${holding.withheld === undefined ? '' : `<p>Left out here: ${escaped(holding.withheld.join(', ').replaceAll('_', ' '))}.</p>`}<div class="sheet" tabindex="0"><table><thead><tr>${columns.map((name) => `<th scope="col">${escaped(name.replaceAll('_', ' '))}</th>`).join('')}</tr></thead><tbody>`;
      }
      for (const row of rows) yield `<tr>${columns.map((name) => `<td>${escaped(told(row, name))}</td>`).join('')}</tr>`;
    }
    if (columns !== null) yield '</tbody></table></div></section>';
  }
}

const style = 'body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1b1f24;background:#fff}.sheet{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem}th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ddd;max-width:30rem;overflow-wrap:anywhere}h2{margin-top:2.5rem}';
const told = (row: Row, name: string): string => (row[name] === null || row[name] === undefined ? '' : String(row[name]));
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
