import type { Item } from '../item.js';
import { Unwritable, type Expression, type ExportOptions, type ExportResult, type Format, type FormatRules } from './contract.js';
import type { FormatName } from './format-names.js';
import { Ledger } from './ledger.js';
import { hasForbidden, withoutForbidden } from './text/decode.js';
import { sanitised } from './text/sanitise.js';
import { gapsToMarks, mapHtml, mapTexts, withoutMarks } from './texts.js';

/** Makes a format of its rules. What can be expressed is found by writing the item, so that it can't say otherwise than the export does. */
export function format<P>(name: FormatName, rules: FormatRules<P>): Format {
  const write = (item: Item): { piece: P | Unwritable; ledger: Ledger } => {
    const ledger = new Ledger();
    const ready = writable(item, ledger);
    return { piece: hasEmptyChoice(ready) ? new Unwritable('A choice has no words.') : rules.write(ready, ledger), ledger };
  };
  return {
    name,
    title: rules.title,
    read: (files, reading) => rules.read(files, reading),
    express(item): Expression {
      const { piece, ledger } = write(item);
      const report = ledger.report(item.id);
      if (piece instanceof Unwritable) return { extent: 'none', report, reason: piece.reason };
      return { extent: ledger.whole ? 'whole' : 'partly', report, reason: null };
    },
    export(items, options: ExportOptions): ExportResult {
      const result: ExportResult = { files: [], reports: [], refused: [], media: [] };
      const pieces: { item: Item; piece: P }[] = [];
      const media = new Set<string>();
      for (const item of items) {
        const { piece, ledger } = write(item);
        if (piece instanceof Unwritable) {
          result.refused.push({ file: '', line: null, item: item.id, code: 'not-expressible', reason: piece.reason });
          continue;
        }
        pieces.push({ item, piece });
        result.reports.push(ledger.report(item.id));
        for (const found of JSON.stringify(item).matchAll(/media\/[\w][\w.-]*/g)) media.add(found[0]);
      }
      if (pieces.length > 0) result.files = rules.assemble(pieces, options.title ?? 'Questions');
      result.media = [...media].sort();
      return result;
    },
  };
}

function hasEmptyChoice(item: Item): boolean {
  let empty = false;
  mapHtml(item, (html, block) => {
    if (!block && html.trim() === '') empty = true;
    return html;
  });
  return empty;
}

/** The item as files can hold it: no forbidden characters, markup of the policy only, gaps as marks. */
function writable(item: Item, ledger: Ledger): Item {
  const plain = mapTexts(item, (text) => {
    if (hasForbidden(text) || withoutMarks(text) !== text) ledger.lose('characters');
    return withoutMarks(withoutForbidden(text));
  });
  const marked = plain.kind === 'cloze' ? { ...plain, content: { ...plain.content, textHtml: gapsToMarks(plain.content.textHtml) } } : plain;
  return mapHtml(marked, (html) => {
    const { html: clean, removed } = sanitised(html);
    if (removed) ledger.lose('removed-markup');
    return clean;
  });
}
