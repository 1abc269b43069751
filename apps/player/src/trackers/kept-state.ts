import { emptyState, type TrackingState } from '@preceptor/tracking';

/** Reads a state that was kept as JSON, here or in an LMS. What is not one, or of another format, is as if it were not there. */
export function keptState(value: unknown): TrackingState {
  if (typeof value === 'object' && value !== null && 'format' in value && value.format === 'preceptor-state/1') return { ...emptyState(), ...(value as TrackingState) };
  return emptyState();
}

/** The same of its text. */
export function parseKept(text: string | null): TrackingState {
  try {
    return keptState(JSON.parse(text ?? 'null'));
  } catch {
    return emptyState();
  }
}
