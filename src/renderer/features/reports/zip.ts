/**
 * Several files → one ZIP archive, stored without compression. Pure.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end).
 */
export interface ZipEntry {
  /** With "/" between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names are UTF-8 (bit 11 of the flags). */
const flags = 0x08_00;
/** 1 January 1980, the first day that the format knows: the same papers give the same archive. */
const firstDay = 0x00_21;
const version = 20;

export function zipOf(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = new TextEncoder().encode(name);
    const common = [
      ...two(version, flags, 0, 0, firstDay),
      ...four(crc32(bytes), bytes.length, bytes.length),
      ...two(path.length, 0),
    ];
    const header = Uint8Array.from([...four(0x04_03_4b_50), ...common]);
    directory.push(
      Uint8Array.from([
        ...four(0x02_01_4b_50),
        ...two(version),
        ...common,
        ...two(0, 0, 0),
        ...four(0, offset),
      ]),
      path,
    );
    files.push(header, path, bytes);
    offset += header.length + path.length + bytes.length;
  }
  const size = lengthOf(directory);
  const end = [
    ...four(0x06_05_4b_50),
    ...two(0, 0, entries.length, entries.length),
    ...four(size, offset),
    ...two(0),
  ];
  return joined([...files, ...directory, Uint8Array.from(end)]);
}

/** The checksum that the format asks for: polynomial 0xEDB88320. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  return value >>> 0;
});

function two(...values: readonly number[]): number[] {
  return values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]);
}

function four(...values: readonly number[]): number[] {
  return values.flatMap((value) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff));
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
