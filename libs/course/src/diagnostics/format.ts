import type { Diagnostic } from './diagnostic.js';

export interface FormatOptions { /** colours of a terminal */ color?: boolean; /** goes before each file's path, such as `courses/my-course/` */ prefix?: string }

/** Most characters of a source line that are shown around the place at fault. */
const window = 100;

/**
 * One diagnostic as the best compilers show it:
 *
 *     error[PRE0210]: The key "licens" is not known here.
 *       --> courses/x/course.yaml:7:1
 *       |
 *     7 | licens: CC-BY-4.0
 *       | ^^^^^^
 *       = help: Did you mean "licence"?
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions = {}): string {
  const paint = painter(options.color === true);
  const tone = diagnostic.severity === 'error' ? 'red' : 'yellow';
  const number = String(diagnostic.line);
  const gutter = ' '.repeat(number.length);
  const lines = [
    `${paint(tone, `${diagnostic.severity}[${diagnostic.code}]`)}${paint('bold', `: ${printable(diagnostic.message)}`)}`,
    `${gutter}${paint('blue', '-->')} ${placeOf(diagnostic, options.prefix ?? '')}`,
  ];
  if (diagnostic.excerpt !== null && diagnostic.excerpt !== '') {
    const { text, marks } = underlined(diagnostic, diagnostic.excerpt);
    lines.push(`${gutter} ${paint('blue', '|')}`, `${paint('blue', `${number} |`)} ${text}`, `${gutter} ${paint('blue', '|')} ${paint(tone, marks)}`);
  }
  lines.push(`${gutter} ${paint('blue', '=')} ${paint('bold', 'help')}: ${printable(diagnostic.help)}`);
  return lines.join('\n');
}

/** All diagnostics, with an empty line between them and the sum at the end. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions = {}): string {
  return [...diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, options)), summaryOf(diagnostics)].join('\n\n');
}

/** `2 errors, 1 warning` */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return `${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}`;
}

function placeOf(diagnostic: Diagnostic, prefix: string): string {
  if (diagnostic.file === '') return prefix === '' ? 'the course folder' : prefix;
  return `${prefix}${printable(diagnostic.file)}:${diagnostic.line}:${diagnostic.column}`;
}

/** The part of the source line around the place, with marks under the place. Wide characters count as two columns, as terminals draw them. */
function underlined(diagnostic: Diagnostic, excerpt: string): { text: string; marks: string } {
  const start = diagnostic.column - 1;
  const end = diagnostic.endLine > diagnostic.line ? excerpt.length : diagnostic.endColumn - 1;
  const from = start > window * 0.6 ? start - Math.floor(window * 0.3) : 0;
  const to = Math.min(excerpt.length, from + window);
  const before = from > 0 ? '…' : '';
  const after = to < excerpt.length ? '…' : '';
  const lead = printable(excerpt.slice(from, start));
  const under = printable(excerpt.slice(start, Math.min(Math.max(end, start + 1), to)));
  return {
    text: `${before}${printable(excerpt.slice(from, to))}${after}`,
    marks: ' '.repeat(before.length + columns(lead)) + '^'.repeat(Math.max(1, columns(under))),
  };
}

function columns(text: string): number {
  let count = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    count += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(character) ? 2 : 1;
  }
  return count;
}

/** What a terminal may be shown: control characters, which could move the cursor or change its colours, are made visible. */
function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
}

type Tone = 'red' | 'yellow' | 'blue' | 'bold';
const codes: Record<Tone, string> = { red: '1;31', yellow: '1;33', blue: '1;34', bold: '1' };

function painter(color: boolean): (tone: Tone, text: string) => string {
  return (tone, text) => (color ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text);
}
