import { expect, test } from 'vitest';
import { toBase64 } from './base64.ts';

test.each([0, 1, 2, 3, 0x80_00, 0x80_01, 200_000])('%i bytes survive', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
