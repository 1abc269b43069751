const minute = 60_000;
/** After so many tries a mail is given up. With the waits below that is about two days. */
export const mostTries = 16;

/** How long to wait after the n-th try, counted from 1: a minute, two, four, …, four hours at most. */
export const waitAfter = (tries: number): number => Math.min(2 ** (tries - 1), 240) * minute;
