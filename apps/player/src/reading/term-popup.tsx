import type { GlossaryTerm } from '@preceptor/course/compiled';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../session/app.js';
import { addressOf } from '../session/router.js';
import { Html } from './html.js';

const MARGIN = 8;

/** Says what a term means, beside the word, wherever in a text its button stands (`data-term`). */
export function TermPopup() {
  const { session, words } = useApp();
  const [asked, setAsked] = useState<{ term: GlossaryTerm; button: HTMLElement } | null>(null);
  const popup = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const button = target?.closest<HTMLElement>('[data-term]') ?? null;
      if (button === null) {
        if (!popup.current?.contains(target)) setAsked(null);
        return;
      }
      void session.delivery.glossary().then((terms) => {
        const term = terms.find((each) => each.id === button.dataset['term']);
        setAsked((before) => (term === undefined || before?.button === button ? null : { term, button }));
      }, () => undefined);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setAsked(null);
    };
    const close = (): void => setAsked(null);
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    window.addEventListener('hashchange', close);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('hashchange', close);
    };
  }, []);

  useEffect(() => setAsked(null), [session.outline.language]);
  useEffect(() => {
    if (asked === null) return undefined;
    const { button } = asked;
    const stay = (): void => {
      if (popup.current !== null) place(popup.current, button);
    };
    stay();
    window.addEventListener('resize', stay);
    button.setAttribute('aria-expanded', 'true');
    popup.current?.focus({ preventScroll: true });
    return () => {
      window.removeEventListener('resize', stay);
      button.setAttribute('aria-expanded', 'false');
      if (popup.current?.contains(document.activeElement) ?? document.activeElement === document.body) button.focus({ preventScroll: true });
    };
  }, [asked]);
  if (asked === null) return null;
  return (
    <div class="term-popup" ref={popup} tabIndex={-1} role="dialog" aria-label={`${words.term}${words.colon} ${asked.term.term}`}>
      <p class="label">{asked.term.term}</p>
      <Html html={asked.term.html} />
      <p class="popup-foot"><a href={addressOf({ name: 'glossary', term: asked.term.id })}>{words.glossary}</a><button type="button" class="link" onClick={() => setAsked(null)}>{words.close}</button></p>
    </div>
  );
}

/** Under the word, or above it where there is no room; never out of the window. Set by properties, which a strict content policy allows. */
function place(popup: HTMLElement, button: HTMLElement): void {
  const word = button.getBoundingClientRect();
  const width = popup.offsetWidth;
  const below = word.bottom + MARGIN + popup.offsetHeight < innerHeight;
  popup.style.left = `${Math.max(MARGIN, Math.min(word.left, document.documentElement.clientWidth - width - MARGIN)) + scrollX}px`;
  popup.style.top = `${(below ? word.bottom + MARGIN : Math.max(MARGIN, word.top - popup.offsetHeight - MARGIN)) + scrollY}px`;
}
