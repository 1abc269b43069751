import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DataKey } from './data-keys.js';

/** A column that holds sealed texts. A module names its own in features.ts. */
export interface SealedColumn { table: string; column: string }

/** A sealed text that can't be opened: its key is not among DATA_KEYS, or it was changed or put into another column. */
export class SealBroken extends Error {
  constructor(says: string) { super(says); this.name = 'SealBroken'; }
}

const plainMark = 'plain:';
const sealedText = /^sealed:1:([a-z0-9-]+):([A-Za-z0-9+/=]+)$/;
const [ivBytes, tagBytes] = [12, 16];

/**
 * Texts that are encrypted at rest, by AES-256-GCM with the keys of DATA_KEYS. What is stored names its key
 * (`sealed:1:ID:BASE64`); without keys it is `plain:TEXT`. A text opens only in the column that it was sealed for.
 */
@Injectable()
export class Sealing {
  constructor(private readonly keys: readonly DataKey[]) {}

  /** Whether anything is encrypted at all. */
  get on(): boolean { return this.keys.length > 0; }

  /** What to store of a text; `null` stays null. */
  seal(text: string, column: SealedColumn): string;
  seal(text: string | null, column: SealedColumn): string | null;
  seal(text: string | null, column: SealedColumn): string | null {
    if (text === null) return null;
    const [first] = this.keys;
    if (first === undefined) return plainMark + text;
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', first.key, iv).setAAD(place(column));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `sealed:1:${first.id}:${Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64')}`;
  }

  /** The text that was stored; throws SealBroken where it can't be had. */
  open(stored: string, column: SealedColumn): string;
  open(stored: string | null, column: SealedColumn): string | null;
  open(stored: string | null, column: SealedColumn): string | null {
    if (stored === null) return null;
    if (stored.startsWith(plainMark)) return stored.slice(plainMark.length);
    const [, id, encoded = ''] = sealedText.exec(stored) ?? [];
    if (id === undefined) throw new SealBroken(`A value of ${column.table}.${column.column} is neither sealed nor marked as plain.`);
    const known = this.keys.find((key) => key.id === id);
    if (known === undefined) throw new SealBroken(`A value of ${column.table}.${column.column} is sealed with the key "${id}", which DATA_KEYS does not hold.`);
    const bytes = Buffer.from(encoded, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', known.key, bytes.subarray(0, ivBytes)).setAAD(place(column)).setAuthTag(bytes.subarray(bytes.length - tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes, bytes.length - tagBytes)), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken(`A value of ${column.table}.${column.column} does not open with the key "${id}" of DATA_KEYS: that is another key than it was sealed with, or the value was changed or put elsewhere.`);
    }
  }

  /** The ids of its keys. */
  get keyIds(): string[] { return this.keys.map(({ id }) => id); }

  /** How a stored value begins that is as `seal` would make it now: sealed with the first key, or plain where there is none. */
  get currentPrefix(): string {
    const [first] = this.keys;
    return first === undefined ? plainMark : `sealed:1:${first.id}:`;
  }
}

const place = ({ table, column }: SealedColumn): Buffer => Buffer.from(`${table}.${column}`);
