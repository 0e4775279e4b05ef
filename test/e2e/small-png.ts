/** A screenshot in 256 colours: two fifths of its bytes, and to the eye the same. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of every pixel as one number, row by row. */
  readonly colours: Uint32Array;
}

/** In: a PNG as Chromium makes it, eight bits a channel, without interlacing. */
export function smallPng(png: Buffer): Buffer {
  const picture = decode(png);
  return encode(picture, paletteOf(picture.colours));
}

function decode(png: Buffer): Picture {
  let header: Buffer = Buffer.alloc(0);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === 6 ? 4 : 3;
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, channels);
  const colours = Uint32Array.from({ length: width * height }, (_, pixel) =>
    bytes.readUIntBE(pixel * channels, 3),
  );
  return { width, height, colours };
}

/** Each row begins with the way in which its bytes differ from those to the left, above, and above to the left. */
function unfilter(rows: Buffer, rowBytes: number, channels: number): Buffer {
  const bytes = Buffer.alloc((rows.length / (rowBytes + 1)) * rowBytes);
  for (let at = 0; at < bytes.length; at++) {
    const row = Math.floor(at / rowBytes);
    const inRow = at % rowBytes;
    const left = inRow >= channels ? (bytes[at - channels] ?? 0) : 0;
    const above = row > 0 ? (bytes[at - rowBytes] ?? 0) : 0;
    const corner = row > 0 && inRow >= channels ? (bytes[at - rowBytes - channels] ?? 0) : 0;
    const filter = rows[row * (rowBytes + 1)] ?? 0;
    const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
    bytes[at] = (rows[row * (rowBytes + 1) + 1 + inRow] ?? 0) + guess;
  }
  return bytes;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** The colours that are there most, of those that are almost equal only one. */
function paletteOf(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour);
  const alike = new Map<number, number>();
  for (const colour of byCount) if (!alike.has(colour & 0xf8f8f8)) alike.set(colour & 0xf8f8f8, colour);
  return [...alike.values()].slice(0, 256);
}

function encode({ width, height, colours }: Picture, palette: readonly number[]): Buffer {
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, pixel) => {
    let place = places.get(colour);
    if (place === undefined) places.set(colour, (place = nearest(colour, palette)));
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = place;
  });
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((other) =>
    channelsOf(other).reduce((sum, value, n) => sum + (value - (channelsOf(colour)[n] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function channelsOf(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
