import type { AttendanceMark } from '@preceptor/tracking';
import { liveSessionsErrors } from './errors.js';

/** Somebody on a list, as a meeting program or a spreadsheet wrote it; `line` from 1. `session`: what its column says, in a list of many. */
export interface ListedPerson { line: number; name: string; email: string; minutes: number | null; mark: AttendanceMark | null; session: string }

const mostRows = 20_000;
const heads = {
  name: ['name', 'name (original name)', 'full name', 'participant', 'participant name', 'learner', 'display name', 'first name'],
  email: ['email', 'e-mail', 'user email', 'email address', 'e-mail address', 'participant email', 'upn', 'participant id (upn)'],
  minutes: ['duration (minutes)', 'total duration (minutes)', 'duration', 'in-meeting duration', 'attendance duration', 'time in session', 'time in session (minutes)', 'minutes'],
  mark: ['attendance', 'status', 'mark'],
  session: ['session', 'session title', 'session id', 'date', 'session date'],
} as const;
type Column = keyof typeof heads;
const marks: Record<string, AttendanceMark> = { present: 'PRESENT', yes: 'PRESENT', attended: 'PRESENT', p: 'PRESENT', late: 'LATE', l: 'LATE', absent: 'ABSENT', no: 'ABSENT', a: 'ABSENT', excused: 'EXCUSED', e: 'EXCUSED' };

/**
 * Reads a list of who was there: Zoom's participants, Teams' attendance report (UTF-16 with tabs, its summary above), Meet's, or
 * a table of one's own. Whoever joined several times is one person, her minutes together. Throws LIST_UNREADABLE.
 */
export function readAttendanceList(bytes: Buffer): ListedPerson[] {
  const text = decoded(bytes);
  const rows = table(text);
  // Zoom's own summary of the meeting has the host's address.
  const [named, addressed] = (['name', 'email'] as const).map((column) => rows.findIndex((row) => columnsOf(row).has(column)));
  const headAt = named === undefined || named === -1 ? addressed ?? -1 : named;
  const head = rows[headAt];
  if (head === undefined) throw liveSessionsErrors.LIST_UNREADABLE();
  const columns = columnsOf(head);
  const found = new Map<string, ListedPerson>();
  for (const [index, row] of rows.entries()) {
    if (index <= headAt) continue;
    // Teams goes on with another table, which an empty line or a line of one cell parts from this one.
    if (columns.size > 1 && row.filter((cell) => cell !== '').length < 2 && head.length > 2) { if (found.size > 0) break; continue; }
    const cell = (column: Column) => { const at = columns.get(column); return at === undefined ? '' : (row[at] ?? '').trim().slice(0, 300); };
    const person: ListedPerson = { line: index + 1, name: plainName(cell('name')), email: cell('email').toLowerCase(), minutes: minutesIn(cell('minutes')), mark: marks[cell('mark').toLowerCase()] ?? null, session: cell('session') };
    if (person.name === '' && person.email === '') continue;
    const key = JSON.stringify([person.session, person.email === '' ? person.name.toLowerCase() : person.email]);
    const before = found.get(key);
    found.set(key, before === undefined ? person : { ...before, minutes: before.minutes === null ? person.minutes : before.minutes + (person.minutes ?? 0), mark: before.mark ?? person.mark });
  }
  return [...found.values()];
}

function decoded(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new Error('no text');
    return text;
  } catch {
    throw liveSessionsErrors.LIST_UNREADABLE({ says: 'This file is no text. Save the list as CSV in UTF-8, or send the file that the meeting program made.' });
  }
}

function columnsOf(row: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  const titles = row.map((cell) => cell.trim().toLowerCase());
  for (const [column, names] of Object.entries(heads) as [Column, readonly string[]][]) {
    const at = names.map((name) => titles.indexOf(name)).find((index) => index !== -1);
    if (at !== undefined) columns.set(column, at);
  }
  return columns;
}

/** Rows and cells of a text with commas, semicolons or tabs (RFC 4180). */
function table(text: string): string[][] {
  const separator = ['\t', ';', ','].toSorted((a, b) => text.split(b).length - text.split(a).length)[0] ?? ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => { rows.at(-1)?.push(cell); cell = ''; };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (character === '"' && cell.trim() === '') { quoted = true; cell = ''; }
    else if (character === separator) endCell();
    else if (character === '\n') { endCell(); rows.push([]); if (rows.length > mostRows) throw liveSessionsErrors.LIST_UNREADABLE({ says: `A list has at most ${mostRows.toLocaleString('en')} lines.` }); }
    else if (character !== '\r') cell += character;
  }
  endCell();
  return rows;
}

/** "Lea Moss (she/her)" and "Lea Moss (Guest)" are Lea Moss. */
const plainName = (text: string): string => text.replaceAll(/\s*\([^)]*\)\s*/g, ' ').replaceAll(/\s+/g, ' ').trim();

/** Minutes in "47", "1h 2m 3s", "1:02:03" or "62 min"; a part of a minute is left out. null: none. */
export function minutesIn(text: string): number | null {
  if (/^\d+([.,]\d+)?$/.test(text)) return Math.floor(Number(text.replace(',', '.')));
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts = [...text.matchAll(/(\d+)\s*(h|m|s)[a-z]*/gi)];
  if (parts.length === 0) return null;
  const seconds = { h: 3600, m: 60, s: 1 };
  return Math.floor(parts.reduce((sum, [, count, unit]) => sum + Number(count) * seconds[(unit ?? 's').toLowerCase() as 'h' | 'm' | 's'], 0) / 60);
}
