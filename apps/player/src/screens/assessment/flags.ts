import { useState } from 'preact/hooks';
import { kept } from '../../session/kept.js';

/** Questions a learner wants to see again. They are hers alone: kept on this device, reported to nobody. */
export function useFlags(attempt: string): { flagged: ReadonlySet<string>; toggle(item: string): void } {
  const key = `preceptor:flags:${attempt}`;
  const [flagged, setFlagged] = useState<ReadonlySet<string>>(() => new Set((kept.get(key) ?? '').split(' ').filter((id) => id !== '')));
  return {
    flagged,
    toggle(item) {
      const next = new Set(flagged);
      if (!next.delete(item)) next.add(item);
      setFlagged(next);
      if (next.size === 0) kept.remove(key);
      else kept.set(key, [...next].join(' '));
    },
  };
}
