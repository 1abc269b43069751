import { sendFile } from '../frame/sendFile.js';

/** Sends a package to be checked; tells how much of it is sent, 0 to 1. Answers the check's id, or a sentence that says why not. */
export function sendPackage(zip: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<{ id: string } | { fault: string }> {
  return sendFile({
    file: zip, to: `/packages/checks?name=${encodeURIComponent(zip.name)}`, type: 'application/zip',
    forbidden: 'Your account may not check packages. Ask an administrator of your organisation.',
    broken: 'Preceptor could not be reached, or it stopped taking the file: at most 1 GB can be sent.',
  }, onProgress, signal);
}
