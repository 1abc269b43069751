import type { ItemView } from '@preceptor/assessment';
import type { Reflection as Prompt } from '@preceptor/course/compiled';
import type { CourseOutline, LessonContent } from '@preceptor/course/delivery';
import { createPortal, type ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../session/app.js';
import { parseRoute } from '../session/router.js';
import { Check } from './check.js';
import { enhance } from './enhance.js';
import { scrollToShare, shareRead } from './reading-place.js';
import { Reflection } from './reflection.js';
import { unfoldForPrint } from './unfold-for-print.js';

interface Place { element: Element; draw(): ComponentChild }

/** A lesson's text, with what is interactive set in where the text says. */
export function LessonBody({ content }: { content: LessonContent<ItemView> }) {
  const { session, words } = useApp();
  const text = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<Place[]>([]);
  useLayoutEffect(() => {
    if (text.current === null) return;
    // In another language the same place of the text stays in sight.
    const place = text.current.firstChild === null ? null : shareRead(text.current);
    text.current.innerHTML = content.html;
    enhance(text.current, words, isElsewhere(session.outline));
    setPlaces([...text.current.querySelectorAll('[data-check], [data-reflection]')].flatMap((element) => placeOf(element, content) ?? []));
    const shown = text.current;
    if (place !== null && place > 0) requestAnimationFrame(() => scrollToShare(shown, place));
  }, [content]);
  useEffect(unfoldForPrint, []);
  return (
    <>
      <div class="prose lesson-text" ref={text} />
      {places.map(({ element, draw }) => createPortal(draw(), element))}
    </>
  );
}

function placeOf(element: Element, content: LessonContent<ItemView>): Place | undefined {
  const check: ItemView | undefined = content.checks.find((each) => each.id === element.getAttribute('data-check'));
  if (check !== undefined) return { element, draw: () => <Check key={check.id} view={check} lesson={content.id} /> };
  const prompt: Prompt | undefined = content.reflections.find((each) => each.id === element.getAttribute('data-reflection'));
  if (prompt !== undefined) return { element, draw: () => <Reflection key={prompt.id} prompt={prompt} lesson={content.id} /> };
  return undefined;
}

/** Whether an address leads to a lesson or an assessment that this part of the course does not hold. */
function isElsewhere(outline: CourseOutline): (address: string) => boolean {
  const here = new Set(outline.units.flatMap((unit) => [...unit.lessons.map(({ id }) => id), unit.assessment?.id]));
  return (address) => {
    const route = parseRoute(address);
    return (route.name === 'lesson' || route.name === 'assessment') && !here.has(route.id);
  };
}
