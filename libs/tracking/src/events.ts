/** What a player reports. Ids are UUIDv7 made by the client, times ISO 8601 UTC by the client's clock. */
export type TrackingEvent =
  | Base<'launched', { resumed: boolean }>
  | Base<'acknowledged', Record<string, never>>
  | Base<'lesson-opened', { lesson: string }>
  /** position: 0..1 of the lesson's text */
  | Base<'position', { lesson: string; position: number }>
  | Base<'lesson-completed', { lesson: string }>
  | Base<'item-answered', { item: string; /** set where the item belongs to an attempt */ attempt?: string; lesson?: string; response: ItemResponse; latencySeconds: number; score?: { raw: number; max: number; scaled: number; outcome: Score['outcome'] } }>
  | Base<'attempt-started', { attempt: string; assessment: string; seed: string }>
  | Base<'attempt-submitted', { attempt: string; assessment: string; score?: { raw: number; max: number; scaled: number; passed: boolean | null } }>
  | Base<'reflection-saved', { reflection: string; lesson: string; text: string }>
  | Base<'session-ended', { seconds: number }>;
interface BaseFields { id: string; at: string; /** one opening of the player */ session: string }
type Base<T extends string, D> = BaseFields & { type: T } & D;
import type { ItemResponse, Score } from '@preceptor/assessment';
