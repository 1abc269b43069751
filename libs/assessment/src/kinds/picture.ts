import type { ContentOf, Picture, Region } from '../item.js';
import { applyOrder } from '../order.js';
import type { Named } from './rules.js';

/** A picture as it is shown, its areas listed by `order`: the fields of a picture and no others. */
export function shownPicture({ image, alt, width, height, regions }: Picture, order: readonly string[] = []): ContentOf['graphic-order'] {
  return { image, alt, width, height, regions: applyOrder(regions, order).map(shownRegion) };
}

export function shownRegion({ id, label, shape, coords }: Region): Region {
  return { id, label, shape, coords: [...coords] };
}

/** Areas for a report. */
export function namedRegions(regions: readonly Region[]): Named[] {
  return regions.map(({ id, label }) => ({ id, label }));
}

/** What an area is called, or the id itself where the picture has no such area. */
export function regionLabel(regions: readonly Region[], id: string): string {
  return regions.find((region) => region.id === id)?.label ?? id;
}
