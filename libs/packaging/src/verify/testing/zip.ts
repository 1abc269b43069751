import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip for tests; what is said here goes into the zip even where it is a lie. */
export interface ZipEntry {
  name: string;
  data: Uint8Array | string;
  deflate?: boolean;
  /** Unix mode, such as 0o120777 for a symbolic link */
  mode?: number;
  flags?: number;
  method?: number;
  /** what the zip says of the unzipped size */
  claims?: number;
  /** place the entry's data at that of an earlier entry */
  at?: number;
  crc?: number;
}

/** A zip with exactly these entries, hostile ones too. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { name, data, deflate = false, mode = 0o100644, flags = 0x800, method, claims, at, crc } of entries) {
    const raw = Buffer.from(data);
    const body = deflate ? deflateRawSync(raw) : raw;
    const bytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method ?? (deflate ? 8 : 0), 4);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE((crc ?? crc32(raw)) >>> 0, 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(claims ?? raw.length, 18);
    fields.writeUInt16LE(bytes.length, 22);
    const place = at === undefined ? offset : offsets[at] ?? 0;
    offsets.push(place);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields, Buffer.alloc(6), word((mode << 16) >>> 0), word(place), bytes);
    if (at !== undefined) continue;
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, bytes, body);
    offset += 30 + bytes.length + body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
