import { print } from 'graphql';
import { SaveItemDocument, type SaveItemMutation, type SaveItemMutationVariables } from '../../generated/graphql.js';

export type Sent =
  | { is: 'saved'; item: SaveItemMutation['saveItem']['item'] }
  | { is: 'conflict'; item: SaveItemMutation['saveItem']['item']; conflict: NonNullable<SaveItemMutation['saveItem']['conflict']> }
  /** nobody was reached: try again later */
  | { is: 'offline' }
  /** sending the same again helps nothing */
  | { is: 'refused'; message: string };

/**
 * Saves an item. Not through the client's cache: a save every few seconds would have every list on the page fetched
 * again. `leaving`: the request outlives the page, as far as the browser lets it (64 kB).
 */
export async function sendItem(input: SaveItemMutationVariables['input'], leaving = false): Promise<Sent> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST', credentials: 'same-origin', keepalive: leaving, headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: print(SaveItemDocument), operationName: 'SaveItem', variables: { input } }),
    });
    if (response.status >= 500) return { is: 'offline' };
    const { data, errors } = await response.json() as { data?: SaveItemMutation | null; errors?: { message: string }[] };
    if (data === undefined || data === null) return { is: 'refused', message: errors?.[0]?.message ?? 'The server refused it.' };
    const { item, conflict } = data.saveItem;
    return conflict === null ? { is: 'saved', item } : { is: 'conflict', item, conflict };
  } catch {
    return { is: 'offline' };
  }
}
