import type { Feedback } from '../../../item.js';
import { byChoice } from '../pairs.js';
import { choiceIdsFor } from '../../text/ids.js';
import type { Ledger } from '../../ledger.js';
import { below, elements, first, words, type XmlTree } from '../../xml/read.js';
import { idOfIdentifier } from './dialect.js';
import { htmlOf } from './flow.js';

export interface Declared { cardinality: string; baseType: string; correct: string[]; mapping: { key: string; value: number; caseSensitive: boolean }[] | undefined }

/** An item in the words of 2.x, with what readers of all kinds ask of it. */
export class QtiItem {
  readonly body: XmlTree;
  readonly interactions: XmlTree[];
  readonly classes: string[];
  #ids = new Map<string, string>();

  constructor(readonly tree: XmlTree, readonly ledger: Ledger, readonly pictureOf: (src: string) => string | undefined) {
    this.body = first(tree, 'itemBody') ?? { name: 'itemBody', attributes: {}, children: [], line: tree.line };
    this.interactions = interactionsOf(this.body);
    this.classes = (this.body.attributes['class'] ?? '').split(/\s+/);
  }

  /** The kind that the class names, as our own export writes it. */
  has(name: string): boolean { return this.classes.includes(`x-${name}`); }
  /** The rest of the class that begins so. */
  after(prefix: string): string | undefined { return this.classes.find((one) => one.startsWith(`x-${prefix}`))?.slice(prefix.length + 2); }

  declared(identifier: string | undefined): Declared {
    const declaration = elements(this.tree, 'responseDeclaration').find((one) => one.attributes['identifier'] === identifier);
    const mapping = first(declaration, 'mapping');
    return {
      cardinality: declaration?.attributes['cardinality'] ?? 'single', baseType: declaration?.attributes['baseType'] ?? 'identifier',
      correct: elements(first(declaration, 'correctResponse') ?? empty, 'value').map((value) => words(value)),
      mapping: mapping === undefined ? undefined : elements(mapping, 'mapEntry').map(({ attributes }) => ({ key: attributes['mapKey'] ?? '', value: Number(attributes['mappedValue'] ?? '0'), caseSensitive: attributes['caseSensitive'] !== 'false' })),
    };
  }

  /** Whether the score of a response is computed from its mapping. */
  maps(): boolean {
    const processing = first(this.tree, 'responseProcessing');
    return processing !== undefined && (/map_response/.test(processing.attributes['template'] ?? '') || below(processing, 'mapResponse').length > 0);
  }

  maxScore(): number | undefined {
    const score = elements(this.tree, 'outcomeDeclaration').find((one) => one.attributes['identifier'] === 'SCORE' || one.attributes['identifier'] === 'MAXSCORE');
    const upper = below(this.tree, 'mapping')[0]?.attributes['upperBound'];
    const found = Number(score?.attributes['normalMaximum'] ?? (this.maps() ? upper : undefined) ?? Number.NaN);
    return found > 0 && found <= 1_000 && found !== 1 ? found : undefined;
  }

  /** Ids for the identifiers of choices; later asked by `id`. */
  name(choices: readonly XmlTree[]): void {
    const identifiers = choices.map(({ attributes }) => attributes['identifier'] ?? '');
    const { ids, changed } = choiceIdsFor(identifiers.map(idOfIdentifier));
    if (changed) this.ledger.change('choice-ids');
    identifiers.forEach((identifier, index) => this.#ids.set(identifier, ids[index] ?? ''));
  }
  id(identifier: string): string { return this.#ids.get(identifier) ?? idOfIdentifier(identifier); }

  html(tree: XmlTree, replace: (element: XmlTree) => string | undefined = () => undefined): string {
    return htmlOf(tree, (element) => {
      if (/^(feedback(Inline|Block)|template(Inline|Block)|rubricBlock|stylesheet)$/.test(element.name)) return '';
      if (element.name === 'printedVariable') {
        this.ledger.lose('processing');
        return '';
      }
      if (element.name === 'img') {
        const src = this.pictureOf(element.attributes['src'] ?? '');
        if (src !== undefined && src !== element.attributes['src']) return htmlOf({ ...element, name: 'span', attributes: {}, children: [{ ...element, attributes: { ...element.attributes, src } }] });
      }
      return replace(element);
    }).trim();
  }

  /** The question: our own part, or all of the body but the interactions, and their prompts. */
  stem(): string {
    const own = elements(this.body, 'div').find((div) => div.attributes['class'] === 'x-stem');
    if (own !== undefined) return this.html(own);
    const body = this.html(this.body, (element) => {
      if (!isInteraction(element)) return undefined;
      const prompt = first(element, 'prompt');
      const asked = prompt === undefined ? '' : `<p>${this.html(prompt)}</p>`;
      return /^(textEntry|inlineChoice)/.test(element.name) ? `${asked}_____` : asked;
    });
    return body.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
  }

  feedback(): Feedback {
    const said: [string, string][] = [];
    const general: Feedback = {};
    for (const modal of elements(this.tree, 'modalFeedback')) {
      const identifier = modal.attributes['identifier'] ?? '';
      const html = this.html(first(modal, 'contentBody') ?? modal);
      if (html === '') continue;
      if (this.#ids.has(identifier) && modal.attributes['outcomeIdentifier'] !== 'FEEDBACK') said.push([this.id(identifier), html]);
      else if (/^correct$/i.test(identifier)) general.correctHtml = html;
      else if (/^incorrect$/i.test(identifier)) general.incorrectHtml = html;
      else this.ledger.lose('choice-feedback');
    }
    for (const inline of [...below(this.body, 'feedbackInline'), ...below(this.body, 'feedbackBlock')]) {
      const identifier = inline.attributes['identifier'] ?? '';
      if (this.#ids.has(identifier)) said.push([this.id(identifier), this.html(first(inline, 'contentBody') ?? inline)]);
      else this.ledger.lose('choice-feedback');
    }
    return { ...general, ...byChoice(said) };
  }
}

const empty: XmlTree = { name: '', attributes: {}, children: [], line: 0 };
const isInteraction = (element: XmlTree): boolean => /Interaction$/.test(element.name);
function interactionsOf(tree: XmlTree): XmlTree[] {
  return elements(tree).flatMap((child) => (isInteraction(child) ? [child] : interactionsOf(child)));
}
