import type { Terminal } from '../terminal.js';

const width = 30;

/** A bar on a person's terminal, redrawn in place at most every 50 ms; nothing at all anywhere else. */
export function progressBar(terminal: Terminal, label: string): { update: (done: number, total: number) => void; clear: () => void } {
  if (!terminal.interactive) return { update: () => {}, clear: () => {} };
  let drawnAt = 0;
  return {
    update: (done, total) => {
      const now = Date.now();
      if (now - drawnAt < 50) return;
      drawnAt = now;
      const fraction = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(fraction * width);
      terminal.err.write(`\r${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${String(Math.floor(fraction * 100)).padStart(3)} %`);
    },
    clear: () => terminal.err.write('\r\u001b[K'),
  };
}

/** Bytes for people: 950 B, 12.3 kB, 200.0 MB. */
export function byteCount(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
