import { plainText, type Choice, type Item } from '@preceptor/assessment';
import type { Locator } from 'playwright-core';

/** Ids differ between a package and Preceptor itself, so what is chosen is found by its words. White space is the browser's own. */
const wordsOf = (html: string): string => plainText(html).replace(/\s/g, '');
const wordsIn = (list: readonly Choice[], id: string): string => wordsOf(list.find((choice) => choice.id === id)?.html ?? '');

/** Marks the option with the words of the choice that has this id. */
export async function choose(options: Locator, list: readonly Choice[], id: string): Promise<void> {
  const labels = options.locator('.option label');
  await labels.first().waitFor();
  const texts = (await labels.allTextContents()).map((text) => text.replace(/\s/g, ''));
  const at = texts.indexOf(wordsIn(list, id));
  if (at === -1) throw new Error(`none of ${texts.join(' | ')} is ${id}`);
  await labels.nth(at).getByRole('radio').or(labels.nth(at).getByRole('checkbox')).check();
}

/** Picks the entry of a drop-down with the words of the choice that has this id. */
export async function select(box: Locator, list: readonly Choice[], id: string): Promise<void> {
  const texts = (await box.locator('option').allTextContents()).map((text) => text.replace(/\s/g, ''));
  const index = texts.indexOf(wordsIn(list, id));
  if (index === -1) throw new Error(`none of ${texts.join(' | ')} is ${id}`);
  await box.selectOption({ index });
}

/** What can be chosen, in a gap if the item has gaps. */
export function optionsOf({ content }: Item, gap?: string): Choice[] {
  if ('gaps' in content) return content.gaps.find(({ id }) => id === gap)?.options ?? [];
  if ('options' in content) return content.options;
  if ('targets' in content) return content.targets;
  if ('categories' in content) return content.categories;
  return 'regions' in content ? content.regions.map(({ id, label }) => ({ id, html: label })) : [];
}
