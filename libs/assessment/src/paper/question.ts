import type { Choice, Item, ItemView, Region } from '../item.js';
import { plainText } from '../plain-text.js';

export interface PaperOption { letter: string; html: string }
/** A part of a question that is answered by itself; `label` leads from the question to the answer sheet. */
export interface PaperRow { label: string; html: string; /** where it has choices of its own */ options: PaperOption[] }
export interface PaperPicture { image: string; alt: string; width: number; height: number; /** areas, marked by their letters */ regions: (Region & { letter: string })[] }
/** How a question is answered on the sheet: by letters, in words on a line, or over lines of its own. */
export type PaperAnswer = { by: 'letter'; letters: string[]; several: boolean } | { by: 'order'; count: number } | { by: 'words' } | { by: 'text'; lines: number };
export interface PaperQuestion {
  item: string; points: number; stemHtml: string; picture: PaperPicture | null;
  /** choices for the question as a whole, or for each of its rows */
  options: PaperOption[]; rows: PaperRow[]; answer: PaperAnswer;
  /** what is right, by row where there are rows: for whoever marks */
  key: { label: string | null; says: string }[];
}

type Body = Pick<PaperQuestion, 'options' | 'rows' | 'answer' | 'key'> & { picture?: PaperPicture; /** what stands below the stem */ textHtml?: string };

/** An item as it stands on paper, its choices in the order of the view; a text: why it can't. */
export function paperQuestion(item: Item, view: ItemView): PaperQuestion | string {
  const body = bodyOf(item, view);
  return typeof body === 'string' ? body : made(item, view, body);
}

function made(item: Item, view: ItemView, { textHtml, picture, ...body }: Body): PaperQuestion {
  return { item: item.id, points: item.maxScore, stemHtml: textHtml === undefined ? view.stemHtml : `${view.stemHtml}\n<p>${textHtml}</p>`, ...body, picture: picture ?? null };
}

const letterOf = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : `${letterOf(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`);
const lettered = (choices: readonly Choice[]): PaperOption[] => choices.map(({ html }, index) => ({ letter: letterOf(index), html }));
const numbered = (choices: readonly { html: string }[]): PaperRow[] => choices.map(({ html }, index) => ({ label: String(index + 1), html, options: [] }));
const letters = (count: number): string[] => Array.from({ length: count }, (_, index) => letterOf(index));
const letterFor = (id: string | undefined, choices: readonly { id: string }[]): string => { const at = choices.findIndex((choice) => choice.id === id); return at < 0 ? '?' : letterOf(at); };
const byLetter = (count: number, several = false): PaperAnswer => ({ by: 'letter', letters: letters(count), several });
const whole = (says: string): Body['key'] => [{ label: null, says }];
/** Each row's right letter. */
const pairs = (rows: readonly { id: string }[], choices: readonly { id: string }[], key: Readonly<Record<string, string>>): Body['key'] => rows.map(({ id }, index) => ({ label: String(index + 1), says: letterFor(key[id], choices) }));

