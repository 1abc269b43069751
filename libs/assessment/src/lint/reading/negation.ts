import type { ItemReading } from './item-reading.js';
import { wordsOf } from './words.js';

const negativeWord = /\b(?:not|never|no|nor|neither|none|cannot|nobody|nothing|no one|without)\b|n['’]t\b/gi;

/** How many negative words a text has; a bare answer such as `No` has none. */
export function negativesIn(text: string): number {
  const said = text.replace(/\b(?:not only|no longer|whether or not|no\. ?\d)\b|, neither\b|\bnor\b/gi, '').replace(/^no(?=[,.;!]|$)/i, '');
  return said.match(negativeWord)?.length ?? 0;
}

const subordinate = /\b(?:if|when|who|whom|whose|which|that|because|unless|although|though|where|after|before|while|since|so)\b/i;
/** A question word that asks: at the beginning, after a preposition or a comma; elsewhere it only joins a clause. */
const asked = /(?:^|^\W*(?:of|in|for|from|to|at|on|by|with|under) |, (?=which (?:of|one)|what is))(?:which|what|who|one of (?:these|those|the))\b(?<between>.{0,80}?)\b(?<word>(?:is|are|was|were|do|does|did|would|should|can|could|will|may|must|has|have|had)\s+(?:\S+\s+){0,3}?(?:not|never)\b|cannot\b|(?:is|are|was|were|do|does|did|would|should|could|has|have|ca|wo)n['’]t\b)/i;
const told = /^(?:select|choose|mark|pick|name|identify|tick|click|find)\b(?<between>.*?)\b(?<word>not|never|cannot)\b/i;
const except = /\b(?:except|excepting|with the exception of)\b(?<word>)(?=\W*$|\s*(?:which|for)?\b)/i;
const least = /\b(?:which|what|who)\b(?<between>.*?)\b(?<word>least|incorrect|untrue|false|(?<!what (?:is|was|went) )wrong)\b/i;

/** The negative word by which a stem asks for what does not hold, or null. `marked` where it is set off by capitals or mark-up. */
export function negativeLeadIn({ leadIn, sentences, stem }: ItemReading): { word: string; marked: boolean } | null {
  // “Which one?” asks what the sentence before it says.
  const before = wordsOf(leadIn).length <= 5 ? sentences[sentences.indexOf(leadIn) - 1] ?? '' : '';
  const word = negativeWordOf(leadIn) ?? negativeWordOf(before);
  if (word === null) return null;
  const marked = `${before} ${leadIn}`.includes(word.toUpperCase()) || new RegExp(`<(?:strong|b|em|u|mark)\\b[^>]*>[^<]*\\b${word}\\b[^<]*</`, 'i').test(stem.html);
  return { word, marked };
}

function negativeWordOf(leadIn: string): string | null {
  if (/\ball but one\b/i.test(leadIn)) return 'all but one';
  if (/\bexcept\b/i.test(leadIn) && except.test(leadIn) && /\b(?:all|each|every|any|which|following|these|true)\b/i.test(leadIn)) return 'except';
  const question = asked.exec(leadIn)?.groups;
  if (question !== undefined && !subordinate.test(`${question['between'] ?? ''} ${question['word'] ?? ''}`)) return /never/i.test(question['word'] ?? '') ? 'never' : /cannot/i.test(question['word'] ?? '') ? 'cannot' : /n['’]t/.test(question['word'] ?? '') ? "n't" : 'not';
  const order = told.exec(leadIn)?.groups;
  if (order !== undefined) return (order['word'] ?? 'not').toLowerCase();
  const doubt = least.exec(leadIn)?.groups;
  if (doubt !== undefined && !subordinate.test(doubt['between'] ?? '') && !/\bat $/i.test(doubt['between'] ?? '')) return (doubt['word'] ?? 'least').toLowerCase();
  return null;
}
