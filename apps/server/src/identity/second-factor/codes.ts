import { hash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const period = 30;
const totp = (base32: string, label = '', issuer = '') => new TOTP({ secret: Secret.fromBase32(base32), algorithm: 'SHA1', digits: 6, period, label, issuer });

/** A new shared secret, base32, 160 bits as RFC 4226 (4) recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const totpAddress = (base32: string, label: string, issuer: string): string => totp(base32, label, issuer).toString();

/** The time step of a code that is right at `now`, one step of 30 seconds before or after; null: it is wrong. */
export function stepOf(base32: string, code: string, now: number): number | null {
  const delta = totp(base32).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Ten codes, each to be used once where the app is lost: ten characters, about 50 bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const text = [...randomBytes(10)].map((byte) => alphabet[byte % alphabet.length]).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
}

/** However it is typed: spaces, hyphens and capitals don't count. */
export const recoveryHash = (code: string): string => hash('sha256', code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
