import { rowsAt, textAt, type ItemDocument } from '../document/paths.js';
import { useItemForm } from '../form/ItemForm.js';
import { nameOf } from '../form/Rows.js';

interface Place { id: string; index: number; column: number; line: number }
const box = { width: 120, height: 40, across: 40, down: 14 };

/** The ways through a case, from left to right. A step that no way comes to stands by itself at the left. */
export function CaseMap() {
  const { document } = useItemForm();
  const steps = rowsAt(document, ['steps']);
  const places = placed(document);
  const byId = new Map(places.map((place) => [place.id, place]));
  const ways = steps.flatMap((step) => rowsAt(step, ['options']).flatMap((option) => {
    const [from, to] = [byId.get(textAt(step, ['id'])), byId.get(textAt(option, ['next']))];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  }));
  const width = Math.max(...places.map(({ column }) => column + 1), 1) * (box.width + box.across) - box.across + 2;
  const height = Math.max(...places.map(({ line }) => line + 1), 1) * (box.height + box.down) - box.down + 2;
  const said = steps.map((step, index) => `Step ${index + 1} leads to ${[...new Set(rowsAt(step, ['options']).map((option) => { const next = byId.get(textAt(option, ['next'])); return next === undefined ? 'the end' : `step ${next.index + 1}`; }))].join(' or ')}.`).join(' ');
  return (
    <figure className="case-map">
      <figcaption className="field-label">Ways through the case</figcaption>
      <div className="sheet" tabIndex={0} role="group" aria-label="Map of the case">
        <svg width={width} height={height} viewBox={`-1 -1 ${width} ${height}`} role="img" aria-label={said}>
          <defs><marker id="case-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor" /></marker></defs>
          {ways.map(({ from, to }, index) => <path key={index} className="case-way" d={wayBetween(from, to)} markerEnd="url(#case-arrow)" />)}
          {places.map((place) => (
            <g key={place.id} transform={`translate(${leftOf(place)} ${topOf(place)})`} onClick={() => jumpTo(place.index)} className="case-step">
              <rect width={box.width} height={box.height} rx={7} />
              <text x={10} y={16}>Step {place.index + 1}</text>
              <text x={10} y={31} className="quiet">{shortened(nameOf(steps[place.index] ?? {}, place.index))}</text>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}

/** Each step as far to the right as the longest way to it; in a circle, where it was first met. */
function placed(document: ItemDocument): Place[] {
  const steps = rowsAt(document, ['steps']);
  const start = textAt(document, ['start']) || textAt(steps[0], ['id']);
  const columns = new Map<string, number>();
  const visit = (id: string, column: number, way: readonly string[]): void => {
    if (way.includes(id) || column >= steps.length || (columns.get(id) ?? -1) >= column) return;
    const step = steps.find((each) => each['id'] === id);
    if (step === undefined) return;
    columns.set(id, column);
    for (const option of rowsAt(step, ['options'])) visit(textAt(option, ['next']), column + 1, [...way, id]);
  };
  visit(start, 0, []);
  const lines = new Map<number, number>();
  return steps.map((step, index) => {
    const id = textAt(step, ['id']);
    const column = columns.get(id) ?? 0;
    const line = lines.get(column) ?? 0;
    lines.set(column, line + 1);
    return { id, index, column, line };
  });
}

const leftOf = ({ column }: Place): number => column * (box.width + box.across);
const topOf = ({ line }: Place): number => line * (box.height + box.down);

function wayBetween(from: Place, to: Place): string {
  const [x1, y1, x2, y2] = [leftOf(from) + box.width, topOf(from) + box.height / 2, leftOf(to), topOf(to) + box.height / 2];
  const bend = Math.max(20, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function jumpTo(index: number): void {
  window.document.querySelector(`[data-place="/steps/${index}"]`)?.scrollIntoView({ block: 'center' });
}

const shortened = (text: string): string => (text.length > 17 ? `${text.slice(0, 16)}…` : text);
