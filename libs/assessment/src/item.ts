/**
 * The shape of an item, in QTI's words. What is shown (`content`) stands apart from what makes a response right
 * (`key`) and from what is said afterwards (`feedback`), so that a learner's view can leave the last two out.
 * All texts ending in `Html` are sanitised HTML made by the course compiler.
 */
export type Kind =
  | 'single-choice' | 'multiple-response' | 'true-false' | 'matching' | 'ordering' | 'categorising'
  | 'fill-in' | 'numeric' | 'cloze' | 'extended-matching' | 'hotspot' | 'long-text'
  | 'script-concordance' | 'branching-case' | 'graphic-gap-match' | 'matrix' | 'slider' | 'graphic-order' | 'upload' | 'passage';

export type Level = 'recall' | 'application' | 'judgement';
export type Difficulty = 'easy' | 'medium' | 'hard';

/** Something that can be chosen, matched, ordered or placed. `id` is unique within its item. */
export interface Choice { id: string; html: string }
/** An area of an item's picture, in the picture's own pixels. circle: [cx, cy, r]; rect: [x, y, w, h]; polygon: [x1, y1, x2, y2, ...]. */
export interface Region { id: string; label: string; shape: 'rect' | 'circle' | 'polygon'; coords: number[] }
export interface Gap { id: string; options: Choice[] }
export interface EmqQuestion { id: string; stemHtml: string }
/** What the learner is to weigh (`hypothesisHtml`) once she has learnt `findingHtml`. */
export interface ConcordanceQuestion { id: string; hypothesisHtml: string; findingHtml: string }
/** `next` is the step that the choice leads to; null: the case ends with it. */
export interface CaseOption extends Choice { next: string | null }
export interface CaseStep { id: string; html: string; options: CaseOption[] }
export interface PassageQuestion { id: string; stemHtml: string; options: Choice[]; /** more than one option may be chosen */ several: boolean }
/** A picture with areas; `width` and `height` are its own, in pixels. */
export interface Picture { image: string; alt: string; width: number; height: number; regions: Region[] }
export interface RubricLevel { points: number; description: string }
export interface RubricCriterion { id: string; title: string; levels: RubricLevel[] }

export interface ContentOf {
  'single-choice': { options: Choice[] };
  'multiple-response': { options: Choice[]; /** most that may be chosen */ maxChoices?: number };
  'true-false': Record<string, never>;
  matching: { premises: Choice[]; targets: Choice[] };
  ordering: { elements: Choice[] };
  categorising: { elements: Choice[]; categories: Choice[] };
  'fill-in': { expectedLength?: number };
  numeric: { /** units the learner may pick; none: the answer is a bare number */ units?: string[] };
  /** `textHtml` holds `<span data-gap="ID"></span>` where each gap stands. */
  cloze: { textHtml: string; gaps: Gap[] };
  'extended-matching': { options: Choice[]; questions: EmqQuestion[] };
  hotspot: { image: string; alt: string; width: number; height: number; regions: Region[]; maxChoices: number };
  'long-text': { minWords?: number; maxWords: number };
  /** `scale` runs from one end to the other and is never shuffled. */
  'script-concordance': { questions: ConcordanceQuestion[]; scale: Choice[] };
  /** Without a circle, every step reachable from `start`; ids of options are unique over all steps. */
  'branching-case': { start: string; steps: CaseStep[] };
  'graphic-gap-match': Picture & { labels: Choice[] };
  matrix: { rows: Choice[]; columns: Choice[]; perRow: 'one' | 'several' };
  /** An answer is min + k × step, at most max. */
  slider: { min: number; max: number; step: number; unit?: string; minLabel?: string; maxLabel?: string };
  'graphic-order': Picture;
  upload: { /** media types; `audio/*` stands for all of its kind */ accept: string[]; maxBytes: number; /** the answer may be recorded on the spot */ record?: 'audio' };
  /** Ids of options are unique over all questions. */
  passage: { passageHtml: string; questions: PassageQuestion[] };
}

export type AcceptedText = { text: string } | { /** a bounded pattern: see kinds/fill-in */ pattern: string };

export interface KeyOf {
  'single-choice': { correct: string };
  'multiple-response': { correct: string[]; scoring: 'all-or-nothing' | 'partial' };
  'true-false': { correct: boolean };
  matching: { pairs: Record<string, string> };
  ordering: { order: string[]; scoring: 'all-or-nothing' | 'partial' };
  categorising: { placement: Record<string, string> };
  'fill-in': { accept: AcceptedText[]; caseSensitive: boolean; accentSensitive: boolean };
  numeric: { value: number; tolerance: number; toleranceKind: 'absolute' | 'relative'; unit?: string };
  cloze: { gaps: Record<string, string> };
  'extended-matching': { answers: Record<string, string> };
  hotspot: { correct: string[] };
  'long-text': { rubric: RubricCriterion[]; modelAnswerHtml?: string };
  /** How many experts chose each point of the scale: question id -> scale id -> count. A point that nobody chose may be left out. */
  'script-concordance': { panel: Record<string, Record<string, number>> };
  /** What each choice earns, 0..1: step id -> option id -> credit. A choice left out earns nothing. */
  'branching-case': { credit: Record<string, Record<string, number>> };
  'graphic-gap-match': { placement: Record<string, string> };
  matrix: { answers: Record<string, string[]> };
  slider: { value: number; tolerance: number };
  'graphic-order': { order: string[]; scoring: 'all-or-nothing' | 'partial' };
  upload: { rubric: RubricCriterion[]; modelAnswerHtml?: string };
  passage: { answers: Record<string, string[]> };
}

