import type { Format } from './contract.js';
import type { FormatName } from './format-names.js';
import { aiken } from './formats/aiken/index.js';
import { csv } from './formats/csv/index.js';
import { gift } from './formats/gift/index.js';
import { moodleXml } from './formats/moodle-xml/index.js';
import { qti21, qti22, qti30 } from './formats/qti/index.js';

/** Every format. A new one is a folder, a name and a line here; the compiler says if one is missing. */
export const formats = {
  gift, aiken, 'moodle-xml': moodleXml, 'qti-2.1': qti21, 'qti-2.2': qti22, 'qti-3.0': qti30, csv,
} satisfies Record<FormatName, Format>;
