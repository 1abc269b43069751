import type { Words } from '../words/words.js';
import { makeTabs } from './tabs.js';

/**
 * Makes of plain lesson text what needs a script or the learner's language. What the compiler writes is marked by
 * `data-kind` (libs/course, markdown/directives); without any of this the text can still be read. `isElsewhere` tells of
 * an address in the player whether this part of the course does not hold what it leads to.
 */
export function enhance(text: HTMLElement, words: Words, isElsewhere: (address: string) => boolean): void {
  const name = (kind: string, word: string): void => {
    for (const box of text.querySelectorAll(`[data-kind="${kind}"]`)) box.prepend(labelled(text, word));
  };
  name('vignette', words.vignette);
  name('key-point', words.keyPoint);
  name('caution', words.caution);
  name('footnotes', words.footnotes);
  for (const summary of text.querySelectorAll('[data-word="transcript"]')) summary.textContent = words.transcript;
  for (const tabs of text.querySelectorAll<HTMLElement>('[data-kind="tabs"]')) makeTabs(tabs);
  for (const table of text.querySelectorAll('table')) makeScrollable(table);
  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    if (isElsewhere(address)) link.replaceWith(...link.childNodes, ` (${words.inAnotherPart})`);
    else if (/^#[^/]/.test(address)) stayOnPage(link);
    else if (/^https?:/.test(link.href)) openOutside(link);
  }
  for (const term of text.querySelectorAll('[data-term]')) {
    term.setAttribute('aria-haspopup', 'dialog');
    term.setAttribute('aria-expanded', 'false');
  }
}

function labelled(text: HTMLElement, word: string): HTMLElement {
  const label = text.ownerDocument.createElement('p');
  label.className = 'label';
  label.textContent = word;
  return label;
}

/** A wide table scrolls by itself, so that the page never does (WCAG 2.2, 1.4.10); the keyboard reaches it by focus. */
function makeScrollable(table: HTMLTableElement): void {
  const frame = table.ownerDocument.createElement('div');
  frame.className = 'scrollable';
  table.replaceWith(frame);
  frame.append(table);
  if (frame.scrollWidth <= frame.clientWidth) return;
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  const name = table.querySelector('caption, th')?.textContent;
  if (name) frame.setAttribute('aria-label', name);
}

/** A footnote's link leads within the text; what stands after # in the address is the player's own. */
function stayOnPage(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = link.ownerDocument.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
    if (target === null) return;
    target.tabIndex = -1;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  });
}

/** A link out of the course opens beside it: in an LMS's frame it would take the course's place. */
function openOutside(link: HTMLAnchorElement): void {
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}
