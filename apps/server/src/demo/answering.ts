import { choiceIds, correctResponse, type Item, type ItemResponse, type Random, slotIds } from '@preceptor/assessment';

/** An answer such as a learner might give: the key, or something near it that is wrong. */
export function answerTo(item: Item, right: boolean, random: Random): ItemResponse {
  const value = right ? correctResponse(item) : wrong(item, random);
  return item.certainty ? { value, certainty: right ? 3 : 2 } : { value };
}

function wrong(item: Item, random: Random): unknown {
  const key = correctResponse(item);
  switch (item.kind) {
    case 'true-false': return !item.key.correct;
    case 'single-choice': return other(choiceIds(item), item.key.correct, random);
    case 'multiple-response': case 'hotspot': return [other(choiceIds(item), item.key.correct[0] ?? '', random)];
    case 'ordering': case 'graphic-order': return item.key.order.toReversed();
    case 'slider': return item.content.min === key ? item.content.max : item.content.min;
    case 'upload': return undefined;
    case 'matrix': case 'passage': return otherSet(item, random);
    case 'fill-in': return random.below(2) === 0 ? 'certification' : 'supervision';
    case 'numeric': return { value: String(item.key.value + 1) };
    case 'long-text': return 'I would first make sure of what my licence allows and ask my board, then speak with the prescriber about how we share the work.';
    default: return swapped(item, key, random);
  }
}

/** Kinds with places: one place gets another of its choices. */
function swapped(item: Item, key: unknown, random: Random): unknown {
  if (typeof key !== 'object' || key === null) return key;
  const slots = slotIds(item);
  const slot = slots[random.below(slots.length)];
  const right: unknown = slot === undefined ? undefined : Reflect.get(key, slot);
  return slot === undefined ? key : { ...key, [slot]: other(choiceIds(item, slot), typeof right === 'string' ? right : '', random) };
}

/** One place of a grid or one question on a passage, with another of its choices. */
function otherSet(item: Extract<Item, { kind: 'matrix' | 'passage' }>, random: Random): Record<string, string[]> {
  const slots = slotIds(item);
  const slot = slots[random.below(slots.length)] ?? '';
  return { ...item.key.answers, [slot]: [other(choiceIds(item, slot), item.key.answers[slot]?.[0] ?? '', random)] };
}

function other(ids: string[], right: string, random: Random): string {
  const rest = ids.filter((id) => id !== right);
  return rest[random.below(rest.length)] ?? right;
}
