import { percent } from '../time/words.js';

/** How far, as a bar with a name. @param fraction 0..1 */
export function Bar({ fraction, label }: { fraction: number; label: string }) {
  const width = Math.max(0, Math.min(1, fraction)) * 100;
  return (
    <span className="bar" role="img" aria-label={`${label}: ${percent(fraction)}`}><span style={{ width: `${width}%` }} /></span>
  );
}
