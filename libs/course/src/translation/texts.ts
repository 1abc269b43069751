import type { Path } from '../yaml/yaml-file.js';

/** The files of a course source that are translated, by what they hold. */
export type TranslatedFile = 'course' | 'statements' | 'glossary' | 'unit' | 'lesson' | 'items' | 'bank' | 'assessment';

/** `text` is translated, `may` can be where a language needs it (what it is called, what is right as an answer), and `rule` is the original's. */
export type Role = 'text' | 'may' | 'rule';

type Keys = Partial<Record<string, Role>>;

const items: Keys = {
  stem: 'text', text: 'text', feedback: 'text', whenTrue: 'text', whenFalse: 'text', alt: 'text', label: 'text', title: 'text',
  description: 'text', modelAnswer: 'text', hypothesis: 'text', finding: 'text', passage: 'text', minLabel: 'text', maxLabel: 'text', accept: 'may', units: 'may', unit: 'may',
};

/** What of each file is text: everything else decides something, and is the same in all languages. */
const texts: Record<TranslatedFile, Keys> = {
  course: { title: 'text', description: 'text', credits: 'text', disclaimer: 'text', keywords: 'text', licence: 'may', authors: 'may', language: 'may' },
  statements: { text: 'text', section: 'text' },
  glossary: { term: 'text', definition: 'text' },
  unit: { title: 'text', summary: 'text', text: 'text' },
  lesson: { title: 'text' },
  items,
  bank: items,
  assessment: { title: 'text', intro: 'text' },
};

/** What the value at `path` of a file is to a translator. */
export function roleOf(file: TranslatedFile, path: Path): Role {
  const [key, parent] = path.filter((step) => typeof step === 'string').reverse();
  if (key === undefined) return 'rule';
  // The unit that a bank belongs to, not one of measure.
  if (file === 'bank' && path.length === 1) return key === 'title' ? 'text' : 'rule';
  if (parent === 'feedback' && (key === 'correct' || key === 'incorrect')) return 'text';
  return texts[file][key] ?? 'rule';
}

/** The steps to the entry that a warning is about: an item of a bank, a term, or the file itself. */
export function entryOf(file: TranslatedFile, path: Path): Path {
  const depth = file === 'bank' && path[0] === 'items' ? 2 : file === 'items' || file === 'statements' || file === 'glossary' ? 1 : 0;
  return path.slice(0, depth);
}

/** What an entry of a file is called. */
export const entryNames: Record<TranslatedFile, string> = {
  course: 'course', statements: 'statement', glossary: 'term', unit: 'unit', lesson: 'lesson', items: 'item', bank: 'item', assessment: 'assessment',
};
