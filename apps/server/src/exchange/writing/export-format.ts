import { formatNames, type ItemReport, type NoteCode } from '@preceptor/assessment/interchange';

/** What items go out in. */
export const exportFormats = [...formatNames, 'xlsx', 'course-source'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** An item of which something is changed or lost, or that can't be written at all. */
export interface ExportedItem { name: string; report: ItemReport | null; /** why it is not in the file; null: it is */ refused: string | null }
/** What is changed or lost in a file, and of how many items. */
export interface CountedNote { code: NoteCode; lost: boolean; items: number }
/** What a file holds of the items that were asked for. `items`: those of which there is something to say, 500 at most. */
export interface ExportReport { asked: number; written: number; whole: number; changed: number; lost: number; refused: number; items: ExportedItem[]; notes: CountedNote[]; pictures: number; bytes: number }

interface About { title: string; /** the ending of the file */ ending: string; mediaType: string }
export const aboutFormats: Record<ExportFormat, About> = {
  'qti-3.0': { title: 'QTI 3.0', ending: 'qti-3.0.zip', mediaType: 'application/zip' },
  'qti-2.2': { title: 'QTI 2.2', ending: 'qti-2.2.zip', mediaType: 'application/zip' },
  'qti-2.1': { title: 'QTI 2.1', ending: 'qti-2.1.zip', mediaType: 'application/zip' },
  'moodle-xml': { title: 'Moodle XML', ending: 'moodle.xml', mediaType: 'application/xml' },
  gift: { title: 'GIFT', ending: 'gift.txt', mediaType: 'text/plain; charset=utf-8' },
  aiken: { title: 'Aiken', ending: 'aiken.txt', mediaType: 'text/plain; charset=utf-8' },
  csv: { title: 'CSV', ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  xlsx: { title: 'Excel workbook', ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'course-source': { title: 'Course source', ending: 'zip', mediaType: 'application/zip' },
};
