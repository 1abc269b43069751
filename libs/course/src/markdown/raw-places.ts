import type { MarkdownTask, Positioned } from './task.js';

/** Finds where the author's raw elements stand: the n-th element of a name from the end is the n-th `<name` from the end. */
export class RawPlaces {
  #before = new Map<string, number>();

  #text: string;

  constructor(task: MarkdownTask) {
    this.#text = task.wholeText.toLowerCase();
  }

  /** The place of the next element of a name, going backwards through the text. */
  of(tagName: string): Positioned {
    const text = this.#text;
    const wanted = `<${tagName}`;
    let at = this.#before.get(tagName) ?? text.length;
    while (at >= 0) {
      at = at === 0 ? -1 : text.lastIndexOf(wanted, at - 1);
      if (at === -1 || !/[a-z0-9-]/i.test(text[at + wanted.length] ?? ' ')) break;
    }
    this.#before.set(tagName, Math.max(0, at));
    const start = Math.max(0, at);
    const close = text.indexOf('>', start);
    return { position: { start: { offset: start }, end: { offset: close === -1 ? start + wanted.length : close + 1 } } };
  }
}
