import type { Gap, ItemOf } from '../../../item.js';
import { Unwritable } from '../../contract.js';
import type { Ledger } from '../../ledger.js';
import { choiceIdsFor } from '../../text/ids.js';
import { gapMark } from '../../texts.js';
import type { XmlOut } from '../../xml/write.js';
import type { Extras } from '../extras.js';

/**
 * Moodle's "embedded answers" (type `cloze`): `{1:MULTICHOICE:~wrong#said~=right}` in the text. Between stem and text
 * stands a line, since the format has one text; gaps are numbered, so their ids and those of choices stand as tags.
 */
export function embedded(item: ItemOf<'cloze'>, ledger: Ledger): { type: string; parts: XmlOut[]; extra: Extras; combined: boolean; textHtml: string } | Unwritable {
  const { gaps, textHtml } = item.content;
  if (/\{[^{}]*:/.test(item.stemHtml + textHtml)) return new Unwritable('The text has a { before a :, which Moodle would take for a gap.');
  if (gaps.some(({ id }) => textHtml.split(gapMark(id)).length !== 2)) return new Unwritable('A gap does not stand once in the text.');
  if (item.feedback.byChoice !== undefined) ledger.keep('feedback');
  ledger.change('choice-ids');
  if (gaps.some(({ options }) => options.some(({ html }) => html.includes('<')))) ledger.change('markup-elsewhere');
  const order = gaps.map(({ id }) => id).sort((one, other) => textHtml.indexOf(gapMark(one)) - textHtml.indexOf(gapMark(other)));
  const type = item.shuffle ? 'MULTICHOICE_S' : 'MULTICHOICE';
  const written = gaps.reduce((html, { id, options }) => {
    const answers = options.map((option) => {
      const said = item.feedback.byChoice?.[option.id];
      return `${item.key.gaps[id] === option.id ? '=' : ''}${escaped(option.html)}${said === undefined ? '' : `#${escaped(said)}`}`;
    });
    return html.replace(gapMark(id), () => `{1:${type}:${answers.join('~')}}`);
  }, textHtml);
  return {
    type: 'cloze', parts: [], combined: false, textHtml: `${item.stemHtml}\n<hr>\n${written}`,
    extra: { ids: order, 'other-ids': order.flatMap((gap) => gaps.find(({ id }) => id === gap)?.options.map(({ id }) => id) ?? []), 'other-order': gaps.map(({ id }) => id) },
  };
}

export interface ReadGaps { stemHtml: string; textHtml: string; gaps: Gap[]; key: Record<string, string>; said: [string, string | undefined][]; shuffled: boolean; unread: string | undefined }

/** The gaps of a text with embedded answers. `unread`: why one of them can't be read. */
export function readEmbedded(html: string, ids: readonly string[] | undefined, choiceIds: readonly string[] | undefined, order: readonly string[] | undefined): ReadGaps {
  const found = gapsIn(html);
  const gapIds = choiceIdsFor(found.map((_, index) => ids?.[index] ?? `g${String(index + 1)}`)).ids;
  const written = found.map(({ type, body }) => ({ type, answers: partsOf(body, '~').filter((answer) => answer !== '') }));
  const allIds = choiceIdsFor(written.flatMap(({ answers }) => answers).map((_, index) => choiceIds?.[index])).ids;
  let at = 0;
  const key: Record<string, string> = {};
  const said: [string, string | undefined][] = [];
  const wrongType = written.find(({ type }) => !/^(MULTICHOICE|MC|MCV|MCH|MULTICHOICE_[A-Z]+|MCS|MCVS|MCHS)$/.test(type));
  const gaps = written.map(({ answers }, index): Gap => {
    const gap = gapIds[index] ?? '';
    return { id: gap, options: answers.map((answer) => {
      const id = allIds[at++] ?? '';
      const [, right, percent, rest = ''] = /^(=)?(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(answer) ?? [];
      if (right === '=' || percent === '100') key[gap] ??= id;
      const [words = '', feedback] = partsOf(rest, '#');
      said.push([id, feedback === undefined ? undefined : unescaped(feedback)]);
      return { id, html: unescaped(words).trim() };
    }) };
  });
  if (order !== undefined) gaps.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  let after = 0;
  const marked = `${found.map(({ start, end }, index) => {
    const part = `${html.slice(after, start)}${gapMark(gapIds[index] ?? '')}`;
    after = end;
    return part;
  }).join('')}${html.slice(after)}`;
  const line = marked.indexOf('\n<hr>\n');
  const unread = wrongType !== undefined ? `A gap of the type ${wrongType.type.slice(0, 30)} is not read; only those with choices are.` : gaps.length === 0 ? 'The text has no gap.' : undefined;
  const split = line !== -1 && !marked.slice(0, line).includes('\uE000') && ids !== undefined;
  return { stemHtml: split ? marked.slice(0, line) : '', textHtml: split ? marked.slice(line + 6) : marked, gaps, key, said, shuffled: written.some(({ type }) => type.endsWith('S')), unread };
}

/** Each `{1:TYPE:…}` with its place. Goes over the text once, whatever stands in it. */
function gapsIn(html: string): { start: number; end: number; type: string; body: string }[] {
  const found: { start: number; end: number; type: string; body: string }[] = [];
  const opening = /\{\d{0,4}:([A-Z_]{1,30}):/g;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const from = opening.lastIndex;
    let end = from;
    while (end < html.length && html[end] !== '}') end += html[end] === '\\' ? 2 : 1;
    if (end >= html.length) break;
    found.push({ start: match.index, end: end + 1, type: match[1] ?? '', body: html.slice(from, end) });
    opening.lastIndex = end + 1;
  }
  return found;
}

/** What stands between marks that have no backslash before them. */
function partsOf(text: string, mark: '~' | '#'): string[] {
  const parts = [''];
  for (const [token] of text.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (token === mark) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

function escaped(html: string): string {
  return html.replaceAll(/[\\}#~=%"]/g, (char) => `\\${char}`);
}
function unescaped(html: string): string {
  return html.replaceAll(/\\([\\}#~=%"/])/g, '$1');
}
