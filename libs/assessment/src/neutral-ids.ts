import type { Choice, Item } from './item.js';

/**
 * The item with ids that tell nothing, where those of its source would tell the key: whoever writes an ordering calls
 * its elements e1, e2, e3 in the right order, and a matching's targets after its premises, and ids are shown. Elements,
 * premises, targets, labels of a picture and areas to put in order are numbered by the order of their words instead, in content, key and feedback alike; ids
 * follow from what is shown anyway. For the compiler, once an item is whole; doing it again changes nothing.
 */
export function withNeutralIds(item: Item): Item {
  switch (item.kind) {
    case 'ordering': {
      const elements = renaming(item.content.elements, 'e');
      return { ...item, content: { elements: elements.list }, key: { ...item.key, order: item.key.order.map(elements.rename) }, ...renamedFeedback(item, elements) };
    }
    case 'matching': {
      const premises = renaming(item.content.premises, 'p');
      const targets = renaming(item.content.targets, 't');
      const pairs = Object.fromEntries(Object.entries(item.key.pairs).map(([premise, target]) => [premises.rename(premise), targets.rename(target)]));
      return { ...item, content: { premises: premises.list, targets: targets.list }, key: { pairs }, ...renamedFeedback(item, premises) };
    }
    case 'categorising': {
      const elements = renaming(item.content.elements, 'e');
      const placement = Object.fromEntries(Object.entries(item.key.placement).map(([element, category]) => [elements.rename(element), category]));
      return { ...item, content: { ...item.content, elements: elements.list }, key: { placement }, ...renamedFeedback(item, elements) };
    }
    case 'graphic-order': {
      const regions = renaming(item.content.regions.map(({ id, label }) => ({ id, html: label })), 'r');
      const content = { ...item.content, regions: item.content.regions.map((region) => ({ ...region, id: regions.rename(region.id) })) };
      return { ...item, content, key: { ...item.key, order: item.key.order.map(regions.rename) }, ...renamedFeedback(item, regions) };
    }
    case 'graphic-gap-match': {
      const labels = renaming(item.content.labels, 'l');
      const placement = Object.fromEntries(Object.entries(item.key.placement).map(([region, label]) => [region, labels.rename(label)]));
      return { ...item, content: { ...item.content, labels: labels.list }, key: { placement } };
    }
    default:
      return item;
  }
}

interface Renaming { list: Choice[]; rename: (id: string) => string }

function renaming(choices: readonly Choice[], prefix: string): Renaming {
  const byWords = [...choices].sort((one, other) => (one.html < other.html ? -1 : one.html > other.html ? 1 : 0));
  const ids = new Map(byWords.map((choice, index) => [choice.id, `${prefix}${String(index + 1)}`]));
  const rename = (id: string): string => ids.get(id) ?? id;
  return { list: choices.map((choice) => ({ ...choice, id: rename(choice.id) })), rename };
}

function renamedFeedback({ feedback }: Item, { rename }: Renaming): Pick<Item, 'feedback'> {
  const { byChoice } = feedback;
  if (byChoice === undefined) return { feedback };
  return { feedback: { ...feedback, byChoice: Object.fromEntries(Object.entries(byChoice).map(([id, html]) => [rename(id), html])) } };
}
