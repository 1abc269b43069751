import type { CaseStep, ItemOf } from '../item.js';
import { bestFrom } from '../kinds/branching-case/path.js';
import { nearestOnGrid } from '../kinds/slider/grid.js';
import { isMediaRange } from '../kinds/upload/media-type.js';
import type { Say } from './key-problem.js';

/** A panel that no answer can be scored by, or that chose what the scale does not have. */
export function badPanel(item: ItemOf<'script-concordance'>, say: Say): void {
  const { questions, scale } = item.content;
  const points = new Set(scale.map(({ id }) => id));
  const { panel } = item.key;
  for (const { id } of questions) {
    const counts = Object.hasOwn(panel, id) ? panel[id] ?? {} : {};
    if (!Object.values(counts).some((count) => count > 0)) say(['key', 'panel', id], `No expert answered ${id}.`);
    for (const point of Object.keys(counts)) if (!points.has(point)) say(['key', 'panel', id, point], `The key names ${point}, which the scale does not have.`);
  }
  for (const id of Object.keys(panel)) if (!questions.some((question) => question.id === id)) say(['key', 'panel', id], `The key answers ${id}, which the item does not have.`);
}

/** A case that leads nowhere, runs in a circle, has steps that nobody comes to, or on which nothing can be earned. */
export function badCase(item: ItemOf<'branching-case'>, say: Say): void {
  const { start, steps } = item.content;
  const byId = new Map(steps.map((step) => [step.id, step]));
  if (!byId.has(start)) return say(['content', 'start'], `The case starts at ${start}, which it does not have.`);
  steps.forEach(({ id, options }, index) => {
    if (options.length === 0) say(['content', 'steps', index, 'options'], `The step ${id} offers no choice.`);
    options.forEach(({ next }, at) => {
      if (next !== null && !byId.has(next)) say(['content', 'steps', index, 'options', at, 'next'], `A choice leads to ${next}, which the case does not have.`);
    });
  });
  const { reached, circle } = walked(start, byId);
  if (circle !== undefined) say(['content', 'steps'], `The case comes back to ${circle}: a path must end.`);
  for (const { id } of steps) if (!reached.has(id)) say(['content', 'steps'], `No path comes to the step ${id}.`);
  for (const [id, credits] of Object.entries(item.key.credit)) {
    const offered = byId.get(id)?.options ?? [];
    for (const option of Object.keys(credits)) if (!offered.some((one) => one.id === option)) say(['key', 'credit', id, option], `The key names ${option}, which the step ${id} does not offer.`);
  }
  if (circle === undefined && bestFrom(item.content, item.key.credit).get(start)?.most === 0) say(['key', 'credit'], 'No path through the case earns anything.');
}

/** Depth first: the steps that a path comes to, and the first to which a path comes back. */
function walked(start: string, steps: ReadonlyMap<string, CaseStep>): { reached: Set<string>; circle: string | undefined } {
  const reached = new Set<string>();
  const onPath = new Set<string>();
  let circle: string | undefined;
  const visit = (id: string): void => {
    if (onPath.has(id)) circle ??= id;
    if (reached.has(id)) return;
    reached.add(id);
    onPath.add(id);
    for (const { next } of steps.get(id)?.options ?? []) if (next !== null && steps.has(next)) visit(next);
    onPath.delete(id);
  };
  visit(start);
  return { reached, circle };
}

/** A slider that can't move, or can't come to its key. */
export function badSlider({ content, key }: ItemOf<'slider'>, say: Say): void {
  if (content.max - content.min < content.step) return say(['content', 'max'], 'The slider has no second place to stand on.');
  const nearest = nearestOnGrid(content, key.value);
  if (Math.abs(nearest - key.value) > key.tolerance + 1e-9 * Math.abs(key.value)) say(['key', 'value'], `The slider can't come within ${key.tolerance} of ${key.value}: the nearest place is ${nearest}.`);
}

export function nothingAccepted({ content }: ItemOf<'upload'>, say: Say): void {
  if (content.accept.length === 0) say(['content', 'accept'], 'No media type is accepted.');
  content.accept.forEach((range, index) => {
    if (!isMediaRange(range)) say(['content', 'accept', index], `${range} is no media type, such as application/pdf or audio/*.`);
  });
}
