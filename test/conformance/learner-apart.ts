import { plainText, type Item, type Picture } from '@preceptor/assessment';
import type { Locator } from 'playwright-core';
import type { Answer } from './answers.js';

/** Answers an item of the kinds that have a script of their own as someone with a mouse does; false: it is of another kind. */
export async function giveApart(question: Locator, item: Item, answer: Answer): Promise<boolean> {
  const part = (id: string): Locator => question.locator(`[data-part="${id}"]`);
  switch (item.kind) {
    case 'script-concordance':
      for (const [id, point] of Object.entries(pairsOf(answer))) await part(id).locator(`label.segment:has(input[value="${point}"])`).click();
      return true;
    case 'branching-case':
      return takePath(question, pairsOf(answer));
    case 'graphic-gap-match':
      for (const [region, id] of Object.entries(pairsOf(answer))) {
        const text = plainText(item.content.labels.find((each) => each.id === id)?.html ?? '');
        await question.locator('.label-tray .chip').filter({ hasText: text }).dragTo(question.locator('.hotspot img'), { targetPosition: await placeOf(question, item.content, region), force: true });
      }
      return true;
    case 'matrix': case 'passage':
      if (!('sets' in answer)) throw new Error(`${item.id} takes sets`);
      for (const [id, chosen] of Object.entries(answer.sets)) for (const each of chosen) await part(id).locator(`input[value="${each}"]`).check();
      return true;
    case 'slider':
      if (!('value' in answer)) throw new Error(`${item.id} takes a number`);
      await question.getByRole('slider').fill(String(answer.value));
      return true;
    case 'graphic-order':
      if (!('order' in answer)) throw new Error(`${item.id} takes an order`);
      for (const region of answer.order) await question.locator('.hotspot').click({ position: await placeOf(question, item.content, region) });
      return true;
    case 'upload':
      return handIn(question, item.content.accept, 'text' in answer ? answer.text : '');
    default:
      return false;
  }
}

/** Where an area lies on the picture as it is shown: the middle of what its coordinates enclose. */
async function placeOf(question: Locator, { regions, width }: Picture, id: string): Promise<{ x: number; y: number }> {
  const { shape, coords } = regions.find((region) => region.id === id) ?? { shape: 'circle', coords: [] };
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  const middle = (all: number[]): number => (Math.min(...all) + Math.max(...all)) / 2;
  const [x, y] = shape === 'circle' ? [a, b] : shape === 'rect' ? [a + c / 2, b + d / 2] : [middle(coords.filter((_, at) => at % 2 === 0)), middle(coords.filter((_, at) => at % 2 === 1))];
  const scale = ((await question.locator('.hotspot img').boundingBox())?.width ?? 0) / width;
  return { x: x * scale, y: y * scale };
}

async function takePath(question: Locator, path: Record<string, string>): Promise<true> {
  for (;;) {
    const step = await question.locator('.case-step.current').getAttribute('data-part');
    const option = path[step ?? ''];
    if (option === undefined) return true;
    await question.locator(`.case-step.current input[value="${option}"]`).check();
    await question.locator('.case-step.current').getByRole('button', { name: 'Go on with this choice' }).click();
    await question.locator(`.case-step.current[data-part="${step}"]`).waitFor({ state: 'detached' });
    if (await question.locator('.case-end').isVisible()) return true;
  }
}

/** In Preceptor a file is sent; a package has nowhere to send one, so that the learner notes where she handed it in. */
async function handIn(question: Locator, accept: readonly string[], name: string): Promise<true> {
  const field = question.locator('input[type="file"]');
  if ((await field.count()) === 0) {
    await question.getByRole('checkbox').check();
    await question.getByRole('textbox').fill(name);
    return true;
  }
  const mediaType = accept.find((type) => !type.endsWith('*')) ?? 'audio/webm';
  await field.setInputFiles({ name, mimeType: mediaType, buffer: mediaType === 'application/pdf' ? Buffer.from('%PDF-1.4\n') : Buffer.from('a file') });
  await question.locator('.handed-in').waitFor();
  return true;
}

function pairsOf(answer: Answer): Record<string, string> {
  if (!('pairs' in answer)) throw new Error('this item takes pairs');
  return answer.pairs;
}
