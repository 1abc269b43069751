import { createHmac } from 'node:crypto';

/** Without what is easily taken for something else: 32 of them. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 6;
/** How long a screen shows one code. It is taken for as long again, for whoever types slowly. */
export const codeSeconds = 60;

/** The code that a session's screen shows at a moment, and the seconds until the next. */
export function codeAt(secret: string, now: Date): { code: string; secondsLeft: number } {
  const seconds = Math.floor(now.getTime() / 1000);
  return { code: codeOf(secret, Math.floor(seconds / codeSeconds)), secondsLeft: codeSeconds - (seconds % codeSeconds) };
}

/** Whether it is the code of this minute or the one before. */
export function isCode(secret: string, given: string, now: Date): boolean {
  const minute = Math.floor(now.getTime() / 1000 / codeSeconds);
  const typed = given.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return [minute, minute - 1].some((one) => codeOf(secret, one) === typed);
}

function codeOf(secret: string, minute: number): string {
  const bytes = createHmac('sha256', secret).update(String(minute)).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length]).join('');
}
