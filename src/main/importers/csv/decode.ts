/** Bytes → text: UTF-8, and UTF-16 as Excel writes it. What is no text at all is told apart. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What a file that is no text looks like. */
export type Binary = 'zip' | 'pdf' | 'unknown';

const sniffedBytes = 4096;

/** The encoding of a file, from its first bytes; or what it is in place of text. */
export function sniffEncoding(
  bytes: Uint8Array,
): { readonly encoding: Encoding } | { readonly binary: Binary } {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be' };
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7)) return { binary: 'zip' };
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return { binary: 'pdf' };
  return sniffNulBytes(bytes.subarray(0, sniffedBytes));
}

/** Latin text in UTF-16 has a NUL at every second place; text in UTF-8 has none. */
function sniffNulBytes(head: Uint8Array): { readonly encoding: Encoding } | { readonly binary: Binary } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0) return { encoding: 'utf-8' };
  if (even === 0 && odd > head.length / 3) return { encoding: 'utf-16le' };
  if (odd === 0 && even > head.length / 3) return { encoding: 'utf-16be' };
  return { binary: 'unknown' };
}

/** Decodes a file piece by piece; a character cut in two by the pieces stays whole. */
export function createDecoder(encoding: Encoding): { decode(piece: Uint8Array): string; end(): string } {
  const decoder = new TextDecoder(encoding);
  return {
    decode: (piece) => decoder.decode(piece, { stream: true }),
    end: () => decoder.decode(),
  };
}
