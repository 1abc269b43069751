import type { Region } from '@preceptor/assessment';
import { useApp } from '../session/app.js';
import { idsOf, type AnswerProps } from './answer.js';
import { OptionList } from './option-list.js';
import { verdictOf } from './said.js';

/**
 * A picture with areas to choose. The list below it holds the same areas by name: it is what the keyboard and a screen
 * reader use, so the areas in the picture are for the pointer only (WCAG 2.2, 1.1.1 and 2.1.1).
 */
export function Hotspot({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'hotspot'>) {
  const { words } = useApp();
  const { image, alt, width, height, regions, maxChoices } = view.content;
  const chosen = idsOf(value);
  const choose = (id: string, on: boolean): void => {
    if (locked) return;
    if (!on) onChange(chosen.filter((each) => each !== id));
    else if (maxChoices === 1) onChange([id]);
    else if (chosen.length < maxChoices) onChange([...chosen, id]);
  };
  return (
    <>
      <p class="hint">{words.pickOnPicture} {words.chooseUpTo(maxChoices)}</p>
      <div class="hotspot">
        <img src={image} alt={alt} width={width} height={height} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {regions.map((region) => (
            <Area key={region.id} region={region} state={chosen.includes(region.id) ? `chosen ${verdictOf(outcome, region.id) ?? ''}` : ''} onPick={() => choose(region.id, !chosen.includes(region.id))} />
          ))}
        </svg>
      </div>
      <OptionList
        options={regions.map((region) => ({ id: region.id, html: escaped(region.label) }))} chosen={chosen} many={maxChoices > 1} locked={locked} outcome={outcome}
        full={maxChoices > 1 && chosen.length >= maxChoices} labelledBy={labelledBy} verdict={(id) => verdictOf(outcome, id)} onChoose={choose}
      />
    </>
  );
}

/** An area of a picture, for the pointer. */
export function Area({ region, state, onPick }: { region: Region; state: string; onPick(): void }) {
  const [x = 0, y = 0, a = 0, b = 0] = region.coords;
  const shared = { class: `area ${state}`, onClick: onPick };
  if (region.shape === 'circle') return <circle cx={x} cy={y} r={a} {...shared} />;
  if (region.shape === 'rect') return <rect x={x} y={y} width={a} height={b} rx={4} {...shared} />;
  return <polygon points={region.coords.join(' ')} {...shared} />;
}

/** A region's label is plain text, not HTML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
