import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from '../../platform/smtp-url.js';

export interface Parcel { from: string; to: string; id: string; message: Buffer }
/**
 * `sent`: the server said that it has it. `refused`: it said that it never will. `later`: not now, or the mail can't
 * have left. `outage`: the server itself can't be used, whatever the mail. `unsure`: handed over whole, and no answer.
 */
export type Outcome = { is: 'sent' | 'later' | 'outage' | 'unsure'; says: string } | { is: 'refused'; says: string; address: boolean };

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, dnsTimeout: 20_000, socketTimeout: 300_000 };
type Fault = Error & { code?: string; response?: string; responseCode?: number; command?: string };

/** One connection to a mail server, on which mails go one after another. */
export class SmtpLine {
  #connection: SMTPConnection | null = null;

  constructor(private readonly server: SmtpServer, private readonly name: string) {}

  /**
   * Hands a mail over. `beforeDot` is called once all of it but the closing dot was given to the network: until it
   * resolves the server can't have taken the mail, and where it rejects the server never will.
   */
  async send({ from, to, id, message }: Parcel, beforeDot: () => Promise<void>): Promise<Outcome> {
    let connection: SMTPConnection;
    try {
      connection = await this.#open();
    } catch (fault) {
      this.close();
      return { is: 'outage', says: sentence(fault as Fault) };
    }
    let handed = false;
    const body = Readable.from((async function* parts() {
      yield message;
      await beforeDot();
      handed = true;
    })());
    try {
      const response = await new Promise<string>((resolve, reject) => {
        connection.once('error', reject);
        connection.once('end', () => { reject(new Error('The connection was closed.')); });
        const dsn = { ret: 'HDRS' as const, envid: id, notify: 'FAILURE' as const };
        connection.send({ from, to, dsn }, body, (fault, info) => { if (fault === null || fault === undefined) resolve(info.response); else reject(fault); });
      });
      return { is: 'sent', says: response };
    } catch (fault) {
      return this.#failed(fault as Fault, handed);
    } finally {
      connection.removeAllListeners('error').removeAllListeners('end').on('error', () => { this.close(); }).on('end', () => { this.#connection = null; });
    }
  }

  /** Gives the connection up at once; what is on its way fails. */
  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  quit(): void {
    this.#connection?.quit();
    this.#connection = null;
  }

  #failed(fault: Fault, handed: boolean): Outcome {
    const answered = fault.responseCode;
    // A connection on which something went wrong is in no state to be used again.
    this.close();
    if (answered === undefined) return { is: handed ? 'unsure' : 'later', says: sentence(fault) };
    if (answered < 500) return { is: 'later', says: sentence(fault) };
    return { is: 'refused', says: sentence(fault), address: fault.command === 'RCPT TO' || /^5\d\d[ -]5\.[12]\./.test(fault.response ?? '') };
  }

  async #open(): Promise<SMTPConnection> {
    if (this.#connection !== null) return this.#connection;
    const { host, port, secure, requireTls, auth } = this.server;
    const connection = new SMTPConnection({ host, port, secure, requireTLS: requireTls, name: this.name, ...timeouts });
    this.#connection = connection;
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => { reject(new Error('The mail server closed the connection.')); });
      connection.connect(() => {
        if (auth === null) { resolve(); return; }
        connection.login(auth, (fault) => { if (fault === null || fault === undefined) resolve(); else reject(fault); });
      });
    });
    connection.removeAllListeners('error').removeAllListeners('end');
    return connection;
  }
}

const known: Record<string, string> = {
  ECONNREFUSED: 'The mail server does not answer.', ETIMEDOUT: 'The mail server does not answer in time.', EDNS: 'The mail server\'s name is not known.', ENOTFOUND: 'The mail server\'s name is not known.',
  EAUTH: 'The mail server does not take the user and password of SMTP_URL.', ETLS: 'No secure connection to the mail server could be made.',
};
function sentence(fault: Fault): string {
  const said = fault.response ?? '';
  const first = known[(fault as { cause?: { code?: string } }).cause?.code ?? ''] ?? (/ECONNREFUSED/.test(fault.message) ? known['ECONNREFUSED'] : known[fault.code ?? '']);
  if (said !== '') return `${first ?? 'The mail server answered:'} ${said}`.slice(0, 500);
  return (first ?? `The connection to the mail server broke: ${fault.message}`).slice(0, 500);
}
