import type { ItemRule, Place } from '../rule.js';
import { isChoice } from '../rule.js';
import { haladyna, irrelevant, nitko } from '../sources.js';

const empty = /^(?:which|what)(?: one)?(?: of (?:the|these|those)(?: following)?)?(?: (?:statements?|options?|answers?|sentences?|choices|claims?|assertions?))?(?: (?:about|on|of|regarding|concerning|below|here) .{0,80})? (?:is|are|would be|holds?)(?: (?:the )?(?:most|best|fully|entirely))?(?: (?:true|correct|right|accurate|valid|false|incorrect|untrue|wrong))?(?: (?:true|correct|right|accurate|false|incorrect))?(?: (?:statements?|answers?|options?))?(?: (?:about|of|for|regarding|concerning|on|with regard to) .{0,80})?\s*[?:.]*$/i;
const quality = /\b(?:true|correct|right|accurate|valid|false|incorrect|untrue|wrong|holds?)\b/i;
const order = /^(?:please )?(?:choose|select|mark|pick|tick|click)(?: on)?(?: the)?(?: one)? (?:correct|right|best|true)(?: (?:answer|option|statement|choice|one)s?)?(?: below)?\W*$/i;

export const unfocusedStem: ItemRule = {
  title: 'A stem that asks nothing by itself', severity: 'flaw', english: true, rules: [haladyna(15), haladyna(14), irrelevant('stems that cannot be answered with the options covered')],
  why: 'With the options covered an expert should be able to answer. Found: “which of these is true”, also “about” a subject; “choose the correct answer” alone; an unfinished stem of three words or fewer; no stem at all.',
  mend: 'Ask the one question that matters in the stem, and let the options be short answers to it.',
  check: ({ item, stem, leadIn, sentences }) => {
    if (stem.words.length === 0) return item.kind === 'cloze' ? [] : [{ path: 'stem', message: 'The item has no stem.' }];
    if (!isChoice(item)) return [];
    // A case that ends in somebody's question has been asked already.
    const askedBefore = sentences.some((sentence) => sentence !== leadIn && /[?”"]/.test(sentence));
    if (!askedBefore && ((empty.test(leadIn) && quality.test(leadIn)) || order.test(leadIn))) return [{ path: 'stem', message: 'The stem leaves the question to the options: each is a true-or-false of its own.' }];
    return stem.words.length <= 3 && !stem.text.includes('?') ? [{ path: 'stem', message: 'The stem is no question and only names a subject.' }] : [];
  },
};

const blank = /(?:_{2,}|\.{4,}|…{1,}|\[\s*\]|\(\s*\))/;

export const blankInTheMiddle: ItemRule = {
  title: 'A blank before the end of the sentence', severity: 'advice', english: false, rules: [haladyna(14), nitko('put the blank at the end of a completion item')],
  why: 'A reader must hold the beginning, find the end and go back. Found where two words or more follow a blank in the stem; gaps in a running text, where each has its own options, are another kind.',
  mend: 'Turn the sentence so that the blank ends it, or ask a question.',
  check: ({ item, stem }) => {
    if (item.kind === 'cloze') return [];
    const [, ...after] = stem.text.split(blank);
    const next = after[0]?.split(/[.?!](?:\s|$)/)[0] ?? '';
    return (next.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 2 ? [{ path: 'stem', message: 'The sentence goes on after its blank.' }] : [];
  },
};

const grade = 16;
const fewest = 25;

export const hardReading: ItemRule = {
  title: 'A stem that is hard to read', severity: 'advice', english: true, rules: [haladyna(8), haladyna(13), irrelevant('complicated stems')],
  why: `Reading should not be what is tested. The Flesch-Kincaid grade (Kincaid and others 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59; syllables are groups of vowels, a silent e left out) of stems of ${fewest} words or more may be ${grade} at most, or what the context says.`,
  mend: 'Cut the sentence in two, and take the plainer word.',
  check: ({ stem, sentences }, { readingGrade = grade }): Place[] => {
    if (stem.words.length < fewest) return [];
    const found = 0.39 * (stem.words.length / Math.max(1, sentences.length)) + 11.8 * (stem.words.reduce((sum, word) => sum + syllables(word), 0) / stem.words.length) - 15.59;
    return found > readingGrade ? [{ path: 'stem', message: `The stem reads at grade ${found.toFixed(0)}; ${readingGrade} is the most.` }] : [];
  },
};

function syllables(word: string): number {
  return Math.max(1, word.replace(/(?:[^l]e|es|[^td]ed)$/, (end) => end.slice(0, 1)).match(/[aeiouyà-ÿ]+/g)?.length ?? 1);
}
