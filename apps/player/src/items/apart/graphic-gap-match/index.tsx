import { plainText, type Choice, type Region } from '@preceptor/assessment';
import { useRef, useState } from 'preact/hooks';
import { Html } from '../../../reading/html.js';
import { useApp } from '../../../session/app.js';
import { pairsOf, type AnswerProps } from '../../answer.js';
import { Area, escaped } from '../../hotspot.js';
import { verdictOf } from '../../said.js';
import { SelectRows } from '../../select-rows.js';
import { centreOf } from '../region.js';
import { useKindWords } from '../words.js';
import { useDrag } from './use-drag.js';

/**
 * Labels are dragged onto a picture, or clicked and then their place. The list below it has a drop-down for each place: it
 * is what the keyboard and a screen reader use, so the picture and the labels beside it are for the pointer only (WCAG
 * 2.2, 2.1.1 and 2.5.7).
 */
export function GraphicGapMatch({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'graphic-gap-match'>) {
  const { announce } = useApp();
  const words = useKindWords();
  const picture = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const { image, alt, width, height, regions, labels } = view.content;
  const pairs = pairsOf(value);
  const text = (id: string): string => plainText(labels.find((label) => label.id === id)?.html ?? '');

  const put = (label: string, region: Region | null, from: string | null): void => {
    setPicked(null);
    const { [from ?? '']: _left, ...others } = pairs;
    if (region === null && from === null) return;
    onChange(region === null ? others : { ...others, [region.id]: label });
    announce(region === null ? words.labelTaken(text(label)) : words.labelPut(text(label), region.label));
  };
  const { dragged, over, hold } = useDrag({ picture, regions, width, height, locked, onDrop: put, onTap: (label) => setPicked(picked === label ? null : label) });
  const tap = (region: Region): void => {
    if (!locked && picked !== null) put(picked, region, null);
  };
  return (
    <>
      <p class="hint">{words.labelHelp}</p>
      {!locked && (
        <div class="label-tray" aria-hidden="true">
          {labels.map((label) => <Chip key={label.id} label={label} state={picked === label.id ? 'picked' : ''} hold={hold(label.id, null)} />)}
        </div>
      )}
      <div class={`hotspot labelled ${picked === null ? '' : 'aiming'}`} ref={picture}>
        <img src={image} alt={alt} width={width} height={height} draggable={false} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {regions.map((region) => <Area key={region.id} region={region} state={`${over === region.id ? 'aimed' : ''} ${pairs[region.id] === undefined ? '' : `chosen ${verdictOf(outcome, region.id) ?? ''}`}`} onPick={() => tap(region)} />)}
        </svg>
        {regions.map((region) => {
          const label = labels.find(({ id }) => id === pairs[region.id]);
          if (label === undefined) return null;
          const { x, y } = centreOf(region);
          return (
            <span key={region.id} class="placed" aria-hidden="true" style={{ left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` }}>
              <Chip label={label} state={verdictOf(outcome, region.id) ?? ''} hold={hold(label.id, region.id)} onTap={() => tap(region)} />
            </span>
          );
        })}
      </div>
      {dragged !== null && <span class="chip dragging" aria-hidden="true" style={{ left: `${dragged.x}px`, top: `${dragged.y}px` }}>{text(dragged.label)}</span>}
      <SelectRows
        rows={regions.map(({ id, label }) => ({ id, html: escaped(label) }))} options={labels} pairs={pairs} naming={words.labelFor} locked={locked} outcome={outcome} labelledBy={labelledBy}
        onChange={(next) => { setPicked(null); onChange(next); }}
      />
    </>
  );
}

interface ChipProps { label: Choice; state: string; hold: ReturnType<ReturnType<typeof useDrag>['hold']>; onTap?(): void }

function Chip({ label, state, hold, onTap }: ChipProps) {
  return <span class={`chip ${state}`} {...hold} {...(onTap === undefined ? {} : { onClick: onTap })}><Html html={label.html} inline className="" /></span>;
}
