import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { freshId } from '../document/ids.js';
import { listAt, rowsAt, textAt } from '../document/paths.js';
import { useItemForm, type Medium } from '../form/ItemForm.js';
import { areaOf, drawn, handlesOf, moved, shapeNames, stretched, type Area, type Point, type Shape } from './shapes.js';

type Doing = { is: 'drawing'; from: Point } | { is: 'moving'; index: number; from: Point; area: Area } | { is: 'stretching'; index: number; handle: number; area: Area };

/**
 * The picture with its areas, drawn by the pointer: choose a shape and drag; drag an area to move it, its corner to size
 * it. Each area's numbers stand in its row below, which is the way for the keyboard.
 */
export function Canvas({ medium, more }: { medium: Medium; /** what a new area has besides */ more: Record<string, unknown> }) {
  const { document, change, readOnly } = useItemForm();
  const [shape, setShape] = useState<Shape | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [now, setNow] = useState<Area | null>(null);
  const [corners, setCorners] = useState<Point[]>([]);
  const svg = useRef<SVGSVGElement>(null);
  const rows = rowsAt(document, ['regions']);
  const size = { width: medium.width, height: medium.height };
  const areas = rows.map(areaOf);

  const pointAt = (event: PointerEvent): Point => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return { x: 0, y: 0 };
    const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most));
    return { x: within(((event.clientX - box.left) / box.width) * size.width, size.width), y: within(((event.clientY - box.top) / box.height) * size.height, size.height) };
  };
  const add = ({ shape: made, coords }: Area): void => {
    change(['regions'], [...listAt(document, ['regions']), { id: freshId(document), label: '', shape: made, coords, ...more }]);
    setShape(null);
    setCorners([]);
    const place = `/regions/${rows.length}/label`;
    requestAnimationFrame(() => window.document.querySelector<HTMLInputElement>(`[data-place="${place}"] input`)?.focus());
  };
  const begin = (event: PointerEvent): void => {
    if (readOnly || shape === null) return;
    const from = pointAt(event);
    if (shape === 'polygon') return setCorners((before) => [...before, from]);
    event.currentTarget.setPointerCapture(event.pointerId);
    setDoing({ is: 'drawing', from });
    setNow(drawn(shape, from, from, size));
  };
  const grab = (event: PointerEvent, next: Doing): void => {
    if (readOnly || shape !== null) return;
    event.stopPropagation();
    svg.current?.setPointerCapture(event.pointerId);
    setDoing(next);
  };
  const go = (event: PointerEvent): void => {
    if (doing === null) return;
    const to = pointAt(event);
    if (doing.is === 'drawing' && shape !== null && shape !== 'polygon') setNow(drawn(shape, doing.from, to, size));
    if (doing.is === 'moving') setNow(moved(doing.area, { x: to.x - doing.from.x, y: to.y - doing.from.y }, size));
    if (doing.is === 'stretching') setNow(stretched(doing.area, doing.handle, to, size));
  };
  const end = (): void => {
    if (doing !== null && now !== null) {
      if (doing.is === 'drawing') { if (isLarge(now)) add(now); } else change(['regions', doing.index, 'coords'], now.coords);
    }
    setDoing(null);
    setNow(null);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') { setShape(null); setCorners([]); setDoing(null); setNow(null); }
  };
  return (
    <div className="canvas" onKeyDown={key}>
      {!readOnly && (
        <div className="row" role="group" aria-label="Draw an area">
          <span className="small quiet">Draw:</span>
          {(Object.keys(shapeNames) as Shape[]).map((each) => <button key={each} type="button" className="chip" aria-pressed={shape === each} onClick={() => { setShape(shape === each ? null : each); setCorners([]); }}>{shapeNames[each]}</button>)}
          {shape === 'polygon' && corners.length > 2 && <button type="button" className="chip" onClick={() => add({ shape: 'polygon', coords: corners.flatMap(({ x, y }) => [x, y]) })}>Close it</button>}
          <span className="small quiet" role="status">{shape === null ? 'or write numbers below' : shape === 'polygon' ? 'Click each corner, then “Close it”.' : 'Drag over the picture.'}</span>
        </div>
      )}
      <div className="canvas-picture">
        <img src={medium.address} alt="" width={medium.width} height={medium.height} draggable={false} />
        <svg ref={svg} viewBox={`0 0 ${size.width} ${size.height}`} className={shape === null ? '' : 'drawing'} aria-hidden="true" onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end}>
          {areas.map((kept, index) => {
            const area = doing !== null && doing.is !== 'drawing' && doing.index === index && now !== null ? now : kept;
            return (
              <g key={textAt(rows[index], ['id']) || index} className={rows[index]?.['correct'] === true ? 'area right' : 'area'}>
                <Outline area={area} grab={(event) => grab(event, { is: 'moving', index, from: pointAt(event), area: kept })} />
                <Number area={area} number={index + 1} scale={size.width} />
                {!readOnly && handlesOf(area).map(({ x, y }, handle) => <circle key={handle} className="handle" cx={x} cy={y} r={size.width / 90} onPointerDown={(event) => grab(event, { is: 'stretching', index, handle, area: kept })} />)}
              </g>
            );
          })}
          {doing?.is === 'drawing' && now !== null && <g className="area new"><Outline area={now} /></g>}
          {corners.length > 0 && <polyline className="corners" points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />}
          {corners.map(({ x, y }, index) => <circle key={index} className="handle" cx={x} cy={y} r={size.width / 120} />)}
        </svg>
      </div>
    </div>
  );
}

function Outline({ area: { shape, coords }, grab }: { area: Area; grab?: (event: PointerEvent) => void }) {
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  const handle = grab === undefined ? {} : { onPointerDown: grab };
  if (shape === 'circle') return <circle cx={a} cy={b} r={c} {...handle} />;
  if (shape === 'rect') return <rect x={a} y={b} width={c} height={d} {...handle} />;
  return <polygon points={coords.join(' ')} {...handle} />;
}

function Number({ area, number, scale }: { area: Area; number: number; scale: number }) {
  const [first = { x: 0, y: 0 }] = area.shape === 'polygon' ? handlesOf(area) : [{ x: area.coords[0] ?? 0, y: area.coords[1] ?? 0 }];
  const up = area.shape === 'rect' ? scale / 28 : 0;
  return <text x={first.x + scale / 120} y={first.y + up} fontSize={scale / 26}>{number}</text>;
}

const isLarge = ({ shape, coords }: Area): boolean => (shape === 'circle' ? (coords[2] ?? 0) > 3 : (coords[2] ?? 0) > 3 && (coords[3] ?? 0) > 3);