export interface ResponseOf {
  'single-choice': string;
  'multiple-response': string[];
  'true-false': boolean;
  /** premise id -> target id */
  matching: Record<string, string>;
  ordering: string[];
  /** element id -> category id */
  categorising: Record<string, string>;
  'fill-in': string;
  numeric: { value: string; unit?: string };
  /** gap id -> option id */
  cloze: Record<string, string>;
  /** question id -> option id */
  'extended-matching': Record<string, string>;
  /** region ids */
  hotspot: string[];
  'long-text': string;
  /** question id -> scale id */
  'script-concordance': Record<string, string>;
  /** step id -> option id, of the steps on the path that was taken */
  'branching-case': Record<string, string>;
  /** region id -> label id */
  'graphic-gap-match': Record<string, string>;
  /** row id -> column ids */
  matrix: Record<string, string[]>;
  slider: number;
  /** region ids */
  'graphic-order': string[];
  /** `file` is whatever the store that took the file calls it. */
  upload: { file: string; name: string; mediaType: string; bytes: number };
  /** question id -> option ids */
  passage: Record<string, string[]>;
}

/** How sure a learner is, for certainty-based marking: 1 low, 2 middling, 3 high. */
export type Certainty = 1 | 2 | 3;
/** One answer as it is stored and sent. `value` is whatever came in: scoring is total over it. */
export interface ItemResponse { value: unknown; certainty?: Certainty }

export interface Feedback {
  correctHtml?: string;
  incorrectHtml?: string;
  /** By choice id (options, premises, elements, gaps' options, regions, rows, questions of a script concordance; 'true' and 'false'). */
  byChoice?: Record<string, string>;
}

export interface ItemBase {
  /** Stable over versions, unique in the course: lower-case letters, digits and hyphens, at most 64. */
  id: string;
  stemHtml: string;
  /** Statement ids that the item asks. */
  statements: string[];
  level: Level;
  difficulty: Difficulty;
  /** Most that the item earns; 1 unless the source says otherwise. */
  maxScore: number;
  /** Choices are shown in a seeded random order. */
  shuffle: boolean;
  /** The learner also says how sure she is (certainty-based marking). */
  certainty: boolean;
  /** Lesson ids to read again. */
  lessons: string[];
  tags: string[];
}
export type ItemOf<K extends Kind> = ItemBase & { kind: K; content: ContentOf[K]; key: KeyOf[K]; feedback: Feedback };
export type Item = { [K in Kind]: ItemOf<K> }[Kind];
/** What a learner may see before feedback is released: no key, feedback, statement, level, difficulty or tag. */
export type ItemView = { [K in Kind]: { id: string; kind: K; stemHtml: string; maxScore: number; certainty: boolean; content: ContentOf[K] } }[Kind];

export interface PartScore { id: string; correct: boolean; raw: number; max: number }
export interface Score {
  raw: number; max: number; /** clamped to 0..1 */ scaled: number;
  /** 'pending' where a person must score; then raw and scaled are 0 until she has. */
  outcome: 'correct' | 'partial' | 'incorrect' | 'unanswered' | 'pending';
  parts: PartScore[];
}
/** Feedback that a response has earned. */
export interface EarnedFeedback { html: string[]; byChoice: Record<string, string>; lessons: string[] }

/** QTI's assessment: sections hold items or draw them from banks. */
export interface Draw { bank: string; count: number; unit?: string; level?: Level; difficulty?: Difficulty; tag?: string }
export interface Section { id: string; title: string; items?: string[]; draw?: Draw[]; shuffle: boolean }
/** The items of one fixed form, by section. */
export interface FixedForm { id: string; sections: { id: string; items: string[] }[] }
export interface Assessment {
  id: string; title: string; introHtml: string;
  purpose: 'quiz' | 'final' | 'pre-test' | 'self-assessment';
  sections: Section[];
  /** Fixed forms, equally long: then sections list and draw nothing themselves. Which one an attempt gets follows from its seed. */
  forms?: FixedForm[];
  /** 0..1 of the score; null: nothing to pass (self-assessment, pre-test). */
  passMark: number | null;
  /** null: as many as one likes. */
  maxAttempts: number | null;
  timeLimitSeconds: number | null;
  /** When a learner sees what was right: after each answer, after submitting, or never. */
  feedback: 'immediate' | 'after-submit' | 'never';
  navigation: 'free' | 'linear';
}
export interface Bank { id: string; title: string; /** unit the bank belongs to, for blueprints */ unit: string | null; items: Item[] }
/** The items of one attempt in their order, with each item's choices in theirs: the same seed gives the same form anywhere. */
export interface Form { assessment: string; seed: string; /** which of the assessment's fixed forms this is */ fixed?: string; sections: { id: string; title: string; items: string[] }[]; /** choice order by item id */ order: Record<string, string[]>; /** the learner is shown other ids than the author's, and answers by them */ masked?: true }
