import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Unreadable } from '../../platform/threads/unreadable.js';
import { type ReadRoster, type RosterLine, table } from './table.js';

/** The headings under which people of a OneRoster come in; all are guessed. */
const headings = ['sourcedId', 'Given name', 'Family name', 'Email', 'Role', 'Class'];
/** OneRoster's words for a role (1.1: 4.13.5; 1.2: roles.csv), as ours. Others are no part of a roster here. */
const roleOf: Record<string, string> = { student: 'learner', teacher: 'instructor' };

type Record_ = Record<string, string> & { line: string };

/**
 * People of a OneRoster 1.1 or 1.2 CSV export: one row for each person in each class, and one for each person without.
 * Records marked `tobedeleted` are left out; nobody is taken out of a cohort by a file. Throws Unreadable.
 */
export async function readOneRoster(folder: string): Promise<ReadRoster> {
  const files = await csvFiles(folder);
  const manifest = files.get('manifest.csv');
  const users = files.get('users.csv');
  if (manifest === undefined || users === undefined) throw new Unreadable('A OneRoster zip holds manifest.csv and users.csv. Neither a course nor a folder of other files can be imported here.');
  const version = (await records(manifest)).find((each) => each['propertyname'] === 'oneroster.version')?.['value'] ?? '';
  if (!/^1\.[012]/.test(version)) throw new Unreadable(`This is OneRoster “${version.slice(0, 20)}”. Preceptor reads versions 1.1 and 1.2.`);
  const [people, enrolments, classes, roles] = await Promise.all([records(users), optional(files, 'enrollments.csv'), optional(files, 'classes.csv'), optional(files, 'roles.csv')]);
  const titles = new Map(classes.filter(active).map((each) => [each['sourcedid'] ?? '', each['title'] ?? '']));
  const roleByUser = new Map(roles.filter((each) => active(each) && each['roletype'] !== 'secondary').map((each) => [each['usersourcedid'] ?? '', each['role'] ?? '']));
  const places = new Map<string, Record_[]>();
  for (const enrolment of enrolments.filter(active)) {
    if (roleOf[enrolment['role'] ?? ''] === undefined || !titles.has(enrolment['classsourcedid'] ?? '')) continue;
    const user = enrolment['usersourcedid'] ?? '';
    places.set(user, [...(places.get(user) ?? []), enrolment]);
  }
  const rows: RosterLine[] = [];
  for (const user of people.filter(active)) {
    const id = user['sourcedid'] ?? '';
    const own = roleOf[user['role'] ?? roleByUser.get(id) ?? ''] ?? '';
    const row = (role: string, title: string): RosterLine => ({ line: Number(user.line), cells: [id, user['givenname'] ?? '', user['familyname'] ?? '', user['email'] ?? '', role, title] });
    const taken = places.get(id) ?? [];
    if (taken.length > 0) rows.push(...taken.map((each) => row(roleOf[each['role'] ?? ''] ?? '', titles.get(each['classsourcedid'] ?? '') ?? '')));
    else if (own !== '') rows.push(row(own, ''));
  }
  if (rows.length === 0) throw new Unreadable('There is no student or teacher in this OneRoster zip.');
  return { headings, rows };
}

/** Before 1.2 and in a bulk file `status` may be left empty, which means active (OneRoster 1.1 CSV, 4.3). */
const active = (each: Record_): boolean => (each['status'] ?? '').toLowerCase() !== 'tobedeleted';

async function csvFiles(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Map(found.filter((entry) => entry.isFile() && !entry.parentPath.includes('__MACOSX')).map((entry) => [basename(entry.name).toLowerCase(), join(entry.parentPath, entry.name)]));
}

const optional = async (files: ReadonlyMap<string, string>, name: string): Promise<Record_[]> => {
  const path = files.get(name);
  return path === undefined ? [] : records(path);
};

async function records(path: string): Promise<Record_[]> {
  const bytes = await readFile(path);
  if (bytes.length === 0) return [];
  try {
    const { headings: heads, rows } = table(bytes);
    const keys = heads.map((head) => head.trim().toLowerCase());
    return rows.map(({ line, cells }) => ({ ...Object.fromEntries(keys.map((key, index) => [key, (cells[index] ?? '').trim()])), line: String(line) }));
  } catch (fault) {
    if (fault instanceof Unreadable && fault.message.startsWith('The file has headings')) return [];
    throw fault instanceof Unreadable ? new Unreadable(`${basename(path)}: ${fault.message}`) : fault;
  }
}
