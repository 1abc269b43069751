import type { Region } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, plain } from '../ids.js';
import { markdown } from '../ids.js';
import { letterId } from './choices.js';
import { generalFeedback, itemFields, sourceKind, type ItemScope } from './kind.js';

const schema = z.strictObject({
  ...itemFields, kind: z.literal('hotspot'), feedback: generalFeedback, shuffle: z.literal(false).default(false),
  image: z.string().min(1).max(300).meta({ description: 'A picture under media/.' }),
  alt: z.string().max(1_000).meta({ description: 'What the picture shows, without giving the answer away.' }),
  regions: z.array(z.strictObject({
    id: choiceId.optional(), label: plain.meta({ description: 'What the region is called for whoever does not see it.' }),
    shape: z.enum(['rect', 'circle', 'polygon']),
    coords: z.array(z.number()).max(400).meta({ description: "In the picture's own pixels: rect x, y, width, height; circle cx, cy, r; polygon x1, y1, x2, y2 …" }),
    correct: z.boolean().default(false), feedback: markdown.optional(),
  })).max(100),
  maxChoices: z.int().min(1).max(100).optional().meta({ description: 'Left out: as many as are correct.' }),
});
type Source = z.output<typeof schema>;

export const hotspot = sourceKind({
  kind: 'hotspot',
  schema,
  compile: (source, scope) => {
    if (source.alt.trim() === '') scope.report('image-without-alt', ['alt'], 'This picture has no text alternative.');
    const picture = scope.picture(source.image, 'image');
    if (picture === null || picture.size === null) return null;
    const { width, height } = picture.size;
    const made = makeRegions(source, width, height, scope);
    if (made === null) return null;
    const correct = made.regions.filter((_, index) => source.regions[index]?.correct === true).map((region) => region.id);
    if (correct.length === 0) {
      scope.report('none-correct', ['regions'], 'No region is correct; at least one must be.');
      return null;
    }
    const maxChoices = source.maxChoices ?? correct.length;
    if (maxChoices < correct.length) {
      scope.report('bounds-crossed', ['maxChoices'], `Only ${maxChoices} may be chosen, but ${correct.length} are correct.`);
      return null;
    }
    return { content: { image: picture.src, alt: source.alt.trim(), width, height, regions: made.regions, maxChoices }, key: { correct }, byChoice: made.byChoice };
  },
});

function makeRegions(source: Source, width: number, height: number, scope: ItemScope): { regions: Region[]; byChoice: Record<string, string> } | null {
  const regions: Region[] = [];
  const byChoice: Record<string, string> = {};
  let whole = true;
  source.regions.forEach((each, index) => {
    const path = ['regions', index] as const;
    const id = each.id ?? letterId(index);
    if (regions.some((region) => region.id === id)) scope.report('duplicate-choice-id', [...path, 'id'], `The id "${id}" stands twice in this item.`);
    const wrong = misfit(each.shape, each.coords, width, height);
    if (wrong !== null) {
      whole = false;
      scope.report('bad-region', [...path, 'coords'], `The region "${each.label.slice(0, 60)}" ${wrong}.`);
    }
    if (each.feedback === undefined) scope.report('missing-feedback', path, `The region "${each.label.slice(0, 60)}" has no feedback.`);
    else byChoice[id] = scope.html(each.feedback, ...path, 'feedback');
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
