import { plainText } from '../../plain-text.js';

/** A text of an item as rules read it. */
export interface Prose {
  html: string;
  /** without mark-up, white space collapsed */
  text: string;
  /** in small letters, with inner apostrophes and hyphens */
  words: readonly string[];
}

export function prose(html: string): Prose {
  const text = html.includes('<') || html.includes('&') ? plainText(html) : html.replace(/\s+/g, ' ').trim();
  return { html, text, words: wordsOf(text) };
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Sentences; a point after a single letter, a title or a number's digits does not end one. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!]["'”’)]?)(?<!\b(?:[A-Z]|Dr|Mr|Mrs|Ms|St|vs|etc|e\.g|i\.e)\.)\s+(?=\S)/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const plain = new Set(('a about above after again all also among an and answer answers answered any are as at because been before being below best between both but by can choose could did do does doing done during each either else even ever every few '
  + 'find first following for from gave get gets give given gives go goes had has have having he her here hers him his how however if in instead into is it its just last least less let like likely made make makes making many may means might more most much must '
  + 'name names need needs new next no nor not now of off often on once one only or other others our out over own part place please put question questions rather replies reply right said same say says see seen sentence sentences select set she should since so some something statement statements still such take takes '
  + 'than that the their them then there these they thing things this those though three through to too true two under until up upon us use used uses using very want wants was way ways we well were what when where whether which while who whom whose why will with within without would yet you your').split(' '));

/** The words that carry a text's matter, each by its trunk, once. */
export function matterOf(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) if (word.length > 2 && !plain.has(word)) found.add(trunk(word));
  return found;
}

const endings = /(?:ations?|ingly|ments?|ness|ings?|edly|ions?|ers?|ies|ied|ed|es|ly|s|e|y)$/;

/** A word without its commonest English ending, for likeness only; a foreign word stays mostly whole. */
export function trunk(word: string): string {
  const bare = word.replace(/['’]s?$/, '');
  const cut = bare.replace(endings, '');
  return cut.length >= 4 ? cut : bare.length > 4 ? bare.replace(/s$/, '') : bare;
}
