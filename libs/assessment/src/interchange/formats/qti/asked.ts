import type { Choice } from '../../../item.js';
import { Refused, type Asked } from '../../contract.js';
import { gapMark } from '../../texts.js';
import { below, elements, words, type XmlTree } from '../../xml/read.js';
import { wordsOf } from '../essay.js';
import { askedPairs } from '../pairs.js';
import { graphicGapMatch, graphicOrder, grid, readRubric, slider, upload } from './asked-apart.js';
import type { QtiItem } from './item.js';
import { readPicture } from './picture.js';

/** What an item asks, by its interactions. Throws Refused where Preceptor has no such kind. */
export function readAsked(item: QtiItem): Asked {
  const [interaction, ...others] = item.interactions;
  if (interaction === undefined) throw new Refused('no-interaction', 'The item has nothing to answer.', item.tree.line);
  const names = new Set(item.interactions.map(({ name }) => name));
  if (names.size === 1 && names.has('inlineChoiceInteraction')) return cloze(item);
  const unit = others.length === 1 && others[0]?.name === 'inlineChoiceInteraction' && others[0].attributes['responseIdentifier'] === 'UNIT' ? others[0] : undefined;
  if (others.length > 0 && unit === undefined) throw new Refused('several-interactions', `The item has ${String(item.interactions.length)} interactions; only texts with choices in their gaps may have several.`, interaction.line);
  switch (interaction.name) {
    case 'choiceInteraction': return choice(item, interaction);
    case 'matchInteraction': return match(item, interaction);
    case 'orderInteraction': return order(item, interaction);
    case 'textEntryInteraction': return /^(float|integer)$/.test(item.declared(interaction.attributes['responseIdentifier']).baseType) ? numeric(item, interaction, unit) : fillIn(item, interaction);
    case 'extendedTextInteraction': return longText(item);
    case 'hotspotInteraction': return hotspot(item, interaction);
    case 'sliderInteraction': return slider(item, interaction);
    case 'graphicOrderInteraction': return graphicOrder(item, interaction);
    case 'graphicGapMatchInteraction': return graphicGapMatch(item, interaction);
    case 'uploadInteraction': return upload(item, interaction);
    default: throw new Refused('unknown-kind', `Items with ${interaction.name} are not read.`, interaction.line);
  }
}

function choices(item: QtiItem, list: readonly XmlTree[]): Choice[] {
  item.name(list);
  return list.map((one) => ({ id: item.id(one.attributes['identifier'] ?? ''), html: item.html(one) }));
}

function choice(item: QtiItem, interaction: XmlTree): Asked {
  const { correct, cardinality, mapping } = item.declared(interaction.attributes['responseIdentifier']);
  const list = elements(interaction, 'simpleChoice');
  const options = choices(item, list);
  const ids = correct.map((value) => item.id(value.trim()));
  const truth = item.has('true-false') || (!item.has('single-choice') && list.map(({ attributes }) => attributes['identifier']).sort().join() === 'false,true');
  if (cardinality !== 'multiple') {
    const best = ids[0] ?? mapping?.filter(({ value }) => value > 0).sort((one, other) => other.value - one.value).map(({ key }) => item.id(key))[0];
    if (best === undefined) throw new Refused('one-correct', 'The item names no right choice.', interaction.line);
    if (mapping !== undefined && mapping.filter(({ value }) => value > 0).length > 1) item.ledger.lose('partly-right');
    return truth ? { kind: 'true-false', content: {}, key: { correct: best === 'true' } } : { kind: 'single-choice', content: { options }, key: { correct: best } };
  }
  const most = Number(interaction.attributes['maxChoices'] ?? '0');
  const partial = item.maps() && mapping !== undefined;
  const right = ids.length > 0 ? ids : (mapping ?? []).filter(({ value }) => value > 0).map(({ key }) => item.id(key));
  if (partial) weigh(item, mapping, right, options.length);
  return { kind: 'multiple-response', content: most > 0 ? { options, maxChoices: most } : { options }, key: { correct: right, scoring: partial ? 'partial' : 'all-or-nothing' } };
}

/** Tells where the file weighs choices otherwise than `judgeSet` does. */
function weigh(item: QtiItem, mapping: readonly { key: string; value: number }[], right: readonly string[], count: number): void {
  const max = item.maxScore() ?? 1;
  const ours = (id: string): number => (right.includes(id) ? max / right.length : -max / (count - right.length));
  if (mapping.length !== count || mapping.some(({ key, value }) => Math.abs(value - ours(item.id(key))) > 1e-6)) item.ledger.change('weights');
}

function match(item: QtiItem, interaction: XmlTree): Asked {
  const [one, other] = elements(interaction, 'simpleMatchSet');
  const sets = [one, other].map((set) => (set === undefined ? [] : elements(set, 'simpleAssociableChoice')));
  const { correct, mapping } = item.declared(interaction.attributes['responseIdentifier']);
  for (const set of sets) item.name(set);
  const [places = [], targets = []] = sets.map((set) => set.map((each) => ({ id: item.id(each.attributes['identifier'] ?? ''), html: item.html(each) })));
  const pairs = (correct.length > 0 ? correct : (mapping ?? []).filter(({ value }) => value > 0).map(({ key }) => key)).map((pair) => pair.trim().split(/\s+/).map((name) => item.id(name)));
  const once = new Set(pairs.map(([place]) => place)).size === pairs.length;
  if (item.has('matrix') || !once) return grid(item, interaction, { rows: places, columns: targets }, pairs);
  const key = Object.fromEntries(pairs.map(([place = '', target = '']) => [place, target]));
  const values = (mapping ?? []).map(({ value }) => value);
  if (values.some((value) => Math.abs(value - (values[0] ?? 0)) > 1e-6) || mapping === undefined) item.ledger.change('weights');
  return askedPairs(item.has('categorising') ? 'categorising' : item.has('extended-matching') ? 'extended-matching' : 'matching', { places, choices: targets, key });
}

