import type { ItemRule } from '../rule.js';
import { negativeLeadIn, negativesIn } from '../reading/negation.js';
import { frisbie, haladyna, irrelevant } from '../sources.js';

export const unmarkedNegative: ItemRule = {
  title: 'A negative stem that is not set off', severity: 'flaw', english: true, rules: [haladyna(17), irrelevant('negatively phrased stems')],
  why: 'Who reads over the “not” knows the matter and answers wrongly. Found where the asking sentence wants what does not hold (not, never, except, least, incorrect) and the word is neither in capitals nor in bold.',
  mend: 'Ask for what holds; where only the exception matters, write NOT in bold capitals.',
  check: (reading) => {
    if (reading.item.kind === 'true-false') return [];
    const negative = negativeLeadIn(reading);
    return negative === null || negative.marked ? [] : [{ path: 'stem', message: `The question turns on “${negative.word}”, which is easily read over.` }];
  },
};
export const doubleNegative: ItemRule = {
  title: 'A double negative', severity: 'flaw', english: true, rules: [haladyna(17), haladyna(27), irrelevant('tricky or complicated stems')],
  why: 'A negative question with negative options, or a claim with two negatives, tests logic rather than the subject.',
  mend: 'Word the question or the claim positively.',
  check: (reading) => {
    const { item, leadIn, sets } = reading;
    if (item.kind === 'true-false') {
      const hidden = /\b(?:not|never|cannot|n['’]t) (?:\S+ ){0,2}?(?:un(?!der|it|iform|ion|ique|ivers|til|less)\p{L}{4,}|in(?:correct|appropriate|accurate|valid|effective|sufficient)|im(?:possible|proper|probable)|illegal|without)\b/iu.test(leadIn);
      return hidden || negativesIn(leadIn) > 1 ? [{ path: 'stem', message: 'The claim has two negatives: to call it false takes a third.' }] : [];
    }
    if (negativeLeadIn(reading) === null) return [];
    const option = sets.filter(({ shared }) => !shared).flatMap(({ options }) => options).find(({ text }) => negativesIn(text) > 0);
    return option === undefined ? [] : [{ path: option.path, message: `The question is negative, and so is the option “${option.text}”.` }];
  },
};
export const negativeClaim: ItemRule = {
  title: 'A negative claim to be judged', severity: 'advice', english: true, rules: [haladyna(17), frisbie('avoid negative statements')],
  why: 'To answer “false” to a negative claim is a double negative. Found where the claim has not, no or never, not set off, outside a clause that begins with “where”, “if”, “who” and the like.',
  mend: 'State it positively and turn the key round.',
  check: ({ item, leadIn, stem }) => {
    if (item.kind !== 'true-false' || negativesIn(mainClause(leadIn)) !== 1 || /\b(?:NOT|NEVER|NO)\b/.test(leadIn) || /<(?:strong|b|em)>\s*(?:not|never|no)\s*</i.test(stem.html)) return [];
    return [{ path: 'stem', message: 'The claim is negative, so that to deny it takes two negatives.' }];
  },
};

const mainClause = (sentence: string): string => sentence.replace(/\b(?:even )?(?:if|when|where|who|whose|which|that|because|unless|although|though|whether|since|while|until|as long as)\b[^,;]*/gi, ' ');
