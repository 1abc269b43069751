import type { Choice, Item, ItemOf } from '../../../item.js';
import { plainText } from '../../../plain-text.js';
import { Unwritable } from '../../contract.js';
import { tagsFor } from '../../details.js';
import type { Ledger } from '../../ledger.js';
import { el, type XmlOut } from '../../xml/write.js';
import { pairsOf, type PairsItem } from '../pairs.js';
import { wordsText } from '../essay.js';
import { beside, matchSets, scorersRubric, type Body, type Writing } from './body.js';
import { identifier, inDialect as dialectOf, type Dialect } from './dialect.js';
import { flow } from './flow.js';
import type { Piece } from './package.js';
import { pictureOut } from './picture.js';
import { declaration, mapped, matched, outcome, scoreFrom, set, summed, variable } from './processing.js';
import { bodyApart } from './write-apart.js';

export function write(item: Item, ledger: Ledger, dialect: Dialect): Piece | Unwritable {
  const writing: Writing = { dialect, ledger, html: (html) => flow(html, dialect, ledger) };
  const body = bodyOf(item, writing);
  if (body instanceof Unwritable) return body;
  ledger.keep('question', 'key', 'choice-ids');
  const tags = tagsFor(item, {}, ledger, ['maxScore', 'shuffle']);
  const feedback = feedbackOf(item, body, writing);
  const tree = el('assessmentItem', {
    xmlns: dialect.namespace, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:schemaLocation': `${dialect.namespace} ${dialect.schema}`,
    identifier: identifier(item.id), title: plainText(item.stemHtml).slice(0, 120) || item.id, adaptive: 'false', timeDependent: 'false',
  },
  ...body.declarations,
  el('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float', normalMaximum: String(item.maxScore), ...(body.human === true ? (dialect.hyphens ? { externalScored: 'human' } : {}) : {}) }, el('defaultValue', {}, el('value', {}, '0'))),
  ...feedback.declarations,
  // The class tells the kind and what QTI has no word for; other readers ignore it.
  el('itemBody', { class: classOf(item) }, el('div', { class: 'x-stem' }, ...writing.html(item.stemHtml)), ...body.body, ...(body.rubric ?? [])),
  el('responseProcessing', {}, ...body.processing, ...feedback.processing),
  ...feedback.modal);
  return { xml: dialectOf(tree, dialect), tags, media: [...new Set([...JSON.stringify(item).matchAll(/media\/[\w][\w.-]*/g)].map(([path]) => path))] };
}

function classOf(item: Item): string {
  const classes = [`x-${item.kind}`];
  if (!item.shuffle) classes.push('x-no-shuffle');
  if (item.kind === 'fill-in' && !item.key.accentSensitive) classes.push('x-accents-ignored');
  if ((item.kind === 'ordering' || item.kind === 'graphic-order') && item.key.scoring === 'partial') classes.push('x-partial');
  if (item.kind === 'long-text') classes.push(`x-words-${wordsText(item.content)}`);
  return classes.join(' ');
}

function bodyOf(item: Item, writing: Writing): Body | Unwritable {
  const { ledger } = writing;
  switch (item.kind) {
    case 'single-choice': {
      const cell = { identifier: 'RESPONSE', cardinality: 'single', baseType: 'identifier' };
      return { declarations: [declaration(cell, [identifier(item.key.correct)])], body: [choiceList(item.content.options, '1', item.shuffle, writing)], processing: scoreFrom([matched(item.maxScore)]), said: el('multiple', {}, variable('RESPONSE')) };
    }
    case 'true-false': {
      const options = [{ id: 'true', html: 'True' }, { id: 'false', html: 'False' }];
      return { declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'single', baseType: 'identifier' }, [String(item.key.correct)])], body: [choiceList(options, '1', false, writing)], processing: scoreFrom([matched(item.maxScore)]), said: el('multiple', {}, variable('RESPONSE')) };
    }
    case 'multiple-response': {
      const { options, maxChoices } = item.content;
      const { correct, scoring } = item.key;
      const map = scoring === 'partial' ? setMapping(options.map(({ id }) => id), correct, item.maxScore) : undefined;
      return { declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'multiple', baseType: 'identifier' }, correct.map(identifier), map)], body: [choiceList(options, String(maxChoices ?? 0), item.shuffle, writing)], processing: scoreFrom([map === undefined ? matched(item.maxScore) : mapped('RESPONSE')]), said: variable('RESPONSE') };
    }
    case 'matching': case 'categorising': case 'extended-matching': return pairs(item, writing);
    case 'ordering': {
      if (item.key.scoring === 'partial') ledger.change('scoring-elsewhere');
      const list = el('orderInteraction', { responseIdentifier: 'RESPONSE', shuffle: String(item.shuffle) }, ...simpleChoices(item.content.elements, writing));
      return { declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'ordered', baseType: 'identifier' }, item.key.order.map(identifier))], body: [list], processing: scoreFrom([matched(item.maxScore)]) };
    }
    case 'fill-in': return fillIn(item, ledger);
    case 'numeric': return numeric(item);
    case 'cloze': return cloze(item, writing);
    case 'hotspot': return hotspot(item, ledger);
    case 'script-concordance': case 'branching-case': case 'graphic-gap-match': case 'matrix': case 'slider': case 'graphic-order': case 'upload': case 'passage':
      return bodyApart(item, writing);
    case 'long-text': {
      ledger.change('length-elsewhere');
      return {
        declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'single', baseType: 'string' }, [])], processing: [], human: true,
        body: [el('extendedTextInteraction', { responseIdentifier: 'RESPONSE', expectedLength: String(item.content.maxWords * 6) })],
        rubric: [scorersRubric(item.key, writing)],
      };
    }
  }
}

