import type { Statistics } from './flags.js';

type Option = Statistics['options'][number];
/** The choices of one place: of the item itself, or of one premise, gap or question of it. */
export interface OptionGroup { id: string; title: string | null; options: Option[] }

/** Kinds with several places count `place.choice`, in words `place → choice`; the others count plain choices. */
export function optionGroups(options: readonly Option[]): OptionGroup[] {
  const groups = new Map<string, OptionGroup>();
  for (const option of options) {
    const dot = option.id.indexOf('.');
    const arrow = option.label.indexOf(' → ');
    const placed = dot > 0 && arrow > 0;
    const id = placed ? option.id.slice(0, dot) : '';
    const group = groups.get(id) ?? { id, title: placed ? option.label.slice(0, arrow) : null, options: [] };
    group.options.push(placed ? { ...option, label: option.label.slice(arrow + 3) } : option);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** What a strip shows: the choices themselves, or over several places only what was put right and what wasn't. */
export function stripParts(options: readonly Option[]): Option[] {
  const groups = optionGroups(options);
  if (groups.length < 2) return groups[0]?.options ?? [];
  const sum = (correct: boolean) => options.filter((option) => option.correct === correct).reduce((total, option) => total + option.count, 0);
  return [{ id: 'right', label: 'Placed', correct: true, count: sum(true) }, { id: 'wrong', label: 'Placed wrongly', correct: false, count: sum(false) }];
}
