import { plainText, type Gap } from '@preceptor/assessment';
import { createPortal } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../session/app.js';
import { pairsOf, type AnswerProps } from './answer.js';
import { Said, verdictOf } from './said.js';

/** A text with drop-downs standing in its gaps. */
export function Cloze({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'cloze'>) {
  const { words } = useApp();
  const text = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<{ gap: Gap; place: Element }[]>([]);
  const { gaps, textHtml } = view.content;
  const pairs = pairsOf(value);

  useLayoutEffect(() => {
    if (text.current === null) return;
    text.current.innerHTML = textHtml;
    const found = [...text.current.querySelectorAll('[data-gap]')];
    setPlaces(found.flatMap((place) => {
      const gap = gaps.find((each) => each.id === place.getAttribute('data-gap'));
      return gap === undefined ? [] : [{ gap, place }];
    }));
  }, [textHtml]);

  const choose = (gap: string, option: string): void => {
    const { [gap]: _before, ...others } = pairs;
    onChange(option === '' ? others : { ...others, [gap]: option });
  };
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <div class="prose cloze" ref={text} />
      {places.map(({ gap, place }, index) => createPortal(
        <select
          key={gap.id} class={pairs[gap.id] === undefined ? '' : (verdictOf(outcome, gap.id) ?? '')} aria-label={words.gap(index + 1)} value={pairs[gap.id] ?? ''} disabled={locked}
          onChange={(event) => choose(gap.id, event.currentTarget.value)}
        >
          <option value="">{words.choose}</option>
          {gap.options.map((option) => <option key={option.id} value={option.id}>{plainText(option.html)}</option>)}
        </select>,
        place,
      ))}
      {outcome !== null && (
        <ol class="gaps-said">
          {places.map(({ gap }, index) => (
            <li key={gap.id}><span class="hint">{words.gap(index + 1)}</span><Said outcome={outcome} choice={pairs[gap.id] ?? ''} verdict={verdictOf(outcome, gap.id)} /></li>
          ))}
        </ol>
      )}
    </div>
  );
}
