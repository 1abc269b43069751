/** Where an item is written and read. */
export const itemAddress = (id: string): string => `/bank/items/${id}`;

export interface NewItemPlace { bank?: string | undefined; course?: string | undefined; folder?: string | undefined; statement?: string | undefined; level?: string | undefined }

/** Where a new item is begun, with what is known of it already. */
export function newItemAddress(place: NewItemPlace): string {
  const known = new URLSearchParams(Object.entries(place).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return `/bank/items/new${known.size === 0 ? '' : `?${known}`}`;
}
