import type { Failure } from '@preceptor/assessment/interchange';
import type { PlainSetting } from '../../authoring/items/plain-setting.js';
import type { ReadFields } from '../../authoring/items/read-document.js';
import type { ComingMedium } from '../../authoring/media/item-media.js';
import type { EntryNotes } from '../exchange.entity.js';
import type { ImportFormat } from './detect.js';

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
  /** what its items will be compiled against */
  setting: PlainSetting;
}
/** An item as a file has it. */
export interface FoundItem { name: string; document: Record<string, unknown>; file: string; line: number | null; notes: EntryNotes }
/** An item as it would come in. `name` is one that a bank can give, and of no other item of the file. Texts are sanitised when it is compiled. */
export interface ReadItem extends FoundItem { read: ReadFields; /** why it can't be scored yet; null: it can */ problem: string | null }
export interface FoundFile { format: ImportFormat; headings: string[] | null; items: FoundItem[]; failures: Failure[]; media: { file: string; as: string }[] }
export interface ReadImport {
  format: ImportFormat;
  /** of a table: its headings; null: it is none */
  headings: string[] | null;
  items: ReadItem[];
  failures: Failure[];
  /** pictures: where they lie in the unpacked folder, and what the items call them */
  media: ComingMedium[];
}
