import type { Choice, Item, Kind } from './item.js';
import { randomFrom } from './random.js';

/** New ids by own ids, of one list of an item. */
export type Renaming = ReadonlyMap<string, string>;

/** The lists whose ids, as an author gives them, tell the key, and how their neutral ids begin. */
const prefixes = {
  ordering: { elements: 'e' },
  matching: { premises: 'p', targets: 't' },
  categorising: { elements: 'e' },
  'graphic-order': { regions: 'r' },
  'graphic-gap-match': { labels: 'l' },
} as const satisfies Partial<Record<Kind, Record<string, string>>>;

/**
 * The item with ids that tell nothing, where those of its source would tell the key: whoever writes an ordering calls
 * its elements a, b, c in the right order, and a matching's targets after its premises, and ids are shown. Elements,
 * premises, targets, labels of a picture and areas to put in order are numbered instead, in content, key and feedback
 * alike, in the order of a hash of item, list and own id: every translation of an item has the same. For the compiler,
 * once, when an item is whole.
 */
export function withNeutralIds(item: Item): Item {
  return renamed(item, (prefix, ids) => neutralIds(item.id, prefix, ids));
}

/**
 * The numbered ids e1, e2 … (for the prefix `e`) of the choices of one list: a function of the item's id, the prefix and
 * the own ids alone, whatever their order. The prefix counts, so that a premise a and a target a are numbered apart.
 */
export function neutralIds(itemId: string, prefix: string, ids: readonly string[]): Renaming {
  const places = [...new Set(ids)].map((id) => ({ id, place: randomFrom(`${itemId}/${prefix}/${id}`).below(2 ** 32) }));
  places.sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
  return new Map(places.map(({ id }, index) => [id, `${prefix}${index + 1}`]));
}

/** The item with the ids that `naming` gives to those of its lists whose own ids tell the key; others stay. */
export function renamed(item: Item, naming: (prefix: string, ids: readonly string[]) => Renaming): Item {
  const list = (prefix: string, choices: readonly { id: string }[]): (id: string) => string => {
    const names = naming(prefix, choices.map(({ id }) => id));
    return (id) => names.get(id) ?? id;
  };
  switch (item.kind) {
    case 'ordering': {
      const rename = list(prefixes.ordering.elements, item.content.elements);
      return { ...item, content: { elements: named(item.content.elements, rename) }, key: { ...item.key, order: item.key.order.map(rename) }, ...renamedFeedback(item, rename) };
    }
    case 'matching': {
      const premise = list(prefixes.matching.premises, item.content.premises);
      const target = list(prefixes.matching.targets, item.content.targets);
      const content = { premises: named(item.content.premises, premise), targets: named(item.content.targets, target) };
      return { ...item, content, key: { pairs: renamedPairs(item.key.pairs, premise, target) }, ...renamedFeedback(item, premise) };
    }
    case 'categorising': {
      const rename = list(prefixes.categorising.elements, item.content.elements);
      return { ...item, content: { ...item.content, elements: named(item.content.elements, rename) }, key: { placement: renamedPairs(item.key.placement, rename, (id) => id) }, ...renamedFeedback(item, rename) };
    }
    case 'graphic-order': {
      const rename = list(prefixes['graphic-order'].regions, item.content.regions);
      return { ...item, content: { ...item.content, regions: named(item.content.regions, rename) }, key: { ...item.key, order: item.key.order.map(rename) }, ...renamedFeedback(item, rename) };
    }
    case 'graphic-gap-match': {
      const rename = list(prefixes['graphic-gap-match'].labels, item.content.labels);
      return { ...item, content: { ...item.content, labels: named(item.content.labels, rename) }, key: { placement: renamedPairs(item.key.placement, (id) => id, rename) } };
    }
    default:
      return item;
  }
}

function named<T extends Pick<Choice, 'id'>>(choices: readonly T[], rename: (id: string) => string): T[] {
  return choices.map((choice) => ({ ...choice, id: rename(choice.id) }));
}

function renamedPairs(pairs: Readonly<Record<string, string>>, slot: (id: string) => string, choice: (id: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(pairs).map(([from, to]) => [slot(from), choice(to)]));
}

function renamedFeedback({ feedback }: Item, rename: (id: string) => string): Pick<Item, 'feedback'> {
  const { byChoice } = feedback;
  if (byChoice === undefined) return { feedback };
  return { feedback: { ...feedback, byChoice: Object.fromEntries(Object.entries(byChoice).map(([id, html]) => [rename(id), html])) } };
}
