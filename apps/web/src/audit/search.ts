import { useSearch } from '@tanstack/react-router';

export interface AuditFilters { who?: string | undefined; action?: string | undefined; subject?: string | undefined; from?: string | undefined; to?: string | undefined }
/** What the server is asked: days of the address become moments, from the beginning of the first to the end of the last, here where the reader is. */
export interface Asked { who: string | null; action: string | null; subject: string | null; from: string | null; until: string | null }

export function useAuditFilters() {
  return useSearch({ from: '/audit' });
}

export function askedOf({ who, action, subject, from, to }: AuditFilters): Asked {
  return { who: who ?? null, action: action ?? null, subject: subject ?? null, from: startOf(from, 0), until: startOf(to, 1) };
}

/** Where the same is taken away as a file. */
export function fileOf(asked: Asked, format: 'csv' | 'json'): string {
  const parts = Object.entries(asked).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return `/audit/trail.${format}${parts.length === 0 ? '' : `?${new URLSearchParams(parts).toString()}`}`;
}

function startOf(day: string | undefined, later: number): string | null {
  const [year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? []).slice(1).map(Number);
  return year === undefined || month === undefined || date === undefined ? null : new Date(year, month - 1, date + later).toISOString();
}
