import type { Item, ItemOf } from '../../../item.js';
import { Unwritable } from '../../contract.js';
import { el, type XmlOut } from '../../xml/write.js';
import { beside, matchSets, scorersRubric, type Body, type Writing } from './body.js';
import { identifier } from './dialect.js';
import { pictureOut } from './picture.js';
import { declaration, mapped, matched, scoreFrom, set, variable } from './processing.js';

type Apart = Extract<Item, { kind: 'script-concordance' | 'branching-case' | 'graphic-gap-match' | 'matrix' | 'slider' | 'graphic-order' | 'upload' | 'passage' }>;

/** The kinds that QTI has an interaction for, and why the others are not written. */
export function bodyApart(item: Apart, writing: Writing): Body | Unwritable {
  switch (item.kind) {
    case 'matrix': return matrix(item, writing);
    case 'slider': return slider(item, writing);
    case 'graphic-order': return graphicOrder(item, writing);
    case 'graphic-gap-match': return graphicGapMatch(item, writing);
    case 'upload': return upload(item, writing);
    case 'script-concordance': return new Unwritable('Answers that are judged by a panel of experts are not written to QTI.');
    case 'branching-case': return new Unwritable('A case whose steps follow from the answers is not written to QTI.');
    case 'passage': return new Unwritable('A text with several questions on it is not written to QTI.');
  }
}

function matrix(item: ItemOf<'matrix'>, writing: Writing): Body {
  const { rows, columns, perRow } = item.content;
  const several = perRow === 'several';
  // QTI keeps the sum of all rows within bounds, not each row.
  if (several) writing.ledger.change('scoring-elsewhere');
  const columnIdentifier = beside(rows);
  const share = item.maxScore / rows.length;
  const right = (row: string): string[] => item.key.answers[row] ?? [];
  const pair = (row: string, column: string): string => `${identifier(row)} ${columnIdentifier(column)}`;
  const entries = rows.flatMap(({ id: row }) => columns.flatMap(({ id: column }): XmlOut[] => {
    const count = right(row).length;
    const value = right(row).includes(column) ? share / count : several ? -share / (columns.length - count) : 0;
    return value === 0 ? [] : [el('mapEntry', { mapKey: pair(row, column), mappedValue: String(value) })];
  }));
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'multiple', baseType: 'directedPair' }, rows.flatMap(({ id }) => right(id).map((column) => pair(id, column))), el('mapping', { lowerBound: '0', upperBound: String(item.maxScore), defaultValue: '0' }, ...entries))],
    body: [el('matchInteraction', { responseIdentifier: 'RESPONSE', shuffle: String(item.shuffle), maxAssociations: String(several ? 0 : rows.length), class: several ? 'x-several' : undefined }, ...matchSets([rows, columns], { place: several ? columns.length : 1, choice: rows.length }, true, writing))],
    processing: scoreFrom([mapped('RESPONSE')]),
  };
}

/** Unit and words of the ends have no place in the interaction: they stand below it as text. */
function slider(item: ItemOf<'slider'>, writing: Writing): Body {
  const { min, max, step, unit, minLabel, maxLabel } = item.content;
  const { value, tolerance } = item.key;
  if (unit !== undefined) writing.ledger.change('units-elsewhere');
  const said = Object.entries({ unit, 'min-label': minLabel, 'max-label': maxLabel }).flatMap(([name, text]) => (text === undefined ? [] : [el('p', { class: `x-${name}` }, text)]));
  const near = el('equal', { toleranceMode: 'absolute', tolerance: `${String(tolerance)} ${String(tolerance)}` }, variable('RESPONSE'), el('correct', { identifier: 'RESPONSE' }));
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'single', baseType: 'float' }, [String(value)])],
    body: [el('sliderInteraction', { responseIdentifier: 'RESPONSE', lowerBound: String(min), upperBound: String(max), step: Number.isInteger(step) ? String(step) : undefined, class: Number.isInteger(step) ? undefined : `x-step-${String(step)}` }), ...said],
    processing: [el('responseCondition', {}, el('responseIf', {}, near, set('SCORE', el('baseValue', { baseType: 'float' }, String(item.maxScore)))))],
  };
}

function graphicOrder(item: ItemOf<'graphic-order'>, writing: Writing): Body {
  if (item.key.scoring === 'partial') writing.ledger.change('scoring-elsewhere');
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'ordered', baseType: 'identifier' }, item.key.order.map(identifier))],
    body: [el('graphicOrderInteraction', { responseIdentifier: 'RESPONSE' }, ...pictureOut(item.content, 'hotspotChoice', writing.ledger))],
    processing: scoreFrom([matched(item.maxScore)]),
  };
}

function graphicGapMatch(item: ItemOf<'graphic-gap-match'>, writing: Writing): Body | Unwritable {
  if (!writing.dialect.hyphens) return new Unwritable('QTI 2 puts pictures on a picture, not words; QTI 3.0 has both.');
  const { regions, labels } = item.content;
  if (labels.some(({ html }) => html.includes('<'))) writing.ledger.change('markup-elsewhere');
  const labelIdentifier = beside(regions);
  const correct = regions.flatMap(({ id }) => (item.key.placement[id] === undefined ? [] : [`${labelIdentifier(item.key.placement[id])} ${identifier(id)}`]));
  const [object, ...areas] = pictureOut(item.content, 'associableHotspot', writing.ledger);
  const gapTexts = labels.map(({ id, html }) => el('gapText', { identifier: labelIdentifier(id), matchMax: String(regions.length) }, ...writing.html(html)));
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'multiple', baseType: 'directedPair' }, correct, el('mapping', { defaultValue: '0' }, ...correct.map((pair) => el('mapEntry', { mapKey: pair, mappedValue: String(item.maxScore / regions.length) }))))],
    body: [el('graphicGapMatchInteraction', { responseIdentifier: 'RESPONSE', maxAssociations: String(regions.length) }, object, ...gapTexts, ...areas)],
    processing: scoreFrom([mapped('RESPONSE')]),
  };
}

/** QTI names one media type at most and no size: all are told to the learner in words, which are read back. */
function upload(item: ItemOf<'upload'>, writing: Writing): Body {
  const { accept, maxBytes, record } = item.content;
  const [only, ...others] = accept;
  writing.ledger.change('length-elsewhere');
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'single', baseType: 'file' }, [])], processing: [], human: true,
    body: [el('uploadInteraction', { responseIdentifier: 'RESPONSE', type: others.length === 0 ? only : undefined, class: ['x-bytes-' + String(maxBytes), ...(record === undefined ? [] : [`x-record-${record}`])].join(' ') }), el('p', { class: 'x-accept' }, accept.join(', '))],
    rubric: [scorersRubric(item.key, writing)],
  };
}
