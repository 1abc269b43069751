import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type MailCategory, mailCategories } from './kinds/kind.js';

/** Who would have no more of what, from whom. */
export interface Unsubscribing { organisationId: string; address: string; category: MailCategory }
const read = z.tuple([z.string(), z.string(), z.enum(mailCategories)]);

/** A text for the address of a page that nobody can make up: what it is about, and a signature (HMAC-SHA-256). */
export function unsubscribeToken({ organisationId, address, category }: Unsubscribing, secret: string): string {
  const what = Buffer.from(JSON.stringify([organisationId, address, category])).toString('base64url');
  return `${what}.${signature(what, secret)}`;
}

/** What a token is about; null: it is not one of ours. */
export function readUnsubscribeToken(token: string, secret: string): Unsubscribing | null {
  const [what = '', signed = '', more] = token.split('.');
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(what, secret))];
  if (more !== undefined || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const parsed = read.safeParse(JSON.parse(Buffer.from(what, 'base64url').toString()));
  if (!parsed.success) return null;
  const [organisationId, address, category] = parsed.data;
  return { organisationId, address, category };
}

const signature = (what: string, secret: string): string => createHmac('sha256', secret).update(what).digest('base64url');
