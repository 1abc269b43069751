import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { importItems, itemDocument, readTable, type FormatName, type InterchangeFile, type ItemReport } from '@preceptor/assessment/interchange';
import { readBank } from '@preceptor/course';
import { Unreadable } from '../../platform/threads/unreadable.js';
import type { EntryNotes } from '../exchange.entity.js';
import { detect, type ImportFormat } from './detect.js';
import { prepared } from './prepare.js';
import type { FoundFile, FoundItem, ReadImport, ReadRequest } from './read.types.js';
import { sheetTable } from './spreadsheet.js';

const mostBytes = 16 * 1024 * 1024;

/** Reads items from whatever came in: the good ones, and what is wrong with the others. Throws Unreadable. */
export async function readImport(request: ReadRequest): Promise<ReadImport> {
  const found = await findItems(request);
  const read = await prepared(found, request.folder, request.setting);
  if (read.items.length === 0 && read.failures.length === 0) throw new Unreadable('There is no question in this file.');
  return read;
}

async function findItems(request: ReadRequest): Promise<FoundFile> {
  const files = request.folder === null || extname(request.name).toLowerCase() === '.xlsx' ? [{ path: basename(request.name), bytes: await bounded(request.file) }] : await filesOf(request.folder);
  const manifest = files.find(({ path }) => basename(path) === 'imsmanifest.xml');
  const [first] = files;
  if (first === undefined) throw new Unreadable('There is no file in it that questions could be read from.');
  const format = request.format ?? detect(request.folder === null ? request.name : first.path, beginningOf(first), manifest === undefined ? null : textOf(manifest.bytes));
  if (format === null) throw new Unreadable('It is not clear what format this file has. Preceptor reads QTI packages (.zip), Moodle XML, GIFT, Aiken, CSV, XLSX and banks of the course source (.yaml).');
  if (format === 'course-source') return bankOf(files);
  if (format === 'xlsx') return workbookOf(request, files);
  const headings = format === 'csv' ? headingsOf(textOf(first.bytes)) : null;
  if (headings !== null && lacksStem(headings, request.columns)) return unmapped(format, headings, first.path);
  return { ...await interchange(files, format, request), format, headings };
}

async function interchange(files: readonly InterchangeFile[], format: FormatName, { columns }: ReadRequest): Promise<Pick<FoundFile, 'items' | 'failures' | 'media'>> {
  const { items, failures, media } = await importItems(files, format, { columns });
  return { failures, media, items: items.map(({ item, report, file, line }) => ({ name: item.id, document: itemDocument(item), file, line, notes: notesOf(report) })) };
}

function notesOf({ kept, changed, lost }: ItemReport): EntryNotes {
  return { kept: kept.map(({ code }) => code), changed: changed.map(({ code }) => code), lost: lost.map(({ code }) => code) };
}

async function workbookOf(request: ReadRequest, [file]: readonly InterchangeFile[]): Promise<FoundFile> {
  const table = await sheetTable(request.file).catch(() => { throw new Unreadable('This is no .xlsx workbook that can be read. Save it again as .xlsx, or as CSV.'); });
  const headings = headingsOf(table.csv);
  const path = file?.path ?? request.name;
  if (lacksStem(headings, request.columns)) return unmapped('xlsx', headings, path);
  const read = await interchange([{ path, bytes: new TextEncoder().encode(table.csv) }], 'csv', request);
  const inSheet = <T extends { line: number | null }>(each: T): T => (each.line === null ? each : { ...each, line: table.rowOf(each.line) });
  return { format: 'xlsx', headings, items: read.items.map(inSheet), failures: read.failures.map(inSheet), media: [] };
}

const plain = (heading: string): string => heading.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
const lacksStem = (headings: readonly string[], columns: Record<string, string>): boolean => !headings.some((heading) => plain(heading) === 'stem') && columns['stem'] === undefined;

/** A table with headings of its own waits for somebody to say which column holds what. */
function unmapped(format: ImportFormat, headings: string[], file: string): FoundFile {
  if (headings.length === 0) throw new Unreadable('The first row of the table has no headings.');
  return { format, headings, items: [], media: [], failures: [{ file, line: 1, item: null, code: 'no-stem', reason: 'No column is called "stem": say which one holds the question.' }] };
}

/** A bank of the course source: nothing is turned, so nothing is lost; what does not compile is said in the editor. */
function bankOf(files: readonly InterchangeFile[]): FoundFile {
  const read = files.filter(({ path }) => /\.ya?ml$/i.test(path)).map(({ path, bytes }) => ({ path, bank: readBank(path, textOf(bytes)) }));
  return {
    format: 'course-source', headings: null, media: [],
    items: read.flatMap(({ path, bank }) => bank.items.map(({ document, line }): FoundItem => ({
      name: typeof document['id'] === 'string' ? document['id'] : '', document, file: path, line, notes: { kept: ['question', 'key', 'feedback', 'details'], changed: [], lost: [] },
    }))),
    failures: read.flatMap(({ bank }) => bank.diagnostics.map(({ file, line, code, message }) => ({ file, line, item: null, code, reason: message }))),
  };
}

function headingsOf(csv: string): string[] {
  try {
    return readTable(csv.slice(0, 100_000))[0]?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '').slice(0, 500) ?? [];
  } catch {
    return [];
  }
}

async function filesOf(folder: string): Promise<InterchangeFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && /\.(xml|ya?ml|csv|tsv|txt|gift)$/i.test(entry.name) && !entry.parentPath.includes('__MACOSX')).map((entry) => join(entry.parentPath, entry.name)).sort();
  const files: InterchangeFile[] = [];
  for (const path of paths) files.push({ path: relative(folder, path).split(sep).join('/'), bytes: await bounded(path) });
  return files;
}

async function bounded(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  if (bytes.length > mostBytes) throw new Unreadable(`${basename(path)} has more than ${mostBytes / 1024 / 1024} MB, and is not read.`);
  return bytes;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const beginningOf = ({ bytes }: InterchangeFile): string => textOf(bytes.subarray(0, 20_000));
