import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { z } from 'zod';

export interface FirstAdministrator { email: string; password: string }
const email = z.email('That is not an e-mail address.');
const password = z.string().min(12, 'A password has at least 12 characters.').max(200, 'A password has at most 200 characters.');

/** Asks on the terminal for the first administrator, again until the answers can be used; what is typed as a password is not shown. */
export async function askAdministrator(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<FirstAdministrator> {
  let hidden = false;
  const shown = new Writable({ write(chunk, encoding, done) { if (!hidden) output.write(chunk, encoding); done(); } });
  const terminal = createInterface({ input, output: shown, terminal: true });
  const ask = async (question: string, type: z.ZodType<string>, secret: boolean): Promise<string> => {
    output.write(question);
    hidden = secret;
    const answer = await terminal.question('');
    hidden = false;
    if (secret) output.write('\n');
    const read = type.safeParse(answer);
    if (read.success) return read.data;
    output.write(`${read.error.issues[0]?.message ?? 'That can\'t be used.'}\n`);
    return ask(question, type, secret);
  };
  try {
    output.write('There is no account yet. Who is the first administrator?\n');
    return { email: await ask('E-mail address: ', email, false), password: await ask('Password (at least 12 characters, not shown): ', password, true) };
  } finally {
    terminal.close();
  }
}
