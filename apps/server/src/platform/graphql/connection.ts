import type { Type } from '@nestjs/common';
import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { platformErrors } from '../errors.js';

/** Most entries of one page of any list. */
export const largestPage = 100;
/** Whoever may see the list may see how it is paged. */
const withParent = Extensions({ allow: ['with-parent'] });

@ObjectType({ description: 'Where a page of a list lies in the whole.' })
@withParent
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first entry of the page; null: the page is empty.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last entry: give it as `after` for the next page; null: the page is empty.' })
  endCursor!: string | null;
}
export interface Edge<T> { cursor: string; node: T }
export interface Connection<T> { edges: Edge<T>[]; nodes: T[]; pageInfo: PageInfo; totalCount: number }

/** The Relay connection type of a node type: `class CourseConnection extends ConnectionOf(Course) {}`. */
export function ConnectionOf<T>(node: Type<T>): abstract new () => Connection<T> {
  @ObjectType(`${node.name}Edge`, { description: `One ${node.name} in a list.` })
  @withParent
  class NodeEdge implements Edge<T> {
    @Field(() => String, { description: 'Where this entry stands in the list.' })
    cursor!: string;
    @Field(() => node, { description: 'The entry.' })
    node!: T;
  }
  @ObjectType({ isAbstract: true })
  abstract class NodeConnection implements Connection<T> {
    @Field(() => [NodeEdge], { description: 'The entries with their cursors.' })
    edges!: NodeEdge[];
    @Field(() => [node], { description: 'The entries alone.' })
    nodes!: T[];
    @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: 'How many entries the whole list has.' })
    totalCount!: number;
  }
  return NodeConnection;
}

/** Arguments of a paged field. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many entries, at most ${largestPage}.` })
  first!: number;
  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins; leave out for the first page.' })
  after?: string | null;
}

/** What a service is asked for: so many rows after the row with these values of the sorting columns. */
export interface Page { first: number; after: (string | number | null)[] | null }

/** Checks paging arguments. `keys`: how many sorting values a cursor of this list holds. */
export function pageOf(args: PageArgs, keys: number): Page {
  if (!Number.isInteger(args.first) || args.first < 1 || args.first > largestPage) {
    throw platformErrors.BAD_INPUT({ says: `A page has from 1 to ${largestPage} entries.`, path: ['first'] });
  }
  return { first: args.first, after: args.after === undefined || args.after === null ? null : readCursor(args.after, keys) };
}

export const cursorOf = (keys: (string | number | null)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

function readCursor(cursor: string, keys: number): (string | number | null)[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.length === keys && value.every(isKey)) return value;
  } catch {
    // falls through to the error below
  }
  throw platformErrors.BAD_INPUT({ says: 'This cursor is not one that this list gave out.', path: ['after'] });
}
const isKey = (value: unknown): value is string | number | null => value === null || typeof value === 'string' || typeof value === 'number';

/** Makes a connection of the rows found: a service reads `first + 1` rows, so that the last one tells whether more follow. */
export function connection<R, T>(rows: R[], page: Page, totalCount: number, keysOf: (row: R) => (string | number | null)[], nodeOf: (row: R) => T): Connection<T> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: cursorOf(keysOf(row)), node: nodeOf(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
