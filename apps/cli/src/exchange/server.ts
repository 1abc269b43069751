import { CommandError } from '../terminal.js';
import { fieldsOf, listOf, numberOf, textOf, Unexpected } from './answers.js';
import type { Document } from './bank-files.js';

/** An item as a server has it. `revision` counts its saves there. */
export interface ServerItem { id: string; revision: number; state: string; document: Document }
export interface ServerBank { id: string; name: string; title: string }
export interface PushedItem { name: string; /** the revision that it was made from; null: it is new */ revision: number | null; document: Document }
const outcomes = ['CREATED', 'SAVED', 'UNCHANGED', 'CHANGED_MEANWHILE', 'REFUSED'] as const;
export type PushOutcome = (typeof outcomes)[number];
export interface Pushed { name: string; outcome: PushOutcome; message: string | null }

interface Page<T> { nodes: T[]; /** null: this is the last */ next: string | null }
/** What the server takes in one call: items, and bytes of its body with some to spare. */
const most = { items: 50, bytes: 150_000 };

/** The part of a Preceptor server's API that exchanges banks, by an API key with the scopes `read` and `authoring`. */
export class Server {
  constructor(private readonly address: string, private readonly key: string) {}

  async banks(): Promise<ServerBank[]> {
    return this.#all(async (after) => pageOf(await this.#ask('query Banks($after: String) { itemBanks(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id name title } } }', { after }, 'itemBanks'), (node) => {
      const { id, name, title } = fieldsOf(node);
      return { id: textOf(id), name: textOf(name), title: textOf(title) };
    }));
  }

  /** The items of a bank that are not retired, by name. */
  async items(bank: string): Promise<Map<string, ServerItem>> {
    const nodes = await this.#all(async (after) => pageOf(await this.#ask('query Documents($bank: ID!, $after: String) { bankDocuments(bank: $bank, first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { name revision state document } } }', { bank, after }, 'bankDocuments'), (node): ServerItem => {
      const { name, revision, state, document } = fieldsOf(node);
      const { id: _id, ...said } = fieldsOf(document);
      return { id: textOf(name), revision: numberOf(revision), state: textOf(state), document: { id: textOf(name), ...said } };
    }));
    return new Map(nodes.map((item) => [item.id, item]));
  }

  async push(bank: string, items: readonly PushedItem[]): Promise<Pushed[]> {
    const all: Pushed[] = [];
    for (const part of partsOf(items)) {
      const answer = await this.#ask('mutation Push($bank: ID!, $items: [PushedItemInput!]!) { pushItems(bank: $bank, items: $items) { name outcome message } }', { bank, items: part }, 'pushItems');
      all.push(...expected(this.address, () => listOf(answer).map((each) => {
        const { name, outcome, message } = fieldsOf(each);
        const known = outcomes.find((one) => one === outcome);
        if (known === undefined) throw new Unexpected();
        return { name: textOf(name), outcome: known, message: message === null ? null : textOf(message) };
      })));
    }
    return all;
  }

  async #all<T>(page: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
    const all: T[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, next }: Page<T> = await page(after).catch((fault: unknown) => { throw fault instanceof Unexpected ? strange(this.address) : fault; });
      all.push(...nodes);
      if (next === null) return all;
      after = next;
    }
  }

  /** The answer to one field. */
  async #ask(query: string, variables: object, field: string): Promise<unknown> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${this.key}` }, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(60_000),
    }).catch((error: unknown) => { throw new CommandError(1, `${this.address} does not answer (${causeOf(error)}).`); });
    const body: unknown = await response.json().catch(() => null);
    return expected(this.address, () => {
      const { data, errors } = fieldsOf(body);
      if (errors !== undefined) throw new CommandError(1, `${this.address} refused: ${textOf(fieldsOf(listOf(errors)[0])['message'])}`);
      return fieldsOf(data)[field];
    });
  }
}

function pageOf<T>(answer: unknown, nodeOf: (node: unknown) => T): Page<T> {
  const { nodes, pageInfo } = fieldsOf(answer);
  const { hasNextPage, endCursor } = fieldsOf(pageInfo);
  return { nodes: listOf(nodes).map(nodeOf), next: hasNextPage === true ? textOf(endCursor) : null };
}

function partsOf(items: readonly PushedItem[]): PushedItem[][] {
  const parts: PushedItem[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item));
    const last = parts.at(-1);
    if (last === undefined || last.length === most.items || bytes + size > most.bytes) {
      parts.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return parts;
}

function expected<T>(address: string, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    throw fault instanceof Unexpected ? strange(address) : fault;
  }
}
const strange = (address: string): CommandError => new CommandError(1, `${address} does not answer as a Preceptor server of this version does.`);

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.name === 'TimeoutError' ? 'no answer within a minute' : error.cause instanceof Error ? error.cause.message : error.message;
}
