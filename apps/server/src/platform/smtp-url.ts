/** A mail server that takes mails from us. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; else by STARTTLS, where the server offers it. */
  secure: boolean;
  /** Without TLS nothing is sent: so it is wherever a password would cross a network. */
  requireTls: boolean;
  auth: { user: string; pass: string } | null;
}
const loopback = new Set(['localhost', '127.0.0.1', '::1']);
const wanted = 'SMTP_URL must be smtp://host:587 or smtps://host:465, with user:password@ before the host where the server asks for them.';

/** Reads SMTP_URL; a sentence where it can't be used. */
export function smtpOf(text: string): SmtpServer | string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return wanted;
  }
  if ((url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '') return wanted;
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const auth = url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) };
  return { host, port: url.port === '' ? (secure ? 465 : 587) : Number(url.port), secure, requireTls: !secure && auth !== null && !loopback.has(host), auth };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
