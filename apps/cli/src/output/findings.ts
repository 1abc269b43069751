import type { Writable } from 'node:stream';
import { behaviours, standardWords, verdictWords, type Finding, type Verification } from '@preceptor/packaging/verify';
import { textTable } from './table.js';
import { byteCount } from './progress.js';

const tones = { error: '1;31', warning: '1;33', info: '1;34' } as const;

/** What was found, worst first, and how it played, as tables. */
export function printVerification(verification: Verification, out: Writable, columns: number): void {
  const color = 'isTTY' in out && out.isTTY === true && process.env['NO_COLOR'] === undefined;
  const { package: facts, rehearsal, notPlayed } = verification;
  for (const finding of verification.findings) out.write(`${formatted(finding, color)}\n\n`);
  if (facts !== null) out.write(`${verification.file}: ${facts.standard === null ? 'no known standard' : standardWords[facts.standard]}, ${JSON.stringify(facts.title)}, ${facts.activities.length} to launch, ${facts.files} files, ${byteCount(facts.bytes)} unzipped\n\n`);
  for (const activity of rehearsal?.activities ?? []) {
    const rows = behaviours(activity).map((row) => [...row]);
    const calls = activity.calls.map(({ name, element, count, errors }) => [element === null ? name : `${name} ${element}`, String(count), String(errors)]);
    out.write(`${plain(activity.title === '' ? activity.id : activity.title)}\n\n${textTable(['what', 'seen'], rows.map((row) => row.map(plain)), columns)}\n\n${textTable(['call', 'times', 'errors'], calls.map((row) => row.map(plain)), columns)}\n\n`);
  }
  if (notPlayed !== null) out.write(`Not played. ${notPlayed}\n`);
  out.write(`${verdictWords(verification)}\n`);
}

function formatted({ code, severity, file, line, column, message, help }: Finding, color: boolean): string {
  const head = `${severity}[${code}]`;
  const place = file === '' ? '' : `\n  --> ${plain(line === null ? file : `${file}:${line}:${column ?? 1}`)}`;
  return `${color ? `\u001b[${tones[severity]}m${head}\u001b[0m` : head}: ${plain(message)}${place}\n  = help: ${plain(help)}`;
}

/** A package's words must not move the cursor. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
}
