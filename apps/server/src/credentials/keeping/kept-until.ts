/** Boards of continuing education ask for records of six years; nothing is deleted earlier, whatever else is. */
export const keptYears = 6;

/** The last day on which a certificate must be kept: six years after it was awarded, and as long as it is valid. Days are YYYY-MM-DD. */
export function keptUntil({ awardedOn, expiresOn }: { awardedOn: string; expiresOn: string | null }): string {
  const [year = 0, month = 1, day = 1] = awardedOn.split('-').map(Number);
  // The last of February for who was awarded one on a leap day.
  const last = new Date(Date.UTC(year + keptYears, month, 0)).getUTCDate();
  const due = new Date(Date.UTC(year + keptYears, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
  return expiresOn !== null && expiresOn > due ? expiresOn : due;
}