function choiceList(options: readonly Choice[], maxChoices: string, shuffle: boolean, writing: Writing): XmlOut {
  return el('choiceInteraction', { responseIdentifier: 'RESPONSE', shuffle: String(shuffle), maxChoices }, ...simpleChoices(options, writing));
}
function simpleChoices(options: readonly Choice[], writing: Writing): XmlOut[] {
  return options.map(({ id, html }) => el('simpleChoice', { identifier: identifier(id) }, ...writing.html(html)));
}

/** As `judgeSet` scores: 1/n for each right one, -1/m for each wrong one, kept within 0 and the most. */
function setMapping(ids: readonly string[], correct: readonly string[], max: number): XmlOut {
  const wrongs = ids.length - correct.length;
  return el('mapping', { lowerBound: '0', upperBound: String(max), defaultValue: '0' }, ...ids.map((id) => el('mapEntry', { mapKey: identifier(id), mappedValue: String(correct.includes(id) ? max / correct.length : -max / wrongs) })));
}

function pairs(item: PairsItem, writing: Writing): Body {
  const { places, choices, key } = pairsOf(item);
  const choiceIdentifier = beside(places);
  const correct = places.map(({ id }) => `${identifier(id)} ${choiceIdentifier(key[id] ?? '')}`);
  const map = el('mapping', { defaultValue: '0' }, ...correct.map((pair) => el('mapEntry', { mapKey: pair, mappedValue: String(item.maxScore / places.length) })));
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'multiple', baseType: 'directedPair' }, correct, map)],
    body: [el('matchInteraction', { responseIdentifier: 'RESPONSE', shuffle: String(item.shuffle), maxAssociations: String(places.length) }, ...matchSets([places, choices], { place: 1, choice: places.length }, false, writing))],
    processing: scoreFrom([mapped('RESPONSE')]),
  };
}

function fillIn(item: ItemOf<'fill-in'>, ledger: Ledger): Body {
  const { accept, caseSensitive, accentSensitive } = item.key;
  if (!accentSensitive) ledger.change('accents-elsewhere');
  const texts = accept.flatMap((one) => ('text' in one ? [one.text] : []));
  const right = el('baseValue', { baseType: 'float' }, String(item.maxScore));
  const first = accept.find((one) => 'text' in one);
  const map = el('mapping', { lowerBound: '0', upperBound: String(item.maxScore), defaultValue: '0' }, ...accept.map((one) => el('mapEntry', 'text' in one ? { mapKey: one.text, mappedValue: String(item.maxScore), caseSensitive: String(caseSensitive) } : { mapKey: one.pattern, mappedValue: '0', caseSensitive: String(caseSensitive) })));
  const byPattern = accept.flatMap((one) => ('pattern' in one ? [el('responseCondition', {}, el('responseIf', {}, el('patternMatch', { pattern: one.pattern }, variable('RESPONSE')), set('SCORE', right)))] : []));
  const { expectedLength } = item.content;
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'single', baseType: 'string' }, first !== undefined && 'text' in first ? [first.text] : [], map)],
    body: [el('p', {}, el('textEntryInteraction', { responseIdentifier: 'RESPONSE', expectedLength: expectedLength === undefined ? undefined : String(expectedLength) }))],
    processing: [...(texts.length > 0 ? scoreFrom([mapped('RESPONSE')]) : []), ...byPattern],
  };
}

/** The number in one response; where there are units, a second one picks the unit. */
function numeric(item: ItemOf<'numeric'>): Body {
  const { value, tolerance, toleranceKind, unit } = item.key;
  const { units } = item.content;
  const unitId = (name: string): string => `unit-${String((units ?? []).indexOf(name) + 1)}`;
  // QTI gives a relative tolerance in percent; the exact number stands in the class of the interaction.
  const within = toleranceKind === 'absolute' ? String(tolerance) : String(tolerance * 100);
  const number = el('equal', { toleranceMode: toleranceKind, tolerance: `${within} ${within}` }, variable('RESPONSE'), el('correct', { identifier: 'RESPONSE' }));
  const right = unit === undefined ? number : el('and', {}, number, el('match', {}, variable('UNIT'), el('correct', { identifier: 'UNIT' })));
  const entry = el('textEntryInteraction', { responseIdentifier: 'RESPONSE', class: toleranceKind === 'relative' ? `x-relative-${String(tolerance)}` : undefined });
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: 'single', baseType: 'float' }, [String(value)]), ...(units === undefined ? [] : [declaration({ identifier: 'UNIT', cardinality: 'single', baseType: 'identifier' }, unit === undefined ? [] : [unitId(unit)])])],
    body: [el('p', {}, entry, ...(units === undefined ? [] : [el('inlineChoiceInteraction', { responseIdentifier: 'UNIT', shuffle: 'false' }, ...units.map((name) => el('inlineChoice', { identifier: unitId(name) }, name)))]))],
    processing: [el('responseCondition', {}, el('responseIf', {}, right, set('SCORE', el('baseValue', { baseType: 'float' }, String(item.maxScore)))))],
  };
}

