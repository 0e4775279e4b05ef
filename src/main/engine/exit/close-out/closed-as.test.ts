import { expect, test } from 'vitest';
import { money } from '../../../../shared/num/parse.ts';
import { straddleRules } from '../../tax/jurisdictions/us/straddles/straddle-rules.ts';
import type { TaxItem } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import { closedAs } from './closed-as.ts';

const item = (kind: TaxItem['kind'], character: TaxItem['character'], amount: string): TaxItem => ({
  year: 2026,
  of: 'short-1' as TaxItem['of'],
  rule: straddleRules.longTermLoss,
  kind,
  character,
  amount: money(amount),
});
const loss = item('result', 'short', '-10050');
const moved = [item('term', 'short', '10050'), item('term', 'long', '-10050')];

const cases: readonly (readonly [string, readonly TaxItem[], ReturnType<typeof closedAs>])[] = [
  ['nothing', [], null],
  ['a plain loss', [loss], { character: 'short', waits: money('0') }],
  // Reg. 1.1092(b)-2T(b)(1): coins that were long-term when the short was entered.
  ['a loss against long-term coins', [loss, ...moved], { character: 'long', waits: money('0') }],
  [
    'a loss of which a part waits',
    [loss, item('deferred', 'short', '50')],
    { character: 'short', waits: money('50') },
  ],
  [
    'a section 1256 contract',
    [item('result', 'section1256', '5')],
    { character: 'section1256', waits: money('0') },
  ],
  ['two terms', [loss, item('result', 'long', '5')], { character: 'mixed', waits: money('0') }],
];

test.each(cases)('%s', (_, items, expected) => {
  expect(closedAs(items)).toEqual(expected);
});
