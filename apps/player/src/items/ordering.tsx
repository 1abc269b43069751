import { plainText, type Choice } from '@preceptor/assessment';
import { useRef, useState } from 'preact/hooks';
import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';
import { idsOf, type AnswerProps } from './answer.js';
import { Said, verdictOf } from './said.js';

/** Up and down buttons do everything; dragging with a mouse or finger by the handle does it faster. */
export function Ordering({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'ordering'>) {
  const { words, announce } = useApp();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const elements = inOrder(view.content.elements, idsOf(value));
  const ids = elements.map((element) => element.id);

  const move = (id: string, to: number): void => {
    const place = Math.max(0, Math.min(ids.length - 1, to));
    if (place === ids.indexOf(id)) return;
    const others = ids.filter((each) => each !== id);
    onChange([...others.slice(0, place), id, ...others.slice(place)]);
  };
  const moveByButton = (element: Choice, by: number): void => {
    const to = ids.indexOf(element.id) + by;
    move(element.id, to);
    announce(words.movedTo(plainText(element.html), to + 1, ids.length));
  };
  const dragTo = (y: number): void => {
    if (dragged === null || list.current === null) return;
    const rows = [...list.current.children];
    const over = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
    move(dragged, over === -1 ? rows.length - 1 : over);
  };
  return (
    <>
      <p class="hint">{words.putInOrder}</p>
      <ol class="ordering" ref={list} aria-labelledby={labelledBy}>
        {elements.map((element, index) => (
          <li key={element.id} class={`${dragged === element.id ? 'dragged' : ''} ${verdictOf(outcome, element.id) ?? ''}`}>
            <div class="ordering-row">
              <span
                class="handle" aria-hidden="true"
                onPointerDown={(event) => {
                  if (locked) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDragged(element.id);
                }}
                onPointerMove={(event) => dragTo(event.clientY)} onPointerUp={() => setDragged(null)} onPointerCancel={() => setDragged(null)}
              />
              <Html html={element.html} />
              {!locked && (
                <span class="movers">
                  <button type="button" class="icon" aria-label={words.moveUp(plainText(element.html))} aria-disabled={index === 0} onClick={() => index > 0 && moveByButton(element, -1)}><Arrow up /></button>
                  <button type="button" class="icon" aria-label={words.moveDown(plainText(element.html))} aria-disabled={index === ids.length - 1} onClick={() => index < ids.length - 1 && moveByButton(element, 1)}><Arrow up={false} /></button>
                </span>
              )}
            </div>
            <Said outcome={outcome} choice={element.id} verdict={verdictOf(outcome, element.id)} />
          </li>
        ))}
      </ol>
      {!locked && idsOf(value).length === 0 && <button type="button" class="quiet" onClick={() => onChange(ids)}>{words.keepThisOrder}</button>}
    </>
  );
}

/** The elements as the learner has put them; what an older answer did not know comes last. */
function inOrder(elements: Choice[], order: string[]): Choice[] {
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...elements].sort((a, b) => place(a.id) - place(b.id));
}

export function Arrow({ up }: { up: boolean }) {
  return <svg viewBox="0 0 16 16" aria-hidden="true"><path d={up ? 'M8 13V3M3.5 7.5L8 3l4.5 4.5' : 'M8 3v10M3.5 8.5L8 13l4.5-4.5'} /></svg>;
}
