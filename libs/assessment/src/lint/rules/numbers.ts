import type { ItemRule } from '../rule.js';
import { quantitiesOf, quantityOf } from '../reading/quantity.js';
import { haladyna, irrelevant } from '../sources.js';

export const overlappingRanges: ItemRule = {
  title: 'Ranges that overlap', severity: 'flaw', english: true, rules: [haladyna(22), haladyna(19), irrelevant('numeric data not stated consistently')],
  why: 'A value that lies in two options makes both right, and an option that holds another can’t be the only right one. Ranges that meet in one value overlap too.',
  mend: 'Let each range begin after the one before it ends, or ask for a figure.',
  check: ({ item, sets }) => (item.kind !== 'single-choice' ? [] : sets.flatMap(({ options }) => {
    const found = options.flatMap((option) => {
      const quantity = quantityOf(option.text);
      return quantity === null ? [] : [{ ...quantity, option }];
    }).sort((one, other) => one.low - other.low || one.high - other.high);
    for (const [index, one] of found.entries()) {
      const other = found.slice(index + 1).find((next) => next.unit === one.unit && next.low <= one.high && (one.low < one.high || next.low < next.high));
      if (other !== undefined) return [{ path: other.option.path, message: `“${one.option.text}” and “${other.option.text}” overlap.` }];
    }
    return [];
  })),
};

export const numbersOutOfOrder: ItemRule = {
  title: 'Numbers out of order', severity: 'advice', english: false, rules: [haladyna(21), irrelevant('options in an illogical order')],
  why: 'Who knows the figure should find it at once. Found where all options are figures of one unit, and they are shown neither rising nor falling, or in random order.',
  mend: 'Put the figures in order and turn shuffling off for this item.',
  check: ({ item, sets }) => sets.filter(({ path }) => path !== 'targets').flatMap(({ path, options }) => {
    const quantities = options.length < 3 ? null : quantitiesOf(options.map(({ text }) => text));
    if (quantities === null) return [];
    const middles = quantities.map(({ low, high }) => (Number.isFinite(low) ? low : high - 1));
    const sorted = [1, -1].some((way) => middles.every((value, index) => index === 0 || (value - (middles[index - 1] ?? value)) * way >= 0));
    if (item.shuffle) return [{ path, message: 'The figures are shuffled, so that they are shown out of order.' }];
    return sorted ? [] : [{ path, message: `The figures neither rise nor fall: ${options.map(({ text }) => text).join(', ')}.` }];
  }),
};
