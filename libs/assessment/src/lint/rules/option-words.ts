import type { ItemRule } from '../rule.js';
import { cueing, haladyna, irrelevant } from '../sources.js';

const absolute = /\b(?:always|never|completely|absolutely|entirely|totally|invariably|impossible|without exception|under no circumstances|in (?:all|every) cases?|at all times|no matter what|in any circumstances|regardless of (?:everything|anything))\b/i;
const vague = /\b(?:often|sometimes|usually|rarely|frequently|occasionally|seldom|from time to time|every so often|now and then|once in a while)\b/i;
const joke = /\b(?:lol|haha+|hehe|unicorns?|aliens?|wizards?|santa claus|mickey mouse|superman|batman|tooth fairy|just kidding|who cares|no idea|(?:i )?(?:don|do )[n’']?t know|asdf\w*|x{3,}|blah|lorem ipsum|tbd|dummy)\b|!|\p{Extended_Pictographic}|^\W*$|^\?+$/iu;

export const absoluteTerm: ItemRule = {
  title: 'An absolute term', severity: 'flaw', english: true, rules: [haladyna('28a'), cueing('absolute terms')],
  why: 'Little holds always and for everyone, so test-wise people strike out options with “always”, “never” or “completely”, and call such claims false. Found where only wrong options (or only right ones) have such a word, and in claims to be judged true or false, which may not begin with “all” or “every” either.',
  mend: 'Say what the option claims without the absolute word, or give all options the same strength.',
  check: ({ item, leadIn, sets }) => {
    if (item.kind === 'true-false') {
      const word = (absolute.exec(leadIn) ?? /^(?:all|every)\b/i.exec(leadIn))?.[0];
      return word === undefined ? [] : [{ path: 'stem', message: `The claim says “${word}”, which makes it likely to be false for whoever knows tests.` }];
    }
    return sets.flatMap(({ right, wrong, shared }) => {
      if (shared || (right.some(({ text }) => absolute.test(text)) && wrong.some(({ text }) => absolute.test(text)))) return [];
      return [...right, ...wrong].flatMap(({ path, text, right: isRight }) => {
        const word = absolute.exec(text)?.[0];
        return word === undefined ? [] : [{ path, message: `Among ${isRight ? 'right' : 'wrong'} options alone one says “${word}”.` }];
      });
    });
  },
};
export const vagueFrequency: ItemRule = {
  title: 'A vague frequency', severity: 'advice', english: true, rules: [irrelevant('vague frequency terms in options')],
  why: 'Readers differ widely in how often “rarely” or “usually” is, so who is right depends on the reader. Where every option has such a word, it is what they have in common and is let be.',
  mend: 'Give a figure, or say under which condition it happens.',
  check: ({ sets }) => sets.filter(({ shared }) => !shared).filter(({ options }) => !options.every(({ text }) => vague.test(text))).flatMap(({ options }) => options.flatMap(({ path, text }) => {
    const word = vague.exec(text)?.[0];
    return word === undefined ? [] : [{ path, message: `“${word}” means something else to every reader.` }];
  })),
};
export const implausibleOption: ItemRule = {
  title: 'An option that nobody would choose', severity: 'flaw', english: true, rules: [haladyna('28f'), haladyna(29)],
  why: 'A joke, a filler or an empty option is struck out by everyone and makes the guess easier. Only what is plain from the words is found (exclamation marks, pictographs, fillers, jokes); that a sober option is never chosen, statistics tell.',
  mend: 'Write what someone with a known misunderstanding would choose, or leave the option out.',
  check: ({ sets }) => sets.flatMap(({ options, gap }) => (gap ? [] : options.filter(({ text, right, html }) => !right && !html.includes('<img') && joke.test(text)).map(({ path, text }) => ({ path, message: text === '' ? 'This option is empty.' : `Nobody would take “${text}” for the answer.` })))),
};
