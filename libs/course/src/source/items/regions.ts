import type { Region } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, markdown, plain } from '../ids.js';
import { letterId } from './choices.js';
import type { ItemScope } from './kind.js';

/** A picture that an item shows. */
export const pictureFields = {
  image: z.string().min(1).max(300).meta({ description: 'A picture under media/.' }),
  alt: z.string().max(1_000).meta({ description: 'What the picture shows, without giving the answer away.' }),
};
/** An area of the picture. */
export const region = z.strictObject({
  id: choiceId.optional(), label: plain.meta({ description: 'What the region is called for whoever does not see it.' }),
  shape: z.enum(['rect', 'circle', 'polygon']),
  coords: z.array(z.number()).max(400).meta({ description: "In the picture's own pixels: rect x, y, width, height; circle cx, cy, r; polygon x1, y1, x2, y2 …" }),
  feedback: markdown.optional(),
});
interface Source { image: string; alt: string; regions: readonly z.output<typeof region>[] }
export interface MadePicture { picture: { image: string; alt: string; width: number; height: number; regions: Region[] }; byChoice: Record<string, string> }

/** The picture with its areas, or null where either can't be used; reports why. `asks`: areas without feedback are told. */
export function makePicture(source: Source, scope: ItemScope, asks: { feedback: boolean }): MadePicture | null {
  if (source.alt.trim() === '') scope.report('image-without-alt', ['alt'], 'This picture has no text alternative.');
  const found = scope.picture(source.image, 'image');
  if (found === null || found.size === null) return null;
  const { width, height } = found.size;
  const made = makeRegions(source.regions, width, height, scope, asks);
  return made === null ? null : { picture: { image: found.src, alt: source.alt.trim(), width, height, regions: made.regions }, byChoice: made.byChoice };
}

function makeRegions(written: Source['regions'], width: number, height: number, scope: ItemScope, asks: { feedback: boolean }): { regions: Region[]; byChoice: Record<string, string> } | null {
  const regions: Region[] = [];
  const byChoice: Record<string, string> = {};
  let whole = true;
  written.forEach((each, index) => {
    const path = ['regions', index] as const;
    const id = each.id ?? letterId(index);
    if (regions.some((one) => one.id === id)) scope.report('duplicate-choice-id', [...path, 'id'], `The id "${id}" stands twice in this item.`);
    const wrong = misfit(each.shape, each.coords, width, height);
    if (wrong !== null) {
      whole = false;
      scope.report('bad-region', [...path, 'coords'], `The region "${each.label.slice(0, 60)}" ${wrong}.`);
    }
    if (each.feedback !== undefined) byChoice[id] = scope.html(each.feedback, ...path, 'feedback');
    else if (asks.feedback) scope.report('missing-feedback', path, `The region "${each.label.slice(0, 60)}" has no feedback.`);
    regions.push({ id, label: each.label, shape: each.shape, coords: each.coords });
  });
  return whole ? { regions, byChoice } : null;
}

function misfit(shape: Region['shape'], coords: readonly number[], width: number, height: number): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  const outside = `leaves the picture, which is ${width} by ${height}`;
  if (shape === 'rect') {
    if (coords.length !== 4 || c <= 0 || d <= 0) return 'needs x, y, width and height';
    return a < 0 || b < 0 || a + c > width || b + d > height ? outside : null;
  }
  if (shape === 'circle') {
    if (coords.length !== 3 || c <= 0) return 'needs cx, cy and r';
    return a - c < 0 || b - c < 0 || a + c > width || b + c > height ? outside : null;
  }
  if (coords.length < 6 || coords.length % 2 !== 0) return 'needs three or more pairs of x and y';
  return coords.some((value, index) => value < 0 || value > (index % 2 === 0 ? width : height)) ? outside : null;
}
