import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { focusIsOn, tabTo } from './keyboard.js';

/** Takes course-pilot from its lesson to its result by the keys alone, and by the names that a screen reader says. */
export async function takePilotByKeyboard(page: Page): Promise<void> {
  const press = async (...keys: string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key); };
  const enter = async (name: string): Promise<void> => { await tabTo(page, name); await press('Enter'); };
  await page.getByRole('slider', { name: 'Value' }).waitFor();
  await tabToField(page, 'input[type=range]');
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('2 degrees');
  await enter('Check my answer');
  await page.locator('.kind-slider').getByText('Right', { exact: true }).waitFor();

  const chooser = page.waitForEvent('filechooser');
  await enter('Choose a file');
  await (await chooser).setFiles({ name: 'what I say.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await page.getByText('Handed in: what I say.pdf').waitFor();
  await enter('Keep my answer');
  await page.locator('.kind-upload .earned').getByText('Only a person can score this.').waitFor();
  await enter('Next');
  await page.getByRole('heading', { level: 1, name: 'Final test' }).waitFor();
  await enter('Start');

  await question(page, 1);
  await page.getByRole('radiogroup', { name: /bringing it in now.*fog is rolling in from the sea.*then this idea becomes/ }).waitFor();
  await choose(page, 'less likely');
  await choose(page, 'less likely');
  await enter('Next question');

  await question(page, 2);
  await choose(page, 'Slow down and say so');
  await enter('Go on with this choice');
  await page.getByText('Step 2').waitFor();
  await choose(page, 'Stop and take a bearing');
  await enter('Go on with this choice');
  await page.getByText('The case ends here.').waitFor();
  await enter('Next question');

  await question(page, 3);
  for (const [place, label] of [['Tower on the upper shore', 'Red light'], ['Tower on the lower shore', 'Green light'], ['Block at the right', 'Quay']] as const) {
    await tabToField(page, 'select');
    await page.keyboard.type(label);
    expect(await page.getByRole('combobox', { name: `Label for ${place}` }).locator('option:checked').textContent()).toBe(label);
  }
  await enter('Next question');

  await question(page, 4);
  await page.getByRole('checkbox', { name: 'A gale at spring tide Wind' }).waitFor();
  await tick(page, ['Calm at the turn of the tide Engine', 'A gale at spring tide Wind', 'A gale at spring tide Tide', 'A gale at spring tide Engine'], 6);
  await enter('Next question');

  await question(page, 5);
  for (const place of ['Between the lights', 'White buoy', 'Berth at the quay']) await enter(`Place next: ${place}`);
  await enter('Next question');

  await question(page, 6);
  await choose(page, '04:25');
  await tick(page, ['The wind', 'The tide'], 3);
  await enter('Review before submitting');
  await page.getByRole('heading', { level: 1, name: 'Review your answers' }).waitFor();
  await enter('Submit my answers');
  await page.getByRole('dialog').waitFor();
  await enter('Submit my answers');
  await page.locator('article.results').waitFor();
  await page.locator('article.results').getByText('100%').first().waitFor();
}

const question = (page: Page, number: number): Promise<void> => page.getByRole('heading', { level: 1, name: `Question ${number} of 6` }).waitFor();

async function tabToField(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await focusIsOn(page, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** Goes to the next group of radio buttons and moves in it to the one with these words. */
async function choose(page: Page, words: string): Promise<void> {
  await tabToField(page, 'input[type=radio]');
  await page.keyboard.press('Space');
  for (let moves = 0; moves < 10 && (await nameOfFocus(page)) !== words; moves += 1) await page.keyboard.press('ArrowDown');
  expect(await nameOfFocus(page)).toBe(words);
  expect(await focusIsOn(page, 'input:checked')).toBe(true);
}

/** Goes through so many boxes, and ticks those with these names. */
async function tick(page: Page, wanted: string[], boxes: number): Promise<void> {
  const left = new Set(wanted);
  for (let at = 0; at < boxes; at += 1) {
    await tabToField(page, 'input[type=checkbox]');
    if (left.delete(await nameOfFocus(page))) await page.keyboard.press('Space');
  }
  expect([...left]).toEqual([]);
}

/** What a screen reader says of the field that has the focus. */
function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement;
    const by = field?.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id));
    return (by ?? [field?.closest('label')]).map((element) => element?.textContent.trim() ?? '').join(' ');
  });
}
