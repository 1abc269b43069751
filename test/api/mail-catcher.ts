import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

export interface Caught { /** of the envelope */ from: string; to: string[]; id: string; raw: string; mail: ParsedMail }
/** What the server answers instead of taking a mail; a code of SMTP and words. */
export class Refusal extends Error { constructor(readonly responseCode: number, message: string) { super(message); } }

/** A real SMTP server on a free port of this machine that keeps what it takes. */
export class MailCatcher {
  readonly caught: Caught[] = [];
  /** Called with each recipient; throws a Refusal. */
  recipient: (address: string) => void = () => undefined;
  /** Called when a mail is whole, before it is acknowledged. */
  whole: (mail: ParsedMail) => Promise<void> | void = () => undefined;
  #server: SMTPServer | null = null;
  #port = 0;

  static async open(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    await catcher.start();
    return catcher;
  }

  /** Where it listens, as SMTP_URL wants it; the same after a stop and a start. */
  get url(): string { return `smtp://127.0.0.1:${this.#port}`; }
  to(address: string): Caught[] { return this.caught.filter(({ to }) => to.includes(address)); }

  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 50,
      onRcptTo: ({ address }, _session, done) => {
        try {
          this.recipient(address);
          done();
        } catch (fault) {
          done(fault as Error);
        }
      },
      onData: (stream, session, done) => {
        callbackify(() => this.#take(stream, session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address, session.envelope.rcptTo.map(({ address }) => address)))((fault) => { done(fault); });
      },
    });
    server.on('error', () => undefined);
    this.#server = server;
    await new Promise<void>((resolve) => { server.listen(this.#port, '127.0.0.1', resolve); });
    this.#port = (server.server.address() as AddressInfo).port;
  }

  /** Cuts every connection at once, in the middle of whatever is said. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise<void>((resolve) => { server.close(resolve); });
    for (const connection of server.connections as unknown as Set<{ _socket: { destroy(): void } }>) connection._socket.destroy();
    await closed;
  }

  async #take(stream: SMTPServerDataStream, from: string, to: string[]): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const mail = await simpleParser(raw);
    await this.whole(mail);
    this.caught.push({ from, to, raw, mail, id: mail.messageId ?? '' });
  }
}
