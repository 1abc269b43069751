import type { Region } from '@preceptor/assessment';

export interface Point { x: number; y: number }

/** The middle of an area, in the picture's own pixels: where a mark stands. */
export function centreOf({ shape, coords }: Region): Point {
  const [x = 0, y = 0, a = 0, b = 0] = coords;
  if (shape === 'circle') return { x, y };
  if (shape === 'rect') return { x: x + a / 2, y: y + b / 2 };
  const points = pointsOf(coords);
  const mean = (pick: (point: Point) => number): number => points.reduce((sum, point) => sum + pick(point), 0) / Math.max(1, points.length);
  return { x: mean((point) => point.x), y: mean((point) => point.y) };
}

/** Whether a point lies in an area; on its edge counts. */
export function holds({ shape, coords }: Region, { x, y }: Point): boolean {
  const [left = 0, top = 0, a = 0, b = 0] = coords;
  if (shape === 'circle') return Math.hypot(x - left, y - top) <= a;
  if (shape === 'rect') return x >= left && x <= left + a && y >= top && y <= top + b;
  const points = pointsOf(coords);
  // A ray to the right crosses the edges of what it starts in an odd number of times.
  return points.reduce((inside, from, index) => {
    const to = points[(index + 1) % points.length] ?? from;
    const crosses = from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x;
    return crosses ? !inside : inside;
  }, false);
}

function pointsOf(coords: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(coords.length / 2) }, (_, index) => ({ x: coords[2 * index] ?? 0, y: coords[2 * index + 1] ?? 0 }));
}
