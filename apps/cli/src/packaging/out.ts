import { stat } from 'node:fs/promises';

/** Whether a place on the command line is written as a folder's: it ends in a slash. */
export function isFolderName(out: string): boolean {
  return /[/\\]$/.test(out);
}

/** Whether a place is a folder's, by its name or because a folder is there. */
export async function leadsToFolder(out: string): Promise<boolean> {
  return isFolderName(out) || (await stat(out).then((found) => found.isDirectory(), () => false));
}
