/**
 * The records of a zip file (PKWARE APPNOTE 6.3.10), written for packages: no comments, no encryption, UTF-8 names, one
 * fixed time, so that the same files give the same bytes. Sizes and CRC stand in the local header (no data descriptor):
 * readers that stream, such as java.util.zip, can't read stored entries otherwise.
 */
export interface ZipEntry {
  name: Buffer;
  method: 0 | 8;
  crc: number;
  /** bytes as they stand in the zip */
  packed: number;
  /** bytes after unpacking */
  size: number;
  /** of the local header, from the start of the file */
  offset: number;
}

/** 4.4.6: MS-DOS date of 1980-01-01, time 00:00, the earliest there is. */
const date = 0x0021;
const limit32 = 0xffffffff;
const limit16 = 0xffff;
/** 4.4.4, bit 11: the name is UTF-8. */
const flags = 0x0800;
const basic = 20;
const zip64 = 45;

const needs64 = ({ packed, size }: ZipEntry): boolean => packed >= limit32 || size >= limit32;

/** 4.3.7: where the CRC stands in a local header. */
export const crcPlace = 14;

/** 4.3.7 */
export function localHeader(entry: ZipEntry): Buffer {
  const long = needs64(entry);
  const extra = long ? extra64([entry.size, entry.packed]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(long ? zip64 : basic, 4);
  writeShared(header, 6, entry, long);
  header.writeUInt16LE(entry.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
}

/** 4.3.12 */
export function centralHeader(entry: ZipEntry): Buffer {
  const long = needs64(entry);
  const far = entry.offset >= limit32;
  const extra = long || far ? extra64([...(long ? [entry.size, entry.packed] : []), ...(far ? [entry.offset] : [])]) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  // 4.4.2: made on Unix, so that the mode below is read.
  header.writeUInt16LE((3 << 8) | zip64, 4);
  header.writeUInt16LE(long || far ? zip64 : basic, 6);
  writeShared(header, 8, entry, long);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  // A regular file that everyone may read: 0100644.
  header.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE(far ? limit32 : entry.offset, 42);
  return Buffer.concat([header, entry.name, extra]);
}

/** 4.3.14 to 4.3.16: the end of the central directory, with its zip64 form where a count, a size or an offset wants it. */
export function endRecords(count: number, centralSize: number, centralOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, limit16), 8);
  end.writeUInt16LE(Math.min(count, limit16), 10);
  end.writeUInt32LE(Math.min(centralSize, limit32), 12);
  end.writeUInt32LE(Math.min(centralOffset, limit32), 16);
  if (count < limit16 && centralSize < limit32 && centralOffset < limit32) return end;
  const long = Buffer.alloc(56);
  long.writeUInt32LE(0x06064b50, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE((3 << 8) | zip64, 12);
  long.writeUInt16LE(zip64, 14);
  long.writeBigUInt64LE(BigInt(count), 24);
  long.writeBigUInt64LE(BigInt(count), 32);
  long.writeBigUInt64LE(BigInt(centralSize), 40);
  long.writeBigUInt64LE(BigInt(centralOffset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(centralOffset + centralSize), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([long, locator, end]);
}

/** The fields that both headers share, from the flags to the unpacked size. */
function writeShared(header: Buffer, at: number, entry: ZipEntry, long: boolean): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt16LE(0, at + 4);
  header.writeUInt16LE(date, at + 6);
  header.writeUInt32LE(entry.crc, at + 8);
  header.writeUInt32LE(long ? limit32 : entry.packed, at + 12);
  header.writeUInt32LE(long ? limit32 : entry.size, at + 16);
}

/** 4.5.3 */
function extra64(values: number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  return extra;
}
