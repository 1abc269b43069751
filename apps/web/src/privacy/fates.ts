/** What becomes of data at an erasure, in words. */
const fates: Record<string, string> = { deleted: 'Deleted', kept: 'Kept under a number', 'without-texts': 'Kept under a number, without what anybody wrote' };
export const fateInWords = (fate: string): string => fates[fate] ?? fate;
