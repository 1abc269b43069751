import { ago, exactly, inDays, plainDay } from './words.js';

/** A moment as people say it ("2 days ago"); the exact time on hover, and for whoever reads with a screen reader by its title. */
export function When({ at, none = 'never' }: { at: string | null | undefined; none?: string }) {
  if (at === null || at === undefined) return <span className="quiet">{none}</span>;
  return <time dateTime={at} title={exactly(at)}>{ago(at)}</time>;
}

/** A calendar day without a time, such as a deadline. */
export function Day({ on, relative = true }: { on: string; relative?: boolean }) {
  return <time dateTime={on} title={plainDay(on)}>{relative ? inDays(on) : plainDay(on)}</time>;
}
