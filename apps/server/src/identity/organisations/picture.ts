/** What a logo may be: raster pictures only, which can run nothing. */
export type PictureType = 'image/png' | 'image/jpeg';
export interface Picture { type: PictureType; width: number; height: number }

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads from a file's own bytes what it is and how many pixels it has; null: neither PNG nor JPEG, or broken before that is said. */
export function pictureOf(bytes: Buffer): Picture | null {
  if (bytes.length > 33 && bytes.subarray(0, 8).equals(pngStart) && bytes.toString('latin1', 12, 16) === 'IHDR') {
    return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpeg(bytes) : null;
}

/** The frame header's size, after any number of other segments (ITU T.81, B.2.2). */
function jpeg(bytes: Buffer): Picture | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
