import { countableChoices, type Item } from '@preceptor/assessment';
import type { ItemStatistics, Statistics } from '@preceptor/assessment/statistics';

/** By option id: what sentences call it, and its whole text. */
export type OptionNames = Map<string, { name: string; label: string }>;
const longestName = 48;
const lettered = ['single-choice', 'multiple-response', 'true-false'];

/** Options of a choice get the letters that a teacher would give them (learners may see them shuffled), with their first words. */
export function optionNames(item: Item): OptionNames {
  return new Map(countableChoices(item).map(({ id, label }, at) => {
    const words = label.length > longestName ? `${label.slice(0, longestName - 1).trimEnd()}…` : label;
    const letter = lettered.includes(item.kind) && item.kind !== 'true-false' && at < 26 ? `${String.fromCharCode(65 + at)} ` : '';
    return [id, { name: `${letter}“${words}”`, label }];
  }));
}

/** The same statistics with options called by name, so that sentences about them can be understood. */
export function nameOptions({ test, items }: Statistics, names: ReadonlyMap<string, OptionNames>): Statistics {
  return { test, items: items.map((item) => named(item, names.get(item.item) ?? new Map())) };
}

function named(item: ItemStatistics, names: OptionNames): ItemStatistics {
  if (item.options.value === null) return item;
  const { groups, options } = item.options.value;
  return { ...item, options: { value: { groups, options: options.map((option) => ({ ...option, option: names.get(option.option)?.name ?? option.option })) } } };
}
