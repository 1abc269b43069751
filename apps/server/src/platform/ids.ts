import { v7 } from 'uuid';

/** A new UUIDv7, lower case. */
export const newId = (): string => v7();

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Whether a text is a UUID in lower case, as every id of ours is. */
export const isId = (text: string): boolean => shape.test(text);

/** Now as it is stored: ISO 8601 UTC with milliseconds. */
export const nowText = (): string => new Date().toISOString();
