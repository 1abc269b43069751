import type { DiagnosticEntry } from '../entry.js';

export const translationCodes = {
  'translation-language': {
    code: 'PRE0701', severity: 'error',
    title: 'The folder of a translation is not named after another language',
    explanation: 'Each folder under translations/ is named by the BCP 47 tag of its language, as that is usually spelt, and the language of the course itself needs no translation.',
    mend: 'Name the folder by the tag of its language, such as es, pt-BR or ar.',
    example: 'translations/spanish_spain/course.yaml',
  },
  'translation-missing': {
    code: 'PRE0702', severity: 'warning',
    title: 'A text is not translated',
    explanation: "Learners who choose the language read the text in the course's own language.",
    mend: 'Translate the text, or leave it if it may stay as it is.',
    example: 'a lesson without a file of the same name under translations/es/',
  },
  'translation-extra': {
    code: 'PRE0703', severity: 'error',
    title: 'The original has nothing of that name',
    explanation: 'A translation holds what the original holds, under the same names and ids: what is written only here would be read by nobody.',
    mend: 'Use the name that the original has, or take it out.',
    example: 'translations/es/units/01-old-name/unit.yaml',
  },
  'translation-differs': {
    code: 'PRE0704', severity: 'error',
    title: 'The translation would change more than a text',
    explanation: 'Keys, scores, draws and rules are those of the original in every language, so that a score means the same and a learner may switch.',
    mend: 'Leave it out of the translation, or write what the original has.',
    example: 'passMark: 0.5 where the original has 0.8',
  },
  'translation-shape': {
    code: 'PRE0705', severity: 'error',
    title: 'The list does not fit that of the original',
    explanation: 'Entries are found by their ids; where the original gives none (choices often have none), by their place.',
    mend: 'Give the entries the ids, or the number and the order, that they have in the original.',
    example: 'three options where the original has four',
  },
  'translation-lesson': {
    code: 'PRE0706', severity: 'error',
    title: 'The lesson does not hold what the original holds',
    explanation: "Checks, reflections, pictures, sound and video stand in each language, in the same order, because a learner's progress hangs on them.",
    mend: 'Set it into the text where the original has it.',
    example: 'a translated lesson without the ::check{item="c1"} of the original',
  },
} as const satisfies Record<string, DiagnosticEntry>;
