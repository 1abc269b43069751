export interface PictureShape { mediaType: 'image/png' | 'image/jpeg'; width: number; height: number }
export const largestPicture = 150 * 1024;
const mostPixels = 2_000;

/** What kind of picture some bytes are, by themselves and not by a name; null: none that a certificate can bear. */
export function pictureIn(bytes: Buffer): PictureShape | null {
  if (bytes.length === 0 || bytes.length > largestPicture) return null;
  const found = png(bytes) ?? jpeg(bytes);
  return found === null || found.width < 1 || found.height < 1 || found.width > mostPixels || found.height > mostPixels ? null : found;
}

function png(bytes: Buffer): PictureShape | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  // Interlaced pictures make PDF writers slow or wrong.
  if (bytes[28] !== 0 || !bytes.subarray(-12).includes('IEND')) return null;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments to the frame header (ITU T.81, B.2.2). */
function jpeg(bytes: Buffer): PictureShape | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return { mediaType: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
