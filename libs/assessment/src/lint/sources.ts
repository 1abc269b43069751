/**
 * Where the rules come from. Numbers are those of the published lists; the words beside them are ours.
 * Haladyna, Downing & Rodriguez: A Review of Multiple-Choice Item-Writing Guidelines for Classroom Assessment, Applied Measurement in Education 15(3), 2002.
 * NBME: Item-Writing Guide, Constructing Written Test Questions for the Health Sciences, 2020, chapter 3 (technical item flaws).
 */
const guidelines = {
  1: 'one content and one mental act an item', 4: 'items independent of each other', 8: 'simple vocabulary', 9: 'no complex (type K) items', 13: 'little to read',
  14: 'clear directions in the stem', 15: 'the central idea in the stem', 16: 'no window dressing', 17: 'positive stem, or the negative set off',
  18: 'as many effective options as one can write; three are enough', 19: 'only one right answer', 20: 'vary the place of the right answer', 21: 'logical or numerical order',
  22: 'options that do not overlap', 23: 'options alike in content and grammar', 24: 'options about equally long', 25: 'none of the above with care', 26: 'no all of the above', 27: 'options worded positively', 29: 'plausible distractors',
  '28a': 'no specific determiners', '28b': 'no clang associations', '28c': 'no grammatical cues', '28d': 'no conspicuous right answer', '28e': 'no pairs or triplets that give a clue', '28f': 'no absurd options',
} as const;

export const haladyna = (number: keyof typeof guidelines): string => `Haladyna, Downing & Rodriguez 2002, guideline ${number} (${guidelines[number]})`;
/** A flaw that helps those who know tests rather than the subject. */
export const cueing = (name: string): string => `NBME Item-Writing Guide 2020, flaws that cue the testwise examinee: ${name}`;
/** A flaw that makes an item hard for a reason beside the subject. */
export const irrelevant = (name: string): string => `NBME Item-Writing Guide 2020, flaws related to irrelevant difficulty: ${name}`;
export const nitko = (what: string): string => `Nitko & Brookhart, Educational Assessment of Students: ${what}`;
export const frisbie = (what: string): string => `Frisbie & Becker 1991, textbook advice about true-false tests: ${what}`;
export const standards = (number: string, what: string): string => `Standards for Educational and Psychological Testing 2014, standard ${number} (${what})`;
