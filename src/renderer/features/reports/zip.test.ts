import { expect, test } from 'vitest';
import { crc32, zipOf } from './zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('the checksum of the nine digits', () => {
  // Source: the check value of CRC-32/ISO-HDLC in the catalogue of Williams.
  expect(crc32(bytes('123456789'))).toBe(0xcb_f4_39_26);
});

test('what a reader of archives looks for stands where it looks', () => {
  const entries = [
    { name: 'papers/größe.csv', bytes: bytes('a,b\n1,2\n') },
    { name: 'papers/empty.json', bytes: bytes('') },
  ];
  const zip = zipOf(entries);
  const view = new DataView(zip.buffer);
  const end = zip.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06_05_4b_50);
  expect(view.getUint16(end + 10, true)).toBe(2);
  const found = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < 2; n++) {
    expect(view.getUint32(at, true)).toBe(0x02_01_4b_50);
    const [size, name, local] = [
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
      view.getUint32(at + 42, true),
    ];
    expect(view.getUint32(local, true)).toBe(0x04_03_4b_50);
    const start = local + 30 + view.getUint16(local + 26, true);
    found.push({
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + name)),
      bytes: new Uint8Array(zip.subarray(start, start + size)),
    });
    at += 46 + name;
  }
  expect(found).toEqual(entries.map((entry) => ({ ...entry, bytes: new Uint8Array(entry.bytes) })));
});
