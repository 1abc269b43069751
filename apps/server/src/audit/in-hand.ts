import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { Actor } from '../identity/actor.js';
import { isRecorded } from './mutations.js';

/** A mutation that is being done. `recorded`: an entry of it stands in the trail, or will with the transaction that runs. */
export interface InHand { mutation: string; args: Record<string, unknown>; actor: Actor; recorded: boolean }

export const inHand = new AsyncLocalStorage<InHand>();

/**
 * Lets the trail know which mutation a transaction belongs to, so that none changes anything without an entry, whatever
 * its service forgets. Those that `notRecorded` names are left as they are.
 */
export function watchMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!isRecorded(field.name)) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args: Record<string, unknown>, context: { actor: Actor }, info) => {
      const hand: InHand = { mutation: field.name, args, actor: context.actor, recorded: false };
      return inHand.run(hand, () => resolve(source, args, context, info));
    };
  }
  return schema;
}
