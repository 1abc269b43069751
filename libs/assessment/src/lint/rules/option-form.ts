import type { ItemRule, Place } from '../rule.js';
import type { OptionSet, ReadOption } from '../reading/item-reading.js';
import { haladyna, irrelevant } from '../sources.js';

type Form = 'infinitive' | 'that-clause' | 'because-clause' | 'sentence' | 'yes or no' | 'figure' | 'question';
const forms: readonly [Form, RegExp][] = [
  ['question', /\?$/],
  ['yes or no', /^(?:yes|no)\b(?!\s+\p{L}+(?:s|ing)\b)/iu],
  ['infinitive', /^to (?!the\b|an?\b|his\b|her\b|their\b|its\b|\p{Lu})/u],
  ['infinitive', /^To (?!the\b|an?\b|his\b|her\b|their\b|its\b)/],
  ['that-clause', /^that (?:the|an?|it|they|he|she|this|all|no|\p{L}+s)\b/iu],
  ['because-clause', /^(?:because|since) /i],
  ['sentence', /^(?:it|they|he|she|we|you|i) (?!and\b)\p{L}/iu],
  ['figure', /^[-−]?[$€£]?\d[\d.,]*\s?(?:%|\p{L}{0,8})?$/u],
];
const gerund = /^(?!anything|everything|nothing|something|during|king\b|spring\b|string\b|ring\b|wing\b|thing\b|evening|morning)\p{L}{2,}ing (?=\p{L})/iu;
const bare = /^(?:add|agree|allow|apply|arrange|ask|avoid|begin|book|bring|build|buy|call|cancel|carry|change|check|choose|clean|close|collect|come|cool|correct|cover|cut|decide|decline|delay|delete|divide|document|draw|drive|dry|end|explain|fill|find|give|go|heat|hold|ignore|increase|inform|install|keep|lay|leave|let|lift|listen|lower|make|measure|mix|move|note|offer|open|order|paint|pay|place|postpone|pour|press|print|pull|push|put|raise|read|record|reduce|refer|refuse|remove|repair|repeat|replace|report|restart|return|run|save|search|seek|sell|send|set|share|show|soak|speak|start|stay|stop|suggest|switch|take|talk|tell|throw|tie|tighten|try|turn|update|use|wait|walk|warm|wash|watch|wear|weigh|write) /i;

export const unlikeOptions: ItemRule = {
  title: 'Options of different forms', severity: 'advice', english: true, rules: [haladyna(23), irrelevant('language in options not parallel')],
  why: 'Options that are a noun here, a sentence there and an instruction elsewhere must be read one by one, and the odd one out draws the eye. Found where some options are infinitives, “that” or “because” clauses, whole sentences, questions, figures, or begin with yes or no, and others are not; and where instructions stand beside “-ing” forms.',
  mend: 'Give all options the grammar of the right one.',
  check: ({ sets }) => sets.flatMap(unlike),
};

function unlike({ options, path, gap, shared }: OptionSet): Place[] {
  if (gap || shared || options.length < 2) return [];
  for (const form of new Set(forms.map(([name]) => name))) {
    const patterns = forms.filter(([name]) => name === form).map(([, pattern]) => pattern);
    const like = options.filter(({ text }) => patterns.some((pattern) => pattern.test(text)));
    const other = options.find((option) => !like.includes(option) && (form !== 'sentence' || isPhrase(option)));
    if (like[0] !== undefined && other !== undefined) return [{ path, message: `“${like[0].text}” has the form of ${named[form]}, “${other.text}” has not.` }];
  }
  const doing = options.find(({ text }) => gerund.test(text));
  const told = options.find(({ text }) => bare.test(text));
  return doing !== undefined && told !== undefined ? [{ path, message: `“${told.text}” is an instruction, “${doing.text}” is not.` }] : [];
}

/** Few words without a sign of a verb: no auxiliary, no ending of a verb on the word after the first. */
function isPhrase({ text, words }: ReadOption): boolean {
  return words.length <= 5 && !/[.;!?]["”’]?$/.test(text) && !/\b(?:is|are|was|were|has|have|had|can|may|must|will|should|does|do|did|n['’]t)\b/i.test(text) && !(!/^(?:its|his|her)$/.test(words[0] ?? '') && /(?:s|ed)$/.test(words[1] ?? ''));
}

const named: Record<Form, string> = { infinitive: 'an infinitive', 'that-clause': 'a clause with “that”', 'because-clause': 'a reason with “because”', sentence: 'a sentence', 'yes or no': 'a yes or no', figure: 'a figure', question: 'a question' };
