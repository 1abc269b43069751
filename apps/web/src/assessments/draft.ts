import type { FormBlueprint, Criteria, FormWish } from '@preceptor/assessment';

/** A blueprint while it is typed: numbers are what stands in their fields. */
export interface Draft {
  sections: { id: string; title: string; count: string; shuffle: boolean; of: Criteria }[];
  rules: { id: string; section: string; of: Criteria; least: string; most: string }[];
  apart: FormBlueprint['apart'];
  minutes: string;
  forms: string;
  overlap: string;
  mostUse: string;
  banks: string[];
}

export function draftOf(blueprint: FormBlueprint, wish: FormWish, banks: readonly string[]): Draft {
  return {
    sections: blueprint.sections.map(({ count, ...section }) => ({ ...section, count: String(count) })),
    rules: blueprint.rules.map(({ id, section, of, least, most }) => ({ id, section: section ?? '', of, least: least === null ? '' : String(least), most: most === null ? '' : String(most) })),
    apart: blueprint.apart, minutes: blueprint.seconds === null ? '' : String(blueprint.seconds / 60),
    forms: String(wish.forms), overlap: String(wish.overlap), mostUse: String(Math.round(wish.mostUse * 100)), banks: [...banks],
  };
}

/** What is sent. What is no number goes as it is: the server says of which field it is. */
export function inputOf({ sections, rules, apart, minutes, forms, overlap, mostUse, banks }: Draft): { blueprint: unknown; wish: unknown; banks: string[] } {
  return {
    blueprint: {
      sections: sections.map(({ count, ...section }) => ({ ...section, count: number(count) ?? 0 })),
      rules: rules.map(({ id, section, of, least, most }) => ({ id, ...(section === '' ? {} : { section }), of, least: number(least), most: number(most) })),
      apart, seconds: minutes.trim() === '' ? null : times(number(minutes), 60),
    },
    wish: { forms: number(forms) ?? 1, overlap: number(overlap) ?? 0, mostUse: times(number(mostUse) ?? 100, 0.01) },
    banks,
  };
}

/** An id that none of these has, such as rule-3. */
export function freeId(of: readonly { id: string }[], word: string): string {
  for (let place = of.length + 1; ; place += 1) if (!of.some(({ id }) => id === `${word}-${place}`)) return `${word}-${place}`;
}

function number(text: string): number | string | null {
  if (text.trim() === '') return null;
  const value = Number(text.replace(',', '.'));
  return Number.isNaN(value) ? text : value;
}
const times = (value: number | string | null, factor: number): number | string | null => (typeof value === 'number' ? Math.round(value * factor * 1e6) / 1e6 : value);
