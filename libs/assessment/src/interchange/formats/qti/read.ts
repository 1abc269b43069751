import { Refused, type Asked, type InterchangeFile, type Reading } from '../../contract.js';
import { readTags } from '../../details.js';
import { Ledger } from '../../ledger.js';
import { readXml } from '../../xml/read.js';
import { idOfIdentifier, inWordsOf2 } from './dialect.js';
import { readAsked } from './asked.js';
import { QtiItem } from './item.js';
import { itemFiles } from './package.js';

/** Reads the items of a package, or files of single items, of QTI 2.0 to 3.0. Each file is read by itself: a bad one spoils no other. */
export async function read(files: readonly InterchangeFile[], reading: Reading): Promise<void> {
  for (const { file, tags } of await itemFiles(files, reading)) {
    try {
      const tree = inWordsOf2(await readXml(file.bytes, reading.limits));
      if (tree.name !== 'assessmentItem') throw new Refused('not-an-item', `The file begins with <${tree.name.slice(0, 60)}>; a QTI 2 or 3 item begins with assessmentItem.`, tree.line);
      const ledger = new Ledger();
      const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
      const item = new QtiItem(tree, ledger, (src) => reading.picture(joined(folder, src)));
      const known = readTags(tags);
      const asked: Asked = readAsked(item);
      const maxScore = item.maxScore();
      const shuffled = item.interactions[0]?.attributes['shuffle'];
      const noShuffle = item.has('no-shuffle') || (!item.classes.some((one) => one.startsWith('x-')) && shuffled === 'false');
      reading.add({
        name: idOfIdentifier(tree.attributes['identifier'] ?? ''), stemHtml: item.stem(), asked, feedback: item.feedback(),
        details: { ...known.details, ...(maxScore === undefined ? {} : { maxScore }), ...(noShuffle ? { shuffle: false } : {}) },
      }, ledger, file.path, tree.line);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      reading.fail({ file: file.path, line: error.line, item: null, code: error.code, reason: error.message });
    }
  }
}

/** A path beside the item's own; `..` may lead up in the package and not out of it. */
function joined(folder: string, src: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${src}`.split('/')) {
    if (part === '..') { if (parts.pop() === undefined) return '..'; } else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
