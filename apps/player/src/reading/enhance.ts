/** Makes of plain lesson text what needs a script: nothing here is needed to read it. */
export function enhance(text: HTMLElement): void {
  for (const table of text.querySelectorAll('table')) makeScrollable(table);
  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href]')) openOutside(link);
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

/** A link out of the course opens beside it: in an LMS's frame it would take the course's place. */
function openOutside(link: HTMLAnchorElement): void {
  if (!/^https?:/.test(link.getAttribute('href') ?? '')) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}
