import { stat, writeFile } from 'node:fs/promises';
import { plainText, type Item } from '@preceptor/assessment';
import { exportItems, type ExportResult, type FormatName, type ItemReport } from '@preceptor/assessment/interchange';
import { newBank } from '@preceptor/course';
import { compileItemDocument } from '@preceptor/course/items';
import { packageToFile, type PackageFile } from '@preceptor/packaging';
import { mediaIn } from '../../authoring/items/read-document.js';
import { aboutFormats, type CountedNote, type ExportedItem, type ExportFormat, type ExportReport } from './export-format.js';
import { workbook } from './workbook.js';

type Document = Record<string, unknown>;
export interface BankOfExport { id: string; name: string; title: string; unit: string | null }
/** A medium that the items name, and where its bytes lie. */
export interface MediumOfExport { file: string; bytes: number; type: string; width: number; height: number }
export interface WriteRequest {
  items: { name: string; bankId: string; document: Document }[];
  banks: BankOfExport[];
  format: ExportFormat;
  title: string;
  media: Record<string, MediumOfExport>;
  /** the file to write */
  out: string;
}
export interface WrittenExport { report: ExportReport; /** of the file's name */ ending: string; mediaType: string }

const mostTold = 500;

/** Writes items as a file of a format, and says of each what became of it. Nothing is written where the format can hold none of them. */
export async function writeExport(request: WriteRequest): Promise<WrittenExport> {
  const { format, items } = request;
  if (format === 'course-source') return writeSource(request);
  const compiled = compile(request);
  const written = exportItems(compiled.items, format === 'xlsx' ? 'csv' : format, { title: request.title });
  const told = [...compiled.refused, ...written.refused.map(({ item, reason }): ExportedItem => ({ name: item ?? '', report: null, refused: reason })), ...written.reports.map((report): ExportedItem => ({ name: report.item, report, refused: null }))];
  const pictures = written.media.filter((path) => Object.hasOwn(request.media, path));
  const there = written.reports.length > 0;
  const { ending, mediaType } = aboutFormats[format];
  if (there) await writeFiles(request, format, written, pictures);
  return { report: await reportOf(items.length, told, pictures.length, there ? request.out : null), ending, mediaType };
}

async function writeFiles({ out, media }: WriteRequest, format: FormatName | 'xlsx', { files }: ExportResult, pictures: readonly string[]): Promise<void> {
  const [first] = files;
  if (format.startsWith('qti-')) await zip(out, files.map(({ path, text }) => ({ path, text })), pictures, media);
  else if (format === 'xlsx') await writeFile(out, await workbook(first?.text ?? ''));
  else await writeFile(out, first?.text ?? '');
}

/** The banks as they are written: nothing is turned, so every item is whole, compiled or not. */
async function writeSource({ items, banks, media, out }: WriteRequest): Promise<WrittenExport> {
  const texts = banks.flatMap(({ id, name, title, unit }) => {
    const own = items.filter(({ bankId }) => bankId === id).map((item) => ({ ...item.document, id: item.name }));
    return own.length === 0 ? [] : [{ path: `banks/${name}.yaml`, text: newBank({ id: name, title, ...(unit === null ? {} : { unit }) }, own) }];
  });
  const pictures = [...new Set(items.flatMap(({ document }) => mediaIn(document)))].filter((path) => Object.hasOwn(media, path)).sort();
  const [only] = texts;
  const alone = texts.length === 1 && pictures.length === 0 && only !== undefined;
  if (alone) await writeFile(out, only.text);
  else if (texts.length > 0) await zip(out, texts, pictures, media);
  const report = await reportOf(items.length, [], pictures.length, texts.length > 0 ? out : null);
  return { report: { ...report, written: items.length, whole: items.length }, ...(alone ? { ending: 'yaml', mediaType: 'application/yaml' } : { ending: 'zip', mediaType: 'application/zip' }) };
}

async function zip(out: string, texts: readonly { path: string; text: string }[], pictures: readonly string[], media: Record<string, MediumOfExport>): Promise<void> {
  const files: PackageFile[] = texts.map(({ path, text }) => {
    const bytes = Buffer.from(text);
    return { path, size: bytes.length, type: 'application/xml', compress: true, source: { bytes } };
  });
  for (const path of pictures) {
    const medium = media[path];
    if (medium !== undefined) files.push({ path, size: medium.bytes, type: medium.type, compress: medium.type === 'image/svg+xml', source: { file: medium.file } });
  }
  await packageToFile(files, out);
}

/** Items of several banks may share a name: the second gets its bank's before it. */
function compile({ items, banks, media }: WriteRequest): { items: Item[]; refused: ExportedItem[] } {
  const refused: ExportedItem[] = [];
  const ids = new Set<string>();
  const compiled: Item[] = [];
  for (const { name, bankId, document } of items) {
    const base = ids.has(name) ? `${banks.find(({ id }) => id === bankId)?.name ?? 'bank'}-${name}`.slice(0, 60) : name;
    let id = base;
    for (let number = 2; ids.has(id); number += 1) id = `${base}-${number}`;
    const { item, problems } = compileItemDocument({ ...document, id }, { media: (path) => (Object.hasOwn(media, path) ? media[path] ?? null : null) });
    const error = problems.find(({ severity }) => severity === 'error');
    if (item === null || error !== undefined) refused.push({ name, report: null, refused: `It can’t be scored as it stands: ${plainText(error?.message ?? 'it is not finished.')}` });
    else {
      ids.add(id);
      compiled.push(item);
    }
  }
  return { items: compiled, refused };
}

async function reportOf(asked: number, told: readonly ExportedItem[], pictures: number, out: string | null): Promise<ExportReport> {
  const reports = told.flatMap(({ report }) => (report === null ? [] : [report]));
  const lost = reports.filter((report) => report.lost.length > 0).length;
  const changed = reports.filter((report) => report.lost.length === 0 && report.changed.length > 0).length;
  return {
    asked, written: reports.length, whole: reports.length - lost - changed, changed, lost, refused: told.length - reports.length, notes: counted(reports), pictures, bytes: out === null ? 0 : (await stat(out)).size,
    items: [...told].filter(({ report }) => report === null || report.lost.length + report.changed.length > 0).sort((one, other) => weight(one.report) - weight(other.report)).slice(0, mostTold),
  };
}
const weight = (report: ItemReport | null): number => (report === null ? 0 : report.lost.length > 0 ? 1 : 2);

/** What is lost first, then what is changed, each by how many items it concerns. */
function counted(reports: readonly ItemReport[]): CountedNote[] {
  const notes = new Map<string, CountedNote>();
  for (const report of reports) {
    for (const [lost, list] of [[true, report.lost], [false, report.changed]] as const) for (const { code } of list) {
      const note = notes.get(`${code} ${lost}`) ?? { code, lost, items: 0 };
      note.items += 1;
      notes.set(`${code} ${lost}`, note);
    }
  }
  return [...notes.values()].sort((one, other) => Number(other.lost) - Number(one.lost) || other.items - one.items);
}
