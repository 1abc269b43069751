import type { AttemptResult } from './attempt.js';

/**
 * Law School Admission Test, section 6: 1,000 learners, 5 items, as patterns with their frequencies. R. D. Bock &
 * M. Lieberman, "Fitting a response model for n dichotomously scored items", Psychometrika 35 (1970); the data set `LSAT`
 * of the R package ltm and `LSAT6` of mirt.
 */
const lsat6: Readonly<Record<string, number>> = {
  '00000': 3, '00001': 6, '00010': 2, '00011': 11, '00100': 1, '00101': 1, '00110': 3, '00111': 4, '01000': 1, '01001': 8, '01011': 16, '01101': 3,
  '01110': 2, '01111': 15, '10000': 10, '10001': 29, '10010': 14, '10011': 81, '10100': 3, '10101': 28, '10110': 15, '10111': 80, '11000': 16,
  '11001': 56, '11010': 21, '11011': 173, '11100': 11, '11101': 61, '11110': 28, '11111': 298,
};

export const lsat6Attempts = (): AttemptResult[] => Object.entries(lsat6).flatMap(([pattern, count]) =>
  Array.from({ length: count }, () => ({ scores: [...pattern].map((digit, at) => ({ item: `item-${at + 1}`, raw: Number(digit), max: 1 })) })));

/**
 * Admissions to the University of California at Berkeley in 1973: [admitted men, rejected men, admitted women, rejected
 * women] of departments A to F. P. J. Bickel, E. A. Hammel & J. W. O'Connell, Science 187 (1975); `UCBAdmissions` of R.
 */
export const berkeley: readonly (readonly [number, number, number, number])[] = [
  [512, 313, 89, 19], [353, 207, 17, 8], [120, 205, 202, 391], [138, 279, 131, 244], [53, 138, 94, 299], [22, 351, 24, 317],
];

/**
 * Smoking and lung cancer in eight Chinese cities: [smokers with cancer, smokers without, others with, others without].
 * Z. Liu, "Smoking and lung cancer in China", Int. J. Epidemiology 21 (1992); A. Agresti, *Categorical Data Analysis*, 2nd ed. (2002), table 6.9.
 */
export const chineseCities: readonly (readonly [number, number, number, number])[] = [
  [126, 100, 35, 61], [908, 688, 497, 807], [913, 747, 336, 598], [235, 172, 58, 121], [402, 308, 121, 215], [182, 156, 72, 98], [60, 99, 11, 43], [104, 89, 21, 36],
];

/** Ratings of 6 targets by 4 judges. P. E. Shrout & J. L. Fleiss, "Intraclass correlations", Psychological Bulletin 86 (1979), table 2. */
export const ratings: readonly (readonly number[])[] = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
