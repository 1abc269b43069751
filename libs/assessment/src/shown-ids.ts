import type { EarnedFeedback, Item, ItemResponse, ItemView, Kind, Score } from './item.js';
import { rulesOf } from './kinds/registry.js';
import { viewOf } from './view.js';

/**
 * Gives the id by which a learner is shown one entry of a list: always the same for the same two, another for another
 * list, and nothing to be read off it. `list` names the item too.
 */
export type Mask = (list: string, id: string) => string;

/** One item between its author's ids, which are stored and scored, and those that its learner is shown. */
export interface ShownIds {
  /** What `viewOf` gives, in shown ids; `order` is in the author's. */
  view(order?: readonly string[]): ItemView;
  /** A response as it came in, in the author's ids. What is not a shown id of its list becomes `?`, which no item has. */
  toOwn(response: ItemResponse): ItemResponse;
  /** A stored response, in shown ids. */
  toShown(response: ItemResponse): ItemResponse;
  /** Parts are sorted by shown id: the order in which they are written may be the key's. */
  score(score: Score): Score;
  feedback(feedback: EarnedFeedback): EarnedFeedback;
}

/** An item whose ids are shown as its author wrote them. */
export function asWritten(item: Item): ShownIds {
  return { view: (order) => viewOf(item, order), toOwn: same, toShown: same, score: same, feedback: same };
}

/**
 * An item under other ids. Every id within its content is masked, that of a place too: an author may call a premise and
 * its target alike, a gap by its word, the step that a mistake leads to `relapse`.
 */
export function shownIds(item: Item, mask: Mask): ShownIds {
  const lists: Lists = listsOf[item.kind];
  if (lists.choices === undefined) return asWritten(item);
  const rules = rulesOf(item);
  const choices = renaming(rules.choices(item.content), (id) => mask(`${item.id}/choices`, id));
  const places = lists.places === undefined ? null : renaming(rules.slots(item.content), (id) => mask(`${item.id}/places`, id));
  const said = lists.said === 'places' && places !== null ? places : choices;
  const whole = item.kind === 'single-choice';
  return {
    view: (order) => shownView(viewOf(item, order), lists, choices.shown, places?.shown ?? null),
    toOwn: (response) => ({ ...response, value: renamed(response.value, choices.own, places?.own ?? null) }),
    toShown: (response) => ({ ...response, value: renamed(response.value, choices.shown, places?.shown ?? null) }),
    // The one part of a single choice is the item itself.
    score: (score) => (whole ? score : { ...score, parts: byId(score.parts.map((part) => ({ ...part, id: (places ?? choices).shown(part.id) }))) }),
    feedback: (feedback) => ({ ...feedback, byChoice: Object.fromEntries(Object.entries(feedback.byChoice).map(([id, html]): [string, string] => [said.shown(id), html]).sort(([one], [other]) => (one < other ? -1 : 1))) }),
  };
}

type Rename = (id: string) => string;
interface Renaming { shown: Rename; own: Rename }
/** Where a kind's content has what can be chosen, and the places that take it; by which of them feedback is kept. None: nothing is named by an id. */
interface Lists { choices?: string; places?: string; said?: 'choices' | 'places' }

const listsOf: { [K in Kind]: Lists } = {
  'single-choice': { choices: 'options' },
  'multiple-response': { choices: 'options' },
  'true-false': {},
  matching: { choices: 'targets', places: 'premises', said: 'places' },
  ordering: { choices: 'elements' },
  categorising: { choices: 'categories', places: 'elements', said: 'places' },
  'fill-in': {},
  numeric: {},
  cloze: { choices: 'options', places: 'gaps' },
  'extended-matching': { choices: 'options', places: 'questions', said: 'places' },
  hotspot: { choices: 'regions' },
  'long-text': {},
  'script-concordance': { choices: 'scale', places: 'questions', said: 'places' },
  'branching-case': { choices: 'options', places: 'steps' },
  'graphic-gap-match': { choices: 'labels', places: 'regions', said: 'places' },
  matrix: { choices: 'columns', places: 'rows', said: 'places' },
  slider: {},
  'graphic-order': { choices: 'regions' },
  upload: {},
  passage: { choices: 'options', places: 'questions' },
};

/** What stands for an id that the list does not have. No id of an item is written so. */
const unknown = '?';
function renaming(list: readonly { id: string }[], mask: Rename): Renaming {
  const shown = new Map(list.map(({ id }) => [id, mask(id)]));
  const own = new Map([...shown].map(([id, name]) => [name, id]));
  return { shown: (id) => shown.get(id) ?? unknown, own: (id) => own.get(id) ?? unknown };
}

/** One choice, several, or for each place one or several. What has another shape stays as it is: it is no answer. */
function renamed(value: unknown, choice: Rename, place: Rename | null): unknown {
  if (place === null) return chosen(value, choice);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([id, each]) => [place(id), chosen(each, choice)]));
}

function chosen(value: unknown, choice: Rename): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => (typeof each === 'string' ? choice(each) : each));
  return typeof value === 'string' ? choice(value) : value;
}

interface Entry { id: string; options?: Entry[]; next?: string | null }
function shownView(view: ItemView, lists: Lists, choice: Rename, place: Rename | null): ItemView {
  const entries = (list: readonly Entry[], rename: Rename): Entry[] => list.map((entry) => ({
    ...entry, id: rename(entry.id),
    ...(entry.options && { options: entries(entry.options, choice) }),
    ...(typeof entry.next === 'string' && place !== null && { next: place(entry.next) }),
  }));
  const content = Object.fromEntries(Object.entries(view.content).map(([name, value]): [string, unknown] => {
    if (name === lists.choices) return [name, entries(value as Entry[], choice)];
    if (name === lists.places && place !== null) return [name, entries(value as Entry[], place)];
    if (name === 'start' && place !== null) return [name, place(value as string)];
    if (name === 'textHtml' && place !== null) return [name, (value as string).replace(/(<span data-gap=")([^"]*)"/g, (_, before: string, id: string) => `${before}${place(id)}"`)];
    return [name, value];
  }));
  return { ...view, content } as ItemView;
}

const same = <T>(value: T): T => value;
const byId = <T extends { id: string }>(list: T[]): T[] => list.sort((one, other) => (one.id < other.id ? -1 : 1));
