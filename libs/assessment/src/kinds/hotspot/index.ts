import { readIds } from '../../reading.js';
import { judgeSet } from '../chosen-set.js';
import { shownBase } from '../shown.js';
import type { KindRules } from '../rules.js';

/**
 * Areas of a picture to choose. QTI 3.0: `hotspotInteraction`, cardinality single or multiple, base type identifier.
 * More areas than `maxChoices` is an invalid response, and so none. Scoring: `map_response` as `judgeSet` says; with
 * one right area that is all or nothing.
 */
export const hotspot: KindRules<'hotspot'> = {
  objective: true,
  read(content, value) {
    const ids = readIds(value, content.regions);
    return ids === undefined || ids.length > content.maxChoices ? undefined : ids;
  },
  judge: (item, response) => judgeSet(item.content.regions, item.key.correct, response, false),
  correctResponse: (item) => [...item.key.correct],
  view(item) {
    const { image, alt, width, height, maxChoices } = item.content;
    const regions = item.content.regions.map(({ id, label, shape, coords }) => ({ id, label, shape, coords: [...coords] }));
    return { ...shownBase(item), kind: 'hotspot', content: { image, alt, width, height, maxChoices, regions } };
  },
  arranged: () => [],
  choices: (content) => content.regions.map(({ id, label }) => ({ id, label })),
  slots: () => [],
  touched: (response) => response,
  labels: (content, response) => response.map((id) => ({ id, label: content.regions.find((region) => region.id === id)?.label ?? id })),
};
