import type { Choice, KeyOf, RubricCriterion } from '../../../item.js';
import { Refused, type Asked } from '../../contract.js';
import { below, elements, first, words, type XmlTree } from '../../xml/read.js';
import { madeRubric } from '../essay.js';
import { idOfIdentifier } from './dialect.js';
import type { QtiItem } from './item.js';
import { readPicture } from './picture.js';

/** A match in which a place may take several choices is a grid. */
export function grid(item: QtiItem, interaction: XmlTree, { rows, columns }: { rows: Choice[]; columns: Choice[] }, pairs: readonly string[][]): Asked {
  const answers: Record<string, string[]> = {};
  for (const [row = '', column = ''] of pairs) answers[row] = [...answers[row] ?? [], column];
  const several = interaction.attributes['class'] === 'x-several' || Object.values(answers).some((chosen) => chosen.length > 1);
  if (!item.has('matrix')) item.ledger.change('weights');
  return { kind: 'matrix', content: { rows, columns, perRow: several ? 'several' : 'one' }, key: { answers } };
}

/** Steps of a slider that says none: as many as can be told apart. */
const STEPS = 100;

export function slider(item: QtiItem, interaction: XmlTree): Asked {
  const { correct, baseType } = item.declared(interaction.attributes['responseIdentifier']);
  const [value, min, max] = [correct[0], interaction.attributes['lowerBound'], interaction.attributes['upperBound']].map((written) => Number(written?.trim() || 'none'));
  if (value === undefined || min === undefined || max === undefined || ![value, min, max].every(Number.isFinite)) throw new Refused('bad-number', 'The slider names no right number, or no ends.', interaction.line);
  const [low = 0, high = low] = (below(item.tree, 'equal')[0]?.attributes['tolerance'] ?? '0').trim().split(/\s+/).map(Number);
  if (low !== high) item.ledger.change('processing');
  const written = Number(/^x-step-(.+)$/.exec(interaction.attributes['class'] ?? '')?.[1] ?? interaction.attributes['step'] ?? 'none');
  const step = written > 0 ? written : baseType === 'integer' ? 1 : (max - min) / STEPS;
  const said = (name: string): string | undefined => {
    const own = elements(item.body, 'p').find(({ attributes }) => attributes['class'] === `x-${name}`);
    return own === undefined ? undefined : words(own);
  };
  const [unit, minLabel, maxLabel] = [said('unit'), said('min-label'), said('max-label')];
  return {
    kind: 'slider', key: { value, tolerance: high },
    content: { min, max, step, ...(unit === undefined ? {} : { unit }), ...(minLabel === undefined ? {} : { minLabel }), ...(maxLabel === undefined ? {} : { maxLabel }) },
  };
}

export function graphicOrder(item: QtiItem, interaction: XmlTree): Asked {
  const content = readPicture(item, interaction, 'hotspotChoice');
  const { correct } = item.declared(interaction.attributes['responseIdentifier']);
  return { kind: 'graphic-order', content, key: { order: correct.map((value) => item.id(value.trim())), scoring: item.has('partial') ? 'partial' : 'all-or-nothing' } };
}

export function graphicGapMatch(item: QtiItem, interaction: XmlTree): Asked {
  if (elements(interaction, 'gapImg').length > 0) throw new Refused('unknown-kind', 'Labels that are pictures are not read, only words.', interaction.line);
  const content = readPicture(item, interaction, 'associableHotspot');
  const texts = elements(interaction, 'gapText');
  item.name(texts);
  const labels = texts.map((one) => ({ id: item.id(one.attributes['identifier'] ?? ''), html: item.html(one) }));
  const { correct, mapping } = item.declared(interaction.attributes['responseIdentifier']);
  const pairs = correct.length > 0 ? correct : (mapping ?? []).filter(({ value }) => value > 0).map(({ key }) => key);
  const placement = Object.fromEntries(pairs.map((pair) => pair.trim().split(/\s+/).map((name) => item.id(name))).map(([label = '', region = '']) => [region, label]));
  const values = (mapping ?? []).map(({ value }) => value);
  if (mapping === undefined || values.some((value) => Math.abs(value - (values[0] ?? 0)) > 1e-6)) item.ledger.change('weights');
  return { kind: 'graphic-gap-match', content: { ...content, labels }, key: { placement } };
}

/** What is taken where an item names no media type: all kinds. */
const ANY = ['application/*', 'audio/*', 'image/*', 'text/*', 'video/*'];
/** Bytes of a file whose item bounds none. */
const MOST_BYTES = 20_000_000;

export function upload(item: QtiItem, interaction: XmlTree): Asked {
  const classes = (interaction.attributes['class'] ?? '').split(/\s+/);
  const own = elements(item.body, 'p').find(({ attributes }) => attributes['class'] === 'x-accept');
  const accept = (own === undefined ? interaction.attributes['type'] ?? '' : words(own)).split(/[,\s]+/).filter((type) => type !== '');
  const most = Number(classes.find((one) => one.startsWith('x-bytes-'))?.slice('x-bytes-'.length) ?? MOST_BYTES);
  return { kind: 'upload', content: { accept: accept.length > 0 ? accept : ANY, maxBytes: most, ...(classes.includes('x-record-audio') ? { record: 'audio' as const } : {}) }, key: readRubric(item) };
}

/** What a person scores by, as our own export writes it; a plain one where a file has none. */
export function readRubric(item: QtiItem): KeyOf['long-text'] {
  const rubric = below(item.body, 'div').filter((div) => div.attributes['class'] === 'x-criterion').map((div): RubricCriterion => ({
    id: idOfIdentifier(div.attributes['id'] ?? ''), title: words(first(div, 'p')),
    levels: below(div, 'li').map((li) => ({ points: Number(/^x-points-(.+)$/.exec(li.attributes['class'] ?? '')?.[1] ?? 'none'), description: words(li) })),
  }));
  if (rubric.length === 0) item.ledger.change('rubric-made');
  if (rubric.length === 0 && below(item.body, 'rubricBlock').length > 0) item.ledger.lose('rubric');
  const model = below(item.body, 'div').find((div) => div.attributes['class'] === 'x-model-answer');
  return { rubric: rubric.length > 0 ? rubric : madeRubric, ...(model === undefined ? {} : { modelAnswerHtml: item.html(model) }) };
}
