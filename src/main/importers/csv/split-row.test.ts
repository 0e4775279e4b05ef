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

  it('splits at other delimiters', () => {
    expect(createRowSplitter(';')('"a;b";c,d')).toEqual(['a;b', 'c,d']);
    expect(createRowSplitter('\t')('a\tb')).toEqual(['a', 'b']);
  });
});
