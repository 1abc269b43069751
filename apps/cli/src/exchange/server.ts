import { z } from 'zod';
import { CommandError } from '../terminal.js';
import type { Document } from './bank-files.js';

/** An item as a server has it. `revision` counts its saves there. */
export interface ServerItem { id: string; revision: number; state: string; document: Document }
export interface ServerBank { id: string; name: string; title: string }
export interface PushedItem { name: string; /** the revision that it was made from; null: it is new */ revision: number | null; document: Document }
export type PushOutcome = 'CREATED' | 'SAVED' | 'UNCHANGED' | 'CHANGED_MEANWHILE' | 'REFUSED';
export interface Pushed { name: string; outcome: PushOutcome; message: string | null }

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const banksShape = z.object({ exchangeBanks: z.object({ pageInfo, nodes: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })) }) });
const documentsShape = z.object({ bankDocuments: z.object({ pageInfo, nodes: z.array(z.object({ name: z.string(), revision: z.int(), state: z.string(), document: z.record(z.string(), z.unknown()) })) }) });
const pushedShape = z.object({ pushItems: z.array(z.object({ name: z.string(), outcome: z.enum(['CREATED', 'SAVED', 'UNCHANGED', 'CHANGED_MEANWHILE', 'REFUSED']), message: z.string().nullable() })) });

/** The part of a Preceptor server's API that exchanges banks, by an API key with the scopes `read` and `authoring`. */
export class Server {
  constructor(private readonly address: string, private readonly key: string) {}

  async banks(): Promise<ServerBank[]> {
    return this.#all(async (after) => (await this.#ask(banksShape, 'query Banks($after: String) { exchangeBanks(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id name title } } }', { after })).exchangeBanks);
  }

  /** The items of a bank that are not retired, by name. */
  async items(bank: string): Promise<Map<string, ServerItem>> {
    const nodes = await this.#all(async (after) => (await this.#ask(documentsShape, 'query Documents($bank: ID!, $after: String) { bankDocuments(bank: $bank, first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { name revision state document } } }', { bank, after })).bankDocuments);
    return new Map(nodes.map(({ name, revision, state, document }) => [name, { id: name, revision, state, document: { ...document, id: name } }]));
  }

  async push(bank: string, items: readonly PushedItem[]): Promise<Pushed[]> {
    const all: Pushed[] = [];
    for (let from = 0; from < items.length; from += 50) {
      all.push(...(await this.#ask(pushedShape, 'mutation Push($bank: ID!, $items: [PushedItemInput!]!) { pushItems(bank: $bank, items: $items) { name outcome message } }', { bank, items: items.slice(from, from + 50) })).pushItems);
    }
    return all;
  }

  async #all<T>(page: (after: string | null) => Promise<{ pageInfo: z.output<typeof pageInfo>; nodes: T[] }>): Promise<T[]> {
    const all: T[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo: { hasNextPage, endCursor } } = await page(after);
      all.push(...nodes);
      if (!hasNextPage || endCursor === null) return all;
      after = endCursor;
    }
  }

  async #ask<T>(shape: z.ZodType<T>, query: string, variables: object): Promise<T> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${this.key}` }, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(60_000),
    }).catch((error: unknown) => { throw new CommandError(1, `${this.address} does not answer (${causeOf(error)}).`); });
    const body = await response.json().catch(() => null) as { data?: unknown; errors?: { message?: string }[] } | null;
    const [error] = body?.errors ?? [];
    if (error !== undefined) throw new CommandError(1, `${this.address} refused: ${error.message ?? 'it does not say why'}`);
    const read = shape.safeParse(body?.data);
    if (!read.success) throw new CommandError(1, `${this.address} does not answer as a Preceptor server of this version does (HTTP ${response.status}).`);
    return read.data;
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.name === 'TimeoutError' ? 'no answer within a minute' : error.cause instanceof Error ? error.cause.message : error.message;
}
