import type { Region } from '@preceptor/assessment';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../session/app.js';
import { idsOf, type AnswerProps } from '../answer.js';
import { Area } from '../hotspot.js';
import { Arrow } from '../ordering.js';
import { Said, verdictOf } from '../said.js';
import { centreOf } from './region.js';
import { useKindWords } from './words.js';

/**
 * The areas of a picture are clicked in turn and bear their numbers. The list below does the same by buttons: it is what
 * the keyboard and a screen reader use, so the areas in the picture are for the pointer only.
 */
export function GraphicOrder({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'graphic-order'>) {
  const { announce, formats } = useApp();
  const words = useKindWords();
  const moved = useRef<HTMLElement | null>(null);
  const { image, alt, width, height, regions } = view.content;
  const order = idsOf(value).filter((id) => regions.some((region) => region.id === id));
  const rows = [...order.flatMap((id) => regions.filter((region) => region.id === id)), ...regions.filter(({ id }) => !order.includes(id))];
  // A row that moves up or down takes the focus with it: the browser drops it from an element that is put elsewhere.
  useLayoutEffect(() => {
    const button = moved.current;
    moved.current = null;
    if (button !== null && document.activeElement !== button) (button.isConnected ? button : null)?.focus();
  });

  const toggle = (region: Region): void => {
    if (locked) return;
    const placed = order.includes(region.id);
    onChange(placed ? order.filter((id) => id !== region.id) : [...order, region.id]);
    announce(placed ? words.orderTaken(region.label) : words.movedTo(region.label, order.length + 1, regions.length));
  };
  const move = (region: Region, by: number): void => {
    const to = order.indexOf(region.id) + by;
    if (to < 0 || to >= order.length) return;
    const others = order.filter((id) => id !== region.id);
    onChange([...others.slice(0, to), region.id, ...others.slice(to)]);
    announce(words.movedTo(region.label, to + 1, regions.length));
  };
  return (
    <>
      <p class="hint">{words.orderHelp}</p>
      <div class="hotspot">
        <img src={image} alt={alt} width={width} height={height} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {regions.map((region) => <Area key={region.id} region={region} state={order.includes(region.id) ? `chosen ${verdictOf(outcome, region.id) ?? ''}` : ''} onPick={() => toggle(region)} />)}
        </svg>
        {order.map((id, at) => {
          const region = regions.find((each) => each.id === id);
          if (region === undefined) return null;
          const { x, y } = centreOf(region);
          return <span key={id} class={`picture-mark ${verdictOf(outcome, id) ?? ''}`} aria-hidden="true" style={{ left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` }}>{formats.number(at + 1)}</span>;
        })}
      </div>
      <ol class="ordering on-picture" aria-labelledby={labelledBy}>
        {rows.map((region) => {
          const at = order.indexOf(region.id);
          const placed = at !== -1;
          const verdict = placed ? verdictOf(outcome, region.id) : null;
          return (
            <li key={region.id} data-part={region.id} class={`${placed ? '' : 'open'} ${verdict ?? ''}`} onClickCapture={(event) => void (moved.current = event.target instanceof Element ? event.target.closest('button') : null)}>
              <div class="ordering-row">
                <span class="number" aria-hidden="true">{placed ? formats.number(at + 1) : '–'}</span>
                <span>{region.label}<span class="visually-hidden">{words.colon} {placed ? words.orderPlace(at + 1) : words.orderOpen}</span></span>
                {!locked && (
                  <span class="movers">
                    <button type="button" class="quiet small" aria-label={placed ? words.orderTake(region.label) : words.orderPut(region.label)} onClick={() => toggle(region)}>{placed ? words.orderTakeShort : words.orderPutShort}</button>
                    <button type="button" class="icon" aria-label={words.moveUp(region.label)} aria-disabled={at <= 0} onClick={() => at > 0 && move(region, -1)}><Arrow up /></button>
                    <button type="button" class="icon" aria-label={words.moveDown(region.label)} aria-disabled={!placed || at === order.length - 1} onClick={() => placed && move(region, 1)}><Arrow up={false} /></button>
                  </span>
                )}
              </div>
              <Said outcome={outcome} choice={region.id} verdict={verdict} />
            </li>
          );
        })}
      </ol>
    </>
  );
}
