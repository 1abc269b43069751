export interface ScoreClass { /** per cent, the first and the last that count */ from: number; to: number; count: number }

/** Attempts by per cent (0 to 100, 101 numbers) in classes so many per cent wide; 100 % belongs to the last. */
export function classesOf(distribution: readonly number[], width: number): ScoreClass[] {
  const last = 100 / width - 1;
  const classes = Array.from({ length: last + 1 }, (_, at): ScoreClass => ({ from: at * width, to: at === last ? 100 : (at + 1) * width - 1, count: 0 }));
  distribution.forEach((count, level) => {
    const found = classes[Math.min(last, Math.floor(level / width))];
    if (found !== undefined) found.count += count;
  });
  return classes;
}
