/** The sentences of all notes. `changed` and `lost` share them; which list a note stands in says what it came to. */
export const noteSentences = {
  // kept
  question: 'The question and what can be answered.',
  key: 'What makes an answer right.',
  feedback: 'Feedback after an answer.',
  details: 'Level, difficulty, statements, lessons, points and tags.',
  // in another form
  'as-tags': 'Details stand as tags that only Preceptor understands.',
  'choice-ids': 'The ids of choices.',
  'kind-elsewhere': 'Others take it for another kind of question.',
  'scoring-elsewhere': 'Others give credit for parts by another rule, or none.',
  'case-elsewhere': 'Others do not tell capitals from small letters here.',
  'accents-elsewhere': 'Others tell letters with accents from those without.',
  'units-elsewhere': 'Others ask for the bare number, without its unit.',
  'tolerance-elsewhere': 'The relative tolerance is written as the absolute one of the same width.',
  'choice-limit-elsewhere': 'Others do not bound how many choices may be made.',
  'length-elsewhere': 'Others do not know how long an answer may be.',
  'feedback-elsewhere': 'Feedback on single choices stands in the file, but others do not show it.',
  'certainty-elsewhere': 'Others do not ask how sure the learner is.',
  'markup-elsewhere': 'Markup that the format has no place for; others show it as plain text or leave it out.',
  'rubric-elsewhere': 'The rubric is text for the scorer; others do not compute by it.',
  // gone, or read as something else
  'general-feedback': 'Feedback on a right or a wrong answer.',
  'choice-feedback': 'Feedback on single choices.',
  'other-details': 'Level, difficulty, statements, lessons, tags, points, order and the like.',
  markup: 'Emphasis, lists, links and other markup; the words stay.',
  'removed-markup': 'Markup that may not be shown, such as scripts, styles or frames.',
  pattern: 'Accepted patterns; accepted texts stay.',
  'same-text': 'Choices with the same words became one.',
  'decimal-places': 'Digits after the point of the areas on the picture.',
  rubric: 'The rubric and the model answer.',
  'rubric-made': 'The file has no rubric; a plain one with two levels was made.',
  'characters': 'Characters that no text should hold (control characters, halves of pairs).',
  id: 'The item got an id by the rules of Preceptor.',
  weights: 'Shares of the score of single choices; the rule of Preceptor holds instead.',
  wildcard: 'A * that stood for any text became a pattern of at most 50 characters.',
  'partly-right': 'Answers that earn a part of the score.',
  hints: 'Hints, penalties for further tries and the like.',
  pictures: 'Pictures and other media of the texts.',
  processing: 'Rules of scoring that Preceptor does not have; its own rule for the kind holds.',
  'text-format': 'The text was in a format that is not read (Markdown, wiki); it stands as plain text.',
  stylesheet: 'Styles.',
} as const;
export type NoteCode = keyof typeof noteSentences;
export interface Note { code: NoteCode; sentence: string }

/**
 * What became of one item. `kept`: it stands in the format's own terms. `changed`: it stands in the file in another
 * form, which Preceptor reads back and others may read otherwise or not at all (on import: it was read as something
 * else than it said). `lost`: it is gone.
 */
export interface ItemReport { item: string; kept: Note[]; changed: Note[]; lost: Note[] }
/** Collects what became of one item, each thing once. */
export class Ledger {
  #lists = { kept: new Set<NoteCode>(), changed: new Set<NoteCode>(), lost: new Set<NoteCode>() };

  keep(...codes: NoteCode[]): void { for (const code of codes) this.#lists.kept.add(code); }
  change(...codes: NoteCode[]): void { for (const code of codes) this.#lists.changed.add(code); }
  lose(...codes: NoteCode[]): void { for (const code of codes) this.#lists.lost.add(code); }
  /** Whether nothing was lost. */
  get whole(): boolean { return this.#lists.lost.size === 0; }
  report(item: string): ItemReport {
    const { kept, changed, lost } = this.#lists;
    const notes = (codes: Iterable<NoteCode>): Note[] => [...codes].map((code) => ({ code, sentence: noteSentences[code] }));
    return { item, kept: notes([...kept].filter((code) => !lost.has(code))), changed: notes(changed), lost: notes(lost) };
  }
}
