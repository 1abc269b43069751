import { createHash, randomBytes } from 'node:crypto';

/** What a change was about: `label` is what a person would call it. */
export interface Subject { type: string; id: string; label?: string }
/** The part of an entry that may hold personal data: it can be taken out later without breaking the chain. */
export interface Details { label: string | null; before: string | null; after: string | null; salt: string }
/** The part that stays for ever. `detailsHash` stands for the details in the chain. */
export interface Facts {
  organisationId: string; sequence: number; at: string; actorKind: string; accountId: string;
  action: string; subjectType: string; subjectId: string; detailsHash: string;
}

/** Longest JSON of one side of a change; of a longer one only size and digest are kept. */
const longest = 64 * 1024;
const secret = /password|secret|token|(key|code)_?hash$/i;

/** JSON with sorted keys and no white space (as RFC 8785 has it for texts, whole numbers, lists and objects): the same value is the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const plain = 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() as unknown : value;
  if (plain !== value) return canonical(plain);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

/** One side of a change as it is kept: secrets by their names alone, of very long ones a digest; null: there was nothing. */
export function keptText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = canonical(withoutSecrets(value));
  return text.length <= longest ? text : canonical({ tooLong: { characters: text.length, sha256: sha256(text) } });
}

export const newSalt = (): string => randomBytes(16).toString('hex');
/** The salt keeps a short text from being guessed from its hash once the details are gone. */
export const hashOfDetails = ({ label, before, after, salt }: Details): string => sha256(canonical({ label, before, after, salt }));

/** The hash of an entry, over its facts and the hash of the entry before it (empty for the first). */
export function hashOf({ organisationId, sequence, at, actorKind, accountId, action, subjectType, subjectId, detailsHash }: Facts, previous: string): string {
  return sha256(canonical({ organisationId, sequence, at, actorKind, accountId, action, subjectType, subjectId, detailsHash, previous }));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, secret.test(key) && typeof entry === 'string' ? '(kept secret)' : withoutSecrets(entry)]));
}
