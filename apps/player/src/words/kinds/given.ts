import type { en } from './en.js';

/** What the texts of the kinds apart are given, by the names of the values in the order of the call. */
export const given = {
  caseStep: ['number'], labelPut: ['what', 'place'], labelTaken: ['what'],
  orderPlace: ['place'], orderPut: ['what'], orderTake: ['what'], orderTaken: ['what'],
  uploadAccepted: ['kinds', 'most'], uploadTooLarge: ['size', 'most'], uploadWrongKind: ['kinds'], uploadKept: ['name'], elsewhereHelp: ['kinds', 'most'],
} as const satisfies { [K in keyof typeof en]?: readonly string[] };
