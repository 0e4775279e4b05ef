import { describe, expect, test } from 'vitest';
import { line } from './drift-line.fixture.ts';
import { bulletRows, linesSentence, tableRows, totalsOf, type DriftLine } from './drift-lines.ts';

const member: DriftLine['members'][number] = { ...line('x'), asset: 'USDT' };
const cash = line('CASH', {
  kind: 'cash',
  effectiveWeight: '0.7',
  drift: '0.2',
  outside: true,
  members: [member, { ...member, asset: 'USD' }],
});

describe('drift by line', () => {
  test('all money is called cash, on the chart and in the sentence', () => {
    expect(bulletRows([cash])[0]?.asset).toBe('Cash');
    expect(linesSentence([line('BTC'), cash])).toBe('Cash is 20 points over target, outside the band.');
  });

  test('nothing outside, no band at all, no target', () => {
    expect(linesSentence([line('BTC')])).toBe('Every share is within its band: nothing needs to be done.');
    expect(linesSentence([line('BTC', { hasBand: false })])).toBe(
      'No band is set: nothing says when to act.',
    );
    expect(linesSentence([])).toContain('is not known');
  });

  test('members stand beneath their line and are not counted twice', () => {
    expect(tableRows([line('BTC'), cash]).map(({ name, isMember }) => [name, isMember])).toEqual([
      ['BTC', false],
      ['Cash', false],
      ['USDT', true],
      ['USD', true],
    ]);
    expect(totalsOf([line('BTC'), line('ETH')])).toEqual({
      spotValue: '130',
      futuresValue: '-30',
      effectiveValue: '100',
      effectiveWeight: '1',
      target: '1',
    });
  });
});
