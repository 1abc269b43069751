import { readIds } from '../../reading.js';
import type { Judgement, KindRules } from '../rules.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';

/**
 * Elements put into their order. QTI 3.0: `orderInteraction`, cardinality ordered, base type identifier.
 * Scoring: `match_correct` for all-or-nothing, else as `judgeOrder` says. The declared order is the key's, so a view
 * never follows it.
 */
export const ordering: KindRules<'ordering'> = {
  objective: true,
  read: (content, value) => readIds(value, content.elements),
  judge(item, response) {
    const judged = judgeOrder(item.key.order, response);
    const whole = item.key.scoring === 'all-or-nothing';
    return whole ? { ...judged, fraction: judged.fraction === 1 ? 1 : 0 } : judged;
  },
  correctResponse: (item) => [...item.key.order],
  view: (item, order) => ({ ...shownBase(item), kind: 'ordering', content: { elements: shownChoices(item.content.elements, order) } }),
  arranged: (content) => [{ list: content.elements, always: true }],
  choices: (content) => named(content.elements),
  slots: () => [],
  touched: (response) => response,
  labels: (content, response) => response.map((id, place) => ({ id: `${place + 1}.${id}`, label: `${place + 1}. ${labelOf(content.elements, id)}` })),
};

/**
 * Partial credit for an order: of all pairs of elements, those in the right order less those in the wrong one, over
 * all pairs, not below 0; so the key earns 1, the reverse and (on average, before the floor) a random order 0.
 * A pair with an element that was not placed counts for neither. Source: Kendall's tau, M. G. Kendall, "A New Measure
 * of Rank Correlation", Biometrika 30 (1938); QTI 3.0 itself has only `match_correct` for ordered responses.
 * A part is `correct` when the element stands at its place; its raw is its share of the pairs.
 */
function judgeOrder(key: readonly string[], response: readonly string[]): Judgement {
  const place = new Map(response.map((id, index) => [id, index]));
  const pairs = (key.length * (key.length - 1)) / 2;
  let balance = 0;
  const parts = key.map((id, index) => {
    const at = place.get(id);
    let own = 0;
    key.forEach((other, otherIndex) => {
      const otherAt = place.get(other);
      if (at === undefined || otherAt === undefined || index === otherIndex) return;
      own += at < otherAt === index < otherIndex ? 1 : -1;
    });
    balance += own;
    const raw = pairs === 0 ? (at === undefined ? 0 : 1) : own / (2 * pairs);
    return { id, correct: at === index, raw, max: 1 / key.length };
  });
  const fraction = pairs === 0 ? (parts.every((part) => part.correct) ? 1 : 0) : Math.max(0, balance / (2 * pairs));
  return { fraction, parts };
}
