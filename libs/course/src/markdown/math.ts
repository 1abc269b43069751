import type { Element } from 'hast';
import type { InlineMath, Math } from 'mdast-util-math';
import { math } from 'micromark-extension-math';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import temml from 'temml';
import type { MarkdownTask } from './task.js';

const dollar = 36;
/** Longest formula in TeX, in characters. */
const longest = 4_000;

/**
 * Formulas in TeX: $x^2$ within a sentence, $$ on lines of their own around one that stands alone. A dollar is money,
 * not a formula, unless what follows touches it, and what closes it is touched and has no digit after it: so Pandoc has
 * it (manual, tex_math_dollars), and "$5 and $10" stays what it says.
 */
export function mathSyntax(): Extension {
  const { flow = {}, text = {} } = math();
  const usual = [text[dollar] ?? []].flat()[0];
  return usual === undefined ? { flow } : { flow, text: { [dollar]: touching(usual) } };
}

function touching(usual: Construct): Construct {
  return {
    ...usual,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      return effects.check(closesWell, usual.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/** Looks ahead from a dollar to the one that would close it. */
const closesWell: Construct = {
  partial: true,
  tokenize(effects: Effects, ok: State, nok: State): State {
    let before: Code = null;
    const take = (code: Code, next: State): State => {
      effects.consume(code);
      before = code;
      return next;
    };
    const open: State = (code) => {
      effects.enter('data');
      return take(code, first);
    };
    const first: State = (code) => {
      if (code === dollar) return leave(ok)(code);
      return code === null || isSpace(code) ? leave(nok)(code) : within(code);
    };
    const within: State = (code) => {
      if (code === null) return leave(nok)(code);
      if (code !== dollar) return take(code, within);
      return before !== null && isSpace(before) ? leave(nok)(code) : take(code, after);
    };
    const after: State = (code) => leave(code !== null && code >= 48 && code <= 57 ? nok : ok)(code);
    const leave = (to: State): State => (code) => {
      effects.exit('data');
      return to(code);
    };
    return open;
  },
};

/** Spaces, tabs and line ends, which micromark counts below zero. */
const isSpace = (code: number): boolean => code < 0 || code === 32;

/** A place for a formula in the tree; what it becomes is put in when all is sanitised, since no author may write MathML. */
export function formulaElement(node: InlineMath | Math, task: MarkdownTask): Element {
  const mathml = mathMl(node, task);
  task.formulas.push(mathml);
  return { type: 'element', tagName: 'span', properties: { dataFormula: String(task.formulas.length - 1) }, children: [] };
}

/** Puts the formulas into their places in the HTML. */
export function withFormulas(html: string, formulas: readonly string[]): string {
  return formulas.length === 0 ? html : html.replace(/<span data-formula="(\d+)"><\/span>/g, (_, index: string) => formulas[Number(index)] ?? '');
}

/** MathML Core without style or class: nothing in it runs, fetches or dresses. */
function mathMl(node: InlineMath | Math, task: MarkdownTask): string {
  const { mathMl: made, problem } = formulaMarkup(node.value, node.type === 'math');
  if (made !== null) return made;
  task.report('bad-formula', node, `The formula can't be read: ${problem}.`);
  return `<code>${escaped(node.value)}</code>`;
}

/** TeX as MathML; `problem`: why it can't be read, without a full stop. `alone`: it stands on lines of its own. */
export function formulaMarkup(tex: string, alone: boolean): { mathMl: string; problem: null } | { mathMl: null; problem: string } {
  if (tex.length > longest) return { mathMl: null, problem: `it has more than ${longest.toLocaleString('en')} characters` };
  try {
    const made = temml.renderToString(tex, { displayMode: alone, throwOnError: true, strict: true });
    return { mathMl: made.replace(/<[a-z][^>]*>/g, (tag) => tag.replace(/ (?:class|style)="[^"]*"/g, '')), problem: null };
  } catch (error) {
    return { mathMl: null, problem: saidOf(error) };
  }
}

/** Temml marks the place in its message with underlined letters; the sentence before it is enough. */
function saidOf(error: unknown): string {
  const said = error instanceof Error ? error.message.split(/ at (?:position|end of input)/)[0]?.trim() ?? '' : '';
  return (said === '' ? 'it is no TeX' : said).slice(0, 200).replace(/\.$/, '');
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