function bodyOf(item: Item, view: ItemView): Body | string {
  const plain = { rows: [], options: [] };
  if (item.kind === 'single-choice' && view.kind === 'single-choice') return { ...plain, options: lettered(view.content.options), answer: byLetter(view.content.options.length), key: whole(letterFor(item.key.correct, view.content.options)) };
  if (item.kind === 'multiple-response' && view.kind === 'multiple-response') {
    const { options } = view.content;
    return { ...plain, options: lettered(options), answer: byLetter(options.length, true), key: whole(options.flatMap(({ id }, index) => (item.key.correct.includes(id) ? [letterOf(index)] : [])).join(', ')) };
  }
  if (item.kind === 'true-false') return { ...plain, options: [{ letter: 'T', html: 'True' }, { letter: 'F', html: 'False' }], answer: { by: 'letter', letters: ['T', 'F'], several: false }, key: whole(item.key.correct ? 'T' : 'F') };
  if (item.kind === 'matching' && view.kind === 'matching') return { options: lettered(view.content.targets), rows: numbered(view.content.premises), answer: byLetter(view.content.targets.length), key: pairs(view.content.premises, view.content.targets, item.key.pairs) };
  if (item.kind === 'categorising' && view.kind === 'categorising') return { options: lettered(view.content.categories), rows: numbered(view.content.elements), answer: byLetter(view.content.categories.length), key: pairs(view.content.elements, view.content.categories, item.key.placement) };
  if (item.kind === 'extended-matching' && view.kind === 'extended-matching') return { options: lettered(view.content.options), rows: numbered(view.content.questions.map(({ stemHtml }) => ({ html: stemHtml }))), answer: byLetter(view.content.options.length), key: pairs(view.content.questions, view.content.options, item.key.answers) };
  if (item.kind === 'ordering' && view.kind === 'ordering') return { ...plain, options: lettered(view.content.elements), answer: { by: 'order', count: view.content.elements.length }, key: whole(item.key.order.map((id) => letterFor(id, view.content.elements)).join(', ')) };
  if (item.kind === 'fill-in') return { ...plain, answer: { by: 'words' }, key: whole(item.key.accept.map((one) => ('text' in one ? one.text : `whatever fits ${one.pattern}`)).join(' or ')) };
  if (item.kind === 'numeric') {
    const { value, tolerance, toleranceKind, unit } = item.key;
    return { ...plain, options: [], answer: { by: 'words' }, key: whole(`${value}${tolerance === 0 ? '' : ` ± ${toleranceKind === 'relative' ? `${tolerance * 100} %` : tolerance}`}${unit === undefined ? '' : ` ${unit}`}`) };
  }
  if (item.kind === 'slider') return { ...plain, answer: { by: 'words' }, key: whole(`${item.key.value}${item.key.tolerance === 0 ? '' : ` ± ${item.key.tolerance}`}${item.content.unit === undefined ? '' : ` ${item.content.unit}`}`) };
  if (item.kind === 'long-text') return { ...plain, answer: { by: 'text', lines: Math.min(40, Math.max(6, Math.ceil(item.content.maxWords / 10))) }, key: item.key.rubric.map(({ title, levels }) => ({ label: title, says: levels.map(({ points, description }) => `${points}: ${plainText(description)}`).join('; ') })) };
  if (item.kind === 'matrix' && view.kind === 'matrix') {
    const { rows, columns, perRow } = view.content;
    return { options: lettered(columns), rows: numbered(rows), answer: byLetter(columns.length, perRow === 'several'), key: rows.map(({ id }, index) => ({ label: String(index + 1), says: (item.key.answers[id] ?? []).map((column) => letterFor(column, columns)).join(', ') })) };
  }
  if (item.kind === 'script-concordance' && view.kind === 'script-concordance') {
    const { questions, scale } = view.content;
    const rows = numbered(questions.map(({ hypothesisHtml, findingHtml }) => ({ html: `${hypothesisHtml} ${findingHtml}` })));
    return { options: lettered(scale), rows, answer: byLetter(scale.length), key: questions.map(({ id }, index) => ({ label: String(index + 1), says: scale.map((point) => `${letterFor(point.id, scale)} ${item.key.panel[id]?.[point.id] ?? 0}`).join(', ') })) };
  }
  if (item.kind === 'passage' && view.kind === 'passage') {
    const { questions } = view.content;
    const most = Math.max(...questions.map(({ options }) => options.length));
    return {
      textHtml: view.content.passageHtml, options: [], rows: questions.map(({ stemHtml, options }, index) => ({ label: String(index + 1), html: stemHtml, options: lettered(options) })), answer: byLetter(most, questions.some(({ several }) => several)),
      key: questions.map(({ id, options }, index) => ({ label: String(index + 1), says: (item.key.answers[id] ?? []).map((option) => letterFor(option, options)).join(', ') })),
    };
  }
  if (item.kind === 'cloze' && view.kind === 'cloze') {
    const { gaps } = view.content;
    return {
      textHtml: view.content.textHtml.replaceAll(/<span data-gap="([a-z0-9-]+)"><\/span>/g, (_, id: string) => `(${gaps.findIndex((gap) => gap.id === id) + 1}) ________`), options: [], rows: gaps.map(({ options }, index) => ({ label: String(index + 1), html: '', options: lettered(options) })), answer: byLetter(Math.max(...gaps.map(({ options }) => options.length))),
      key: gaps.map(({ id, options }, index) => ({ label: String(index + 1), says: letterFor(item.key.gaps[id], options) })),
    };
  }
  return onPicture(item);
}

function onPicture(item: Item): Body | string {
  if (item.kind === 'upload') return 'An answer is a file.';
  if (item.kind === 'branching-case') return 'What is asked depends on the answers before.';
  if (item.kind !== 'hotspot' && item.kind !== 'graphic-gap-match' && item.kind !== 'graphic-order') return 'This kind of question is not printed.';
  const { image, alt, width, height, regions } = item.content;
  const picture = { image, alt, width, height, regions: regions.map((region, index) => ({ ...region, letter: letterOf(index) })) };
  if (item.kind === 'hotspot') return { picture, options: [], rows: [], answer: byLetter(regions.length, item.content.maxChoices > 1), key: whole(item.key.correct.map((id) => letterFor(id, regions)).join(', ')) };
  if (item.kind === 'graphic-order') return { picture, options: [], rows: [], answer: { by: 'order', count: regions.length }, key: whole(item.key.order.map((id) => letterFor(id, regions)).join(', ')) };
  const { labels } = item.content;
  const placed = Object.fromEntries(Object.entries(item.key.placement).map(([region, label]) => [label, region]));
  return { picture, options: [], rows: numbered(labels), answer: byLetter(regions.length), key: labels.map(({ id }, index) => ({ label: String(index + 1), says: placed[id] === undefined ? 'none' : letterFor(placed[id], regions) })) };
}