function order(item: QtiItem, interaction: XmlTree): Asked {
  const list = choices(item, elements(interaction, 'simpleChoice'));
  const { correct } = item.declared(interaction.attributes['responseIdentifier']);
  return { kind: 'ordering', content: { elements: list }, key: { order: correct.map((value) => item.id(value.trim())), scoring: item.has('partial') ? 'partial' : 'all-or-nothing' } };
}

function fillIn(item: QtiItem, interaction: XmlTree): Asked {
  const { correct, mapping } = item.declared(interaction.attributes['responseIdentifier']);
  const patterns = below(item.tree, 'patternMatch').map(({ attributes }) => attributes['pattern'] ?? '');
  const max = Math.max(0, ...(mapping ?? []).map(({ value }) => value));
  const entries = (mapping ?? []).filter(({ key, value }) => value > 0 || patterns.includes(key));
  if (entries.some(({ value }) => value > 0 && value < max)) item.ledger.lose('partly-right');
  const listed = entries.filter(({ value }) => value === max || value <= 0).map(({ key, value }) => (value <= 0 ? { pattern: key } : { text: key }));
  const rest = patterns.filter((pattern) => !listed.some((one) => 'pattern' in one && one.pattern === pattern)).map((pattern) => ({ pattern }));
  const accept = [...(listed.some((one) => 'text' in one) || rest.length + listed.length > 0 ? listed : correct.map((text) => ({ text }))), ...rest];
  const length = Number(interaction.attributes['expectedLength'] ?? '0');
  return {
    kind: 'fill-in', content: Number.isInteger(length) && length > 0 ? { expectedLength: length } : {},
    key: { accept, caseSensitive: mapping === undefined ? true : mapping.some(({ caseSensitive }) => caseSensitive), accentSensitive: !item.has('accents-ignored') },
  };
}

function numeric(item: QtiItem, interaction: XmlTree, unitChoice: XmlTree | undefined): Asked {
  const value = Number(item.declared(interaction.attributes['responseIdentifier']).correct[0] ?? 'none');
  if (!Number.isFinite(value)) throw new Refused('bad-number', 'The item names no right number.', interaction.line);
  const equal = below(item.tree, 'equal')[0]?.attributes ?? {};
  const [low = 0, high = low] = (equal['tolerance'] ?? '0').trim().split(/\s+/).map(Number);
  if (low !== high) item.ledger.change('processing');
  const relative = equal['toleranceMode'] === 'relative';
  const exact = Number(/^x-relative-(.+)$/.exec(interaction.attributes['class'] ?? '')?.[1] ?? Number.NaN);
  const list = unitChoice === undefined ? undefined : elements(unitChoice, 'inlineChoice');
  const right = item.declared('UNIT').correct[0]?.trim();
  const unit = list?.find(({ attributes }) => attributes['identifier'] === right);
  const tolerance = equal['toleranceMode'] === 'exact' ? 0 : relative ? (Number.isFinite(exact) ? exact : high / 100) : high;
  return {
    kind: 'numeric', content: list === undefined ? {} : { units: list.map((each) => words(each)) },
    key: { value, tolerance, toleranceKind: relative ? 'relative' : 'absolute', ...(unit === undefined ? {} : { unit: words(unit) }) },
  };
}

function cloze(item: QtiItem): Asked {
  const key: Record<string, string> = {};
  item.name(item.interactions.flatMap((gap) => elements(gap, 'inlineChoice')));
  const gaps = item.interactions.map((gap, index) => {
    const response = gap.attributes['responseIdentifier'] ?? '';
    const id = /^GAP_([a-z0-9-]+)$/.exec(response)?.[1] ?? `g${String(index + 1)}`;
    const right = item.declared(response).correct[0]?.trim();
    if (right !== undefined) key[id] = item.id(right);
    return { id, response, options: elements(gap, 'inlineChoice').map((one) => ({ id: item.id(one.attributes['identifier'] ?? ''), html: item.html(one) })) };
  });
  const own = elements(item.body, 'div').find((div) => div.attributes['class'] === 'x-text');
  const textHtml = item.html(own ?? item.body, (element) => (element.name === 'inlineChoiceInteraction' ? gapMark(gaps.find(({ response }) => response === element.attributes['responseIdentifier'])?.id ?? '') : undefined));
  // Gaps are declared in the order of the item, which need not be that of the text.
  const declared = elements(item.tree, 'responseDeclaration').map(({ attributes }) => attributes['identifier'] ?? '');
  gaps.sort((one, other) => declared.indexOf(one.response) - declared.indexOf(other.response));
  return { kind: 'cloze', content: { textHtml, gaps: gaps.map(({ id, options }) => ({ id, options })) }, key: { gaps: key } };
}

function hotspot(item: QtiItem, interaction: XmlTree): Asked {
  const picture = readPicture(item, interaction, 'hotspotChoice');
  const { correct, mapping, cardinality } = item.declared(interaction.attributes['responseIdentifier']);
  const right = correct.map((value) => item.id(value.trim()));
  if (mapping !== undefined && item.maps()) weigh(item, mapping, right, picture.regions.length);
  const most = Number(interaction.attributes['maxChoices'] ?? (cardinality === 'single' ? '1' : '0'));
  return { kind: 'hotspot', content: { ...picture, maxChoices: most > 0 ? most : Math.max(1, picture.regions.length) }, key: { correct: right } };
}

function longText(item: QtiItem): Asked {
  return { kind: 'long-text', content: wordsOf(item.after('words-')), key: readRubric(item) };
}
