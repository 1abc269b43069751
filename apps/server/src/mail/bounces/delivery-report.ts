import { type Part, readPart } from './mime.js';

/** What became of one recipient, in a mail server's words (RFC 3464 2.3). */
export interface ReportedRecipient {
  /** Lower case; where it was handed on to another address, the one that was written to is among them. */
  addresses: string[];
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** An enhanced status such as 5.1.1 (RFC 3463); null: none was said. */
  status: string | null;
  /** The words of the mail server that refused it. */
  says: string | null;
}
/** A delivery status notification. `clues`: whatever of it may name the mail that it is about. */
export interface DeliveryReport { recipients: ReportedRecipient[]; clues: string[] }

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const statusTypes = new Set(['message/delivery-status', 'message/global-delivery-status']);
const returnedTypes = new Set(['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers']);
/** Mails that are about one mail of ours hold few. */
const mostRecipients = 100;

/** Reads a message of RFC 3464; null: it is none, such as an answer that somebody is away. */
export function readDeliveryReport(raw: Buffer): DeliveryReport | null {
  // Bytes are kept as they are: only names of fields, addresses and sentences are read.
  const message = readPart(raw.toString('latin1'));
  const parts = partsOf(message);
  const status = parts.find(({ type }) => statusTypes.has(type));
  if (status === undefined) return null;
  const [perMessage = new Map<string, string>(), ...perRecipient] = groupsOf(status.body);
  const recipients = perRecipient.flatMap((fields): ReportedRecipient[] => {
    const action = actions.find((known) => known === fields.get('action')?.trim().toLowerCase().split(/\s/)[0]);
    const addresses = ['final-recipient', 'original-recipient'].map((name) => addressOf(fields.get(name) ?? '')).filter((address) => address !== '');
    if (action === undefined || addresses.length === 0) return [];
    const diagnostic = typed(fields.get('diagnostic-code') ?? '');
    return [{ addresses, action, status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null, says: diagnostic === '' ? null : Buffer.from(diagnostic, 'latin1').toString().slice(0, 400) }];
  });
  if (recipients.length === 0) return null;
  const returned = parts.filter(({ type }) => returnedTypes.has(type)).map(({ body }) => readPart(body).headers.get('message-id') ?? '');
  const received = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].map((name) => message.headers.get(name) ?? '');
  return { recipients, clues: [...received, perMessage.get('original-envelope-id') ?? '', ...returned, message.headers.get('in-reply-to') ?? '', message.headers.get('references') ?? ''].filter((clue) => clue !== '') };
}

const partsOf = (part: Part): Part[] => [part, ...part.parts.flatMap(partsOf)];

/** Groups of fields that an empty line parts (RFC 3464 2.1). */
const groupsOf = (body: string): Map<string, string>[] => body.replaceAll('\r\n', '\n').trim().split(/\n[ \t]*\n+/, mostRecipients + 1).map((group) => readPart(`${group}\n\n`).headers);

/** What follows the type of a field, such as `rfc822;` or `smtp;`. */
const typed = (value: string): string => value.slice(value.indexOf(';') + 1).trim();
const addressOf = (value: string): string => typed(value).replaceAll(/^<|>$/g, '').toLowerCase().slice(0, 254);
