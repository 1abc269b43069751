import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../session/app.js';

let first = true;

/**
 * The heading of a screen. It names the page, and takes the focus when the screen opens, so that a screen reader begins
 * there; not for the page's first screen, which the browser itself announces.
 */
export function Heading({ children, title, id }: { children: ComponentChildren; /** the page's name where the heading is more than text */ title?: string; id?: string }) {
  const { session, about } = useApp();
  const course = about.part?.courseTitle ?? session.outline.title;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const name = title ?? heading.current?.textContent ?? '';
    document.title = name === '' || name === course ? course : `${name} – ${course}`;
  });
  useEffect(() => {
    if (!first) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    first = false;
  }, []);
  return <h1 ref={heading} tabIndex={-1} {...(id === undefined ? {} : { id })}>{children}</h1>;
}
