import { open } from 'node:fs/promises';

/** Whether there is a file or a folder. */
export const exists = (path: string): Promise<boolean> => open(path).then((handle) => handle.close().then(() => true), () => false);

/** Whether a file begins as a zip does, which workbooks are too. */
export async function isZip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await handle.close();
  }
}

/** The last part of what a sender calls a file, without what no name needs; `otherwise` where nothing is left. */
export const plainName = (name: string, otherwise: string): string => (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{C}"<>|]/gu, '').slice(0, 120) || otherwise;
