import { expect, test } from 'vitest';
import { cellAsMeant, harmlessCell } from './harmless-cell.ts';

test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠1'])(
  '%j becomes text',
  (cell) => expect(harmlessCell(cell)).toBe(`'${cell}`),
);

test.each(['', '12', '-12.5', 'BTC', "O'Neil", '1-2', 'a=b'])('%j stays as it is', (cell) =>
  expect(harmlessCell(cell)).toBe(cell),
);

test.each(['=X', '@x', '＝1', '-1', 'BTC', "'X", "'", ''])('%j comes back as it was', (cell) =>
  expect(cellAsMeant(harmlessCell(cell))).toBe(cell),
);
