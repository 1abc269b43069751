import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { importItems, itemDocument, readTable, type Failure, type FormatName, type InterchangeFile, type Note } from '@preceptor/assessment/interchange';
import { readBank } from '@preceptor/course';
import { detect, type ImportFormat } from './detect.js';
import { sheetTable } from './spreadsheet.js';

export interface ReadRequest {
  /** where the file that came in lies */
  file: string;
  /** what it was called */
  name: string;
  /** its unpacked files, where it is a zip; null: it is none */
  folder: string | null;
  /** null: to be found out */
  format: ImportFormat | null;
  /** of a table: our column -> the heading that it has there */
  columns: Record<string, string>;
  /** names that the bank has already */
  taken: string[];
}
/** An item as it would come in. Its texts are sanitised when it is compiled. */
export interface ReadItem { name: string; document: Record<string, unknown>; file: string; line: number | null; kept: Note[]; changed: Note[]; lost: Note[] }
export interface ReadImport {
  format: ImportFormat;
  /** of a table: its headings; null: it is none */
  headings: string[] | null;
  items: ReadItem[];
  failures: Failure[];
  /** pictures: where they lie in the unpacked folder, and what the items call them */
  media: { file: string; as: string }[];
}
/** The file as a whole can't be read: why, in a sentence. */
export class Unreadable extends Error {}

const mostBytes = 16 * 1024 * 1024;

/** Reads items from whatever came in: the good ones, and what is wrong with the others. Throws Unreadable. */
export async function readImport(request: ReadRequest): Promise<ReadImport> {
  const files = request.folder === null || extname(request.name).toLowerCase() === '.xlsx' ? [{ path: basename(request.name), bytes: await bounded(request.file) }] : await filesOf(request.folder);
  const manifest = files.find(({ path }) => basename(path) === 'imsmanifest.xml');
  const [first] = files;
  if (first === undefined) throw new Unreadable('There is no file in it that questions could be read from.');
  const format = request.format ?? detect(request.folder === null || files.length > 1 ? request.name : first.path, beginningOf(first), manifest === undefined ? null : textOf(manifest.bytes));
  if (format === null) throw new Unreadable('It is not clear what format this file has: choose one.');
  if (format === 'course-source') return bankOf(files);
  if (format === 'xlsx') return workbookOf(request, files);
  const read = await interchange(files, format, request);
  return { ...read, format, headings: format === 'csv' ? headingsOf(textOf(first.bytes)) : null };
}

async function interchange(files: readonly InterchangeFile[], format: FormatName, { columns, taken }: ReadRequest): Promise<Pick<ReadImport, 'items' | 'failures' | 'media'>> {
  const { items, failures, media } = await importItems(files, format, { takenIds: taken, columns });
  return {
    failures, media,
    items: items.map(({ item, report, file, line }) => ({ name: item.id, document: itemDocument(item), file, line, kept: report.kept, changed: report.changed, lost: report.lost })),
  };
}

async function workbookOf(request: ReadRequest, [file]: readonly InterchangeFile[]): Promise<ReadImport> {
  const table = await sheetTable(request.file).catch(() => { throw new Unreadable('This is no .xlsx workbook that can be read. Save it again as .xlsx, or as CSV.'); });
  const read = await interchange([{ path: file?.path ?? request.name, bytes: new TextEncoder().encode(table.csv) }], 'csv', request);
  const inSheet = <T extends { line: number | null }>(each: T): T => (each.line === null ? each : { ...each, line: table.rowOf(each.line) });
  return { format: 'xlsx', headings: headingsOf(table.csv), items: read.items.map(inSheet), failures: read.failures.map(inSheet), media: [] };
}

/** A bank of the course source: nothing is turned, so nothing is lost; what does not compile is said in the editor. */
function bankOf(files: readonly InterchangeFile[]): ReadImport {
  const read = files.filter(({ path }) => /\.ya?ml$/i.test(path)).map(({ path, bytes }) => ({ path, bank: readBank(path, textOf(bytes)) }));
  return {
    format: 'course-source', headings: null, media: [],
    items: read.flatMap(({ path, bank }) => bank.items.map(({ document, line }) => ({
      name: typeof document['id'] === 'string' ? document['id'] : '', document, file: path, line, kept: [{ code: 'question', sentence: 'Everything, as it is written.' }], changed: [], lost: [],
    }))),
    failures: read.flatMap(({ bank }) => bank.diagnostics.map(({ file, line, code, message }) => ({ file, line, item: null, code, reason: message }))),
  };
}

function headingsOf(csv: string): string[] {
  try {
    return readTable(csv.slice(0, 100_000))[0]?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  } catch {
    return [];
  }
}

async function filesOf(folder: string): Promise<InterchangeFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && /\.(xml|ya?ml|csv|tsv|txt|gift)$/i.test(entry.name) && !entry.parentPath.includes('__MACOSX')).map((entry) => join(entry.parentPath, entry.name)).sort();
  return Promise.all(paths.map(async (path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: await bounded(path) })));
}

async function bounded(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  if (bytes.length > mostBytes) throw new Unreadable(`${basename(path)} has more than ${mostBytes / 1024 / 1024} MB, and is not read.`);
  return bytes;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const beginningOf = ({ bytes }: InterchangeFile): string => textOf(bytes.subarray(0, 20_000));
