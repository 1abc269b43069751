import { listAt, textAt } from '../document/paths.js';

export type Shape = 'rect' | 'circle' | 'polygon';
export interface Size { width: number; height: number }
export interface Point { x: number; y: number }
/** An area as it is drawn: rect x, y, width, height; circle cx, cy, r; polygon x1, y1, x2, y2 … in the picture's pixels. */
export interface Area { shape: Shape; coords: number[] }

export const shapeNames: Record<Shape, string> = { rect: 'Rectangle', circle: 'Circle', polygon: 'Polygon' };

export function areaOf(row: unknown): Area {
  const shape = textAt(row, ['shape']);
  return { shape: shape === 'circle' || shape === 'polygon' ? shape : 'rect', coords: listAt(row, ['coords']).map((value) => (typeof value === 'number' ? value : 0)) };
}

/** The area that a drag from one point to another draws. */
export function drawn(shape: Exclude<Shape, 'polygon'>, from: Point, to: Point, size: Size): Area {
  if (shape === 'circle') {
    const most = Math.min(from.x, from.y, size.width - from.x, size.height - from.y);
    return { shape, coords: [from.x, from.y, Math.max(1, Math.min(most, Math.round(Math.hypot(to.x - from.x, to.y - from.y))))] };
  }
  const [left, top, right, bottom] = [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y)];
  return { shape, coords: [left, top, Math.max(1, right - left), Math.max(1, bottom - top)] };
}

/** The same area elsewhere, kept within the picture. */
export function moved({ shape, coords }: Area, by: Point, size: Size): Area {
  const bounds = boundsOf({ shape, coords });
  const x = Math.min(Math.max(by.x, -bounds.left), size.width - bounds.right);
  const y = Math.min(Math.max(by.y, -bounds.top), size.height - bounds.bottom);
  if (shape === 'polygon') return { shape, coords: coords.map((value, index) => Math.round(value + (index % 2 === 0 ? x : y))) };
  const [a = 0, b = 0, ...rest] = coords;
  return { shape, coords: [Math.round(a + x), Math.round(b + y), ...rest] };
}

/** Points by which an area is given another size. */
export function handlesOf({ shape, coords }: Area): Point[] {
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  if (shape === 'rect') return [{ x: a + c, y: b + d }];
  if (shape === 'circle') return [{ x: a + c, y: b }];
  return Array.from({ length: Math.floor(coords.length / 2) }, (_, index) => ({ x: coords[index * 2] ?? 0, y: coords[index * 2 + 1] ?? 0 }));
}

/** The area with one of its handles at another point. */
export function stretched({ shape, coords }: Area, handle: number, to: Point, size: Size): Area {
  const [a = 0, b = 0] = coords;
  if (shape === 'rect') return { shape, coords: [a, b, Math.max(1, Math.round(to.x - a)), Math.max(1, Math.round(to.y - b))] };
  if (shape === 'circle') return drawn('circle', { x: a, y: b }, to, size);
  return { shape, coords: coords.map((value, index) => (index === handle * 2 ? Math.round(to.x) : index === handle * 2 + 1 ? Math.round(to.y) : value)) };
}

export function boundsOf({ shape, coords }: Area): { left: number; top: number; right: number; bottom: number } {
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  if (shape === 'rect') return { left: a, top: b, right: a + c, bottom: b + d };
  if (shape === 'circle') return { left: a - c, top: b - c, right: a + c, bottom: b + c };
  const [xs, ys] = [coords.filter((_, index) => index % 2 === 0), coords.filter((_, index) => index % 2 === 1)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** What each number of an area is, for whoever writes numbers. */
export function numberNames(shape: Shape): readonly string[] | null {
  return shape === 'rect' ? ['Left', 'Top', 'Width', 'Height'] : shape === 'circle' ? ['Middle, from the left', 'Middle, from the top', 'Radius'] : null;
}

/** An area of the same place in another shape. */
export function reshaped(area: Area, shape: Shape): Area {
  const { left, top, right, bottom } = boundsOf(area);
  if (area.shape === shape) return area;
  if (shape === 'rect') return { shape, coords: [left, top, right - left, bottom - top] };
  if (shape === 'circle') return { shape, coords: [Math.round((left + right) / 2), Math.round((top + bottom) / 2), Math.max(1, Math.round(Math.min(right - left, bottom - top) / 2))] };
  return { shape, coords: [left, top, right, top, right, bottom, left, bottom] };
}
