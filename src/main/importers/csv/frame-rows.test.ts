import { describe, expect, it } from 'vitest';
import { RowFramer } from './frame-rows.ts';

function frame(pieces: readonly string[], newline: '\n' | '\r' = '\n'): readonly string[] {
  const seen: string[] = [];
  const framer = new RowFramer(newline, {
    row: (raw, line) => void seen.push(`${line} ${raw}`),
    fault: (fault, raw, line) => void seen.push(`${line} ${fault}: ${raw.slice(0, 10)}`),
  });
  for (const piece of pieces) framer.push(piece);
  framer.end();
  return seen;
}

describe('RowFramer', () => {
  it('ends lines at newlines of either kind, and at the end', () => {
    expect(frame(['a,b\r\nc,d\n', 'e', ',f'])).toEqual(['1 a,b', '2 c,d', '3 e,f']);
    expect(frame(['a\rb\r'], '\r')).toEqual(['1 a', '2 b']);
  });

  it('keeps empty lines for the count', () => {
    expect(frame(['a\n\nb'])).toEqual(['1 a', '2 ', '3 b']);
  });

  it('holds a quoted cell together over lines', () => {
    expect(frame(['a,"x\ny"\n"1""', '2"\nb'])).toEqual(['1 a,"x\ny"', '3 "1""2"', '4 b']);
  });

  it('gives the lines behind an open quote another chance', () => {
    expect(frame(['"a\nb\n', 'c\n'])).toEqual(['1 quote-not-closed: "a', '2 b', '3 c']);
    const long = Array.from({ length: 3000 }, () => 'x'.repeat(30)).join('\n');
    const seen = frame([`"a\n${long}\n"b",c\n`]);
    expect(seen).toHaveLength(3002);
    expect(seen[0]).toBe('1 quote-not-closed: "a');
    expect(seen.at(-1)).toBe('3002 "b",c');
  });

  it('skips a row beyond the cap, whatever pieces it comes in', () => {
    const seen = frame([
      'a\n',
      ...Array.from({ length: 40 }, () => 'x'.repeat(5000)),
      '\nb\n',
      `${'y'.repeat(70_000)}\nc`,
    ]);
    expect(seen).toEqual(['1 a', '2 row-too-long: xxxxxxxxxx', '3 b', '4 row-too-long: yyyyyyyyyy', '5 c']);
  });
});