function cloze(item: ItemOf<'cloze'>, writing: Writing): Body {
  const { gaps, textHtml } = item.content;
  const name = (gap: string): string => `GAP_${gap}`;
  const share = item.maxScore / gaps.length;
  if (gaps.some(({ options }) => options.some(({ html }) => html.includes('<')))) writing.ledger.change('markup-elsewhere');
  const interaction = (id: string): XmlOut | undefined => {
    const gap = gaps.find((one) => one.id === id);
    return gap === undefined ? undefined : el('inlineChoiceInteraction', { responseIdentifier: name(id), shuffle: String(item.shuffle) }, ...gap.options.map((option) => el('inlineChoice', { identifier: identifier(option.id) }, ...writing.html(option.html))));
  };
  return {
    declarations: gaps.map(({ id }) => {
      const right = identifier(item.key.gaps[id] ?? '');
      return declaration({ identifier: name(id), cardinality: 'single', baseType: 'identifier' }, [right], el('mapping', { defaultValue: '0' }, el('mapEntry', { mapKey: right, mappedValue: String(share) })));
    }),
    body: [el('div', { class: 'x-text' }, ...flow(textHtml, writing.dialect, writing.ledger, interaction))],
    processing: scoreFrom([summed(gaps.map(({ id }) => mapped(name(id))))]), said: el('multiple', {}, ...gaps.map(({ id }) => variable(name(id)))),
  };
}

function hotspot(item: ItemOf<'hotspot'>, ledger: Ledger): Body {
  const { regions, maxChoices } = item.content;
  const correct = item.key.correct;
  const single = maxChoices === 1;
  const map = setMapping(regions.map(({ id }) => id), correct, item.maxScore);
  return {
    declarations: [declaration({ identifier: 'RESPONSE', cardinality: single ? 'single' : 'multiple', baseType: 'identifier' }, correct.map(identifier), map)],
    body: [el('hotspotInteraction', { responseIdentifier: 'RESPONSE', maxChoices: String(maxChoices) }, ...pictureOut(item.content, 'hotspotChoice', ledger))],
    processing: scoreFrom([mapped('RESPONSE')]), said: single ? el('multiple', {}, variable('RESPONSE')) : variable('RESPONSE'),
  };
}

function feedbackOf(item: Item, body: Body, writing: Writing): { declarations: XmlOut[]; processing: XmlOut[]; modal: XmlOut[] } {
  const { correctHtml, incorrectHtml, byChoice } = item.feedback;
  const declarations: XmlOut[] = [];
  const processing: XmlOut[] = [];
  const modal: XmlOut[] = [];
  const show = (outcomeIdentifier: string, id: string, html: string): void => {
    const content = writing.html(html);
    modal.push(el('modalFeedback', { outcomeIdentifier, identifier: id, showHide: 'show' }, ...(writing.dialect.hyphens ? [el('contentBody', {}, ...content)] : content)));
  };
  if (correctHtml !== undefined || incorrectHtml !== undefined) {
    declarations.push(outcome('FEEDBACK', 'single'));
    const word = (value: string): XmlOut => set('FEEDBACK', el('baseValue', { baseType: 'identifier' }, value));
    const whole = el('gte', {}, variable('SCORE'), el('baseValue', { baseType: 'float' }, String(item.maxScore)));
    processing.push(el('responseCondition', {}, el('responseIf', {}, whole, word('correct')), el('responseElse', {}, word('incorrect'))));
    if (correctHtml !== undefined) show('FEEDBACK', 'correct', correctHtml);
    if (incorrectHtml !== undefined) show('FEEDBACK', 'incorrect', incorrectHtml);
    writing.ledger.keep('feedback');
  }
  if (byChoice !== undefined && Object.keys(byChoice).length > 0) {
    declarations.push(outcome('CHOICE_FEEDBACK', 'multiple'));
    if (body.said === undefined) writing.ledger.change('feedback-elsewhere');
    else processing.push(set('CHOICE_FEEDBACK', body.said));
    for (const [id, html] of Object.entries(byChoice)) show('CHOICE_FEEDBACK', identifier(id), html);
    writing.ledger.keep('feedback');
  }
  return { declarations, processing, modal };
}

