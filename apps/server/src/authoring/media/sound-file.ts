/** Whether a file's first bytes are those of the sound that its name promises (WHATWG MIME Sniffing Standard, 6.2; ISO 14496-12 for MP4). */
export function isSoundOf(type: string, head: Buffer): boolean {
  const at = (offset: number, mark: string): boolean => head.toString('latin1', offset, offset + mark.length) === mark;
  switch (type) {
    case 'audio/mpeg': return at(0, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);
    case 'audio/mp4': return at(4, 'ftyp');
    case 'audio/ogg': return at(0, 'OggS');
    case 'audio/wav': return at(0, 'RIFF') && at(8, 'WAVE');
    default: return false;
  }
}
