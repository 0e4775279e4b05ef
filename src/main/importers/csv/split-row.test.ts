import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createRowSplitter } from './split-row.ts';

const split = createRowSplitter(',');

describe('createRowSplitter', () => {
  it.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['', ['']],
    [',', ['', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""b""",c', ['a "b"', 'c']],
    ['a,"","x"', ['a', '', 'x']],
    ['\u{FEFF}a,\u{FEFF}b', ['a', 'b']],
    // quoted as a whole
    ['"a,b,""c,d"""', ['a', 'b', 'c,d']],
    ['"a,b,c"', ['a', 'b', 'c']],
    ['"a,"""",c"', ['a', '', 'c']],
    // doubled quotes around cells of a row without quotes of its own
    ['a,""1,500.0ADA"",c', ['a', '1,500.0ADA', 'c']],
    ['"a,""1,5"",""2,5"",c"', ['a', '1,5', '2,5', 'c']],
    // a single cell in quotes is one cell
    ['"a b"', ['a b']],
    ['"a\nb",c', ['a\nb', 'c']],
  ])('%s', (raw, cells) => expect(split(raw)).toEqual(cells));

  it('splits rows of plain, quoted and broken cells as papaparse does', () => {
    const cell = fc.stringMatching(/^"?[a ,"\n]{0,3}"?$/u);
    const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(row, (raw) => {
        const { data, errors } = Papa.parse<string[]>(raw, { delimiter: ',', newline: '\r\n' });
        const [cells = ['']] = data;
        // Others are mended: see above.
        fc.pre(errors.length === 0 && cells.length > 1);
        expect(split(raw)).toEqual(cells);
      }),
    );
  });

  it('splits at other delimiters', () => {
    expect(createRowSplitter(';')('"a;b";c,d')).toEqual(['a;b', 'c,d']);
    expect(createRowSplitter('\t')('a\tb')).toEqual(['a', 'b']);
  });
});
