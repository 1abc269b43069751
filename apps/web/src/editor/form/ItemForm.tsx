import type { ItemProblem } from '@preceptor/course/items';
import { createContext, useContext } from 'react';
import type { Place } from '../findings/said.js';
import type { ItemDocument, Path } from '../document/paths.js';

/** A picture or sound that items may name. */
export interface Medium { path: string; address: string; width: number; height: number }
export interface Media {
  /** null: nobody has uploaded it */
  at: (path: string) => Medium | null;
  /** Lets the author choose or upload a picture; null where she does not. */
  choose: (() => Promise<string | null>) | null;
}

/** What every field of an item's form is given. */
export interface ItemForm {
  document: ItemDocument;
  change: (path: Path, value: unknown) => void;
  readOnly: boolean;
  /** What is to be said at a field, by the pointer to it. */
  at: (pointer: string) => Place;
  /** The author has been in a field: from now on it says what it lacks. */
  touch: (pointer: string) => void;
  media: Media;
  waive: ((rule: string, reason: string) => Promise<string | null>) | null;
  /** Opens the comments on a place; null: there are none to be had. */
  comment: ((pointer: string) => void) | null;
}
export type { ItemProblem };

export const ItemFormContext = createContext<ItemForm | null>(null);

export function useItemForm(): ItemForm {
  const form = useContext(ItemFormContext);
  if (form === null) throw new Error('a field was drawn outside an item’s form');
  return form;
}
