import { z } from 'zod';

// A line break in what stands on a button or in a header would begin something else.
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const domain = z.string().trim().toLowerCase().regex(/^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'Write a domain as it stands after the @, such as example.org.');

/** What an administrator sets of a provider. `clientSecret`: null leaves the one that is kept, an empty text takes it away. */
export const providerInput = z.object({
  name: z.string().trim().min(1, 'Say what stands on the button.').max(60, 'A name has at most 60 characters.').regex(oneLine, 'A name is one line.'),
  issuer: z.string().trim().max(300, 'An issuer has at most 300 characters.').refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#@]/.test(text), 'Give the issuer\'s address, such as https://login.example.org/realms/staff.'),
  clientId: z.string().trim().min(1, 'Give the client id that the provider knows Preceptor by.').max(300, 'A client id has at most 300 characters.').regex(oneLine, 'A client id is one line.'),
  clientSecret: z.string().trim().max(1000, 'A client secret has at most 1,000 characters.').nullish().transform((value) => value ?? null),
  domains: z.array(domain).max(50, 'At most 50 domains.').transform((list) => [...new Set(list)]),
  admitsNew: z.boolean(),
  trustsAddresses: z.boolean(),
  paused: z.boolean(),
}).refine(({ trustsAddresses, domains }) => !trustsAddresses || domains.length > 0, { message: 'To believe addresses that are not called verified, say of which domains.', path: ['domains'] });
export type ProviderInput = z.input<typeof providerInput>;

/** What a provider says of whoever has signed in there. */
export interface Claims { subject: string; email: string | null; verified: boolean; name: string | null }
/** Why nobody is signed in: a code for the sign-in page. */
export type Refusal = 'no-address' | 'not-verified' | 'other-domain';

/** The address by which somebody may be known here, or why there is none. */
export function addressOf(claims: Claims, { domains, trustsAddresses }: { domains: readonly string[]; trustsAddresses: boolean }): { email: string } | { refused: Refusal } {
  const email = claims.email?.trim().toLowerCase() ?? '';
  if (!z.email().max(254).safeParse(email).success) return { refused: 'no-address' };
  const ofDomain = domains.includes(email.slice(email.lastIndexOf('@') + 1));
  if (domains.length > 0 && !ofDomain) return { refused: 'other-domain' };
  return claims.verified || (trustsAddresses && ofDomain) ? { email } : { refused: 'not-verified' };
}

/** The name by which somebody new is known, from what the provider says. */
export const nameOf = ({ name }: Claims, email: string): string => {
  const plain = (name ?? '').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim().slice(0, 120);
  return plain === '' ? email.slice(0, email.indexOf('@')).slice(0, 120) : plain;
};
