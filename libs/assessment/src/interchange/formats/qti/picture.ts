import type { Picture, Region } from '../../../item.js';
import { Refused } from '../../contract.js';
import type { Ledger } from '../../ledger.js';
import { elements, first, words, type XmlTree } from '../../xml/read.js';
import { el, type XmlOut } from '../../xml/write.js';
import { identifier } from './dialect.js';
import type { QtiItem } from './item.js';

/** A picture and its areas, as elements of this name. Coordinates of QTI are whole numbers. */
export function pictureOut({ image, alt, width, height, regions }: Picture, area: 'hotspotChoice' | 'associableHotspot', ledger: Ledger): XmlOut[] {
  if (regions.some(({ coords }) => coords.some((coord) => !Number.isInteger(coord)))) ledger.lose('decimal-places');
  const type = /\.(\w+)$/.exec(image)?.[1]?.toLowerCase() ?? 'png';
  const object = el('object', { data: image, type: type === 'svg' ? 'image/svg+xml' : `image/${type === 'jpg' ? 'jpeg' : type}`, width: String(width), height: String(height) }, alt);
  return [object, ...regions.map(({ id, label, shape, coords }) => {
    const [x = 0, y = 0, w = 0, h = 0] = coords;
    const written = (shape === 'rect' ? [x, y, x + w, y + h] : coords).map((coord) => String(Math.round(coord)));
    return el(area, { identifier: identifier(id), shape: shape === 'polygon' ? 'poly' : shape, coords: written.join(','), hotspotLabel: label, matchMax: area === 'associableHotspot' ? '1' : undefined });
  })];
}

/** The picture of an interaction with its areas. Throws Refused where the package does not hold it, or an area is no area. */
export function readPicture(item: QtiItem, interaction: XmlTree, area: 'hotspotChoice' | 'associableHotspot'): Picture {
  const picture = first(interaction, 'object') ?? first(interaction, 'img');
  const source = picture?.attributes['data'] ?? picture?.attributes['src'] ?? '';
  const image = item.pictureOf(source);
  if (image === undefined) throw new Refused('picture-outside', `The picture "${source.slice(0, 80)}" is none of the package.`, interaction.line);
  const areas = elements(interaction, area);
  item.name(areas);
  const regions = areas.map((one, index): Region => {
    const coords = (one.attributes['coords'] ?? '').split(',').map((number) => Number(number.trim() || 'none'));
    const shape = one.attributes['shape'];
    if (coords.some((number) => !Number.isFinite(number)) || !['rect', 'circle', 'poly'].includes(shape ?? '')) throw new Refused('bad-region', 'An area is neither a rectangle, a circle nor a polygon with numbers for coordinates.', one.line);
    const [left = 0, top = 0, right = 0, bottom = 0] = coords;
    return {
      id: item.id(one.attributes['identifier'] ?? ''), label: one.attributes['hotspotLabel'] ?? `Area ${String(index + 1)}`,
      shape: shape === 'poly' ? 'polygon' : shape === 'circle' ? 'circle' : 'rect', coords: shape === 'rect' ? [left, top, right - left, bottom - top] : coords,
    };
  });
  return { image, alt: (picture?.attributes['alt'] ?? words(picture)).trim(), width: Number(picture?.attributes['width'] ?? 'none'), height: Number(picture?.attributes['height'] ?? 'none'), regions };
}
