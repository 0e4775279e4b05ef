import { expect, test } from 'vitest';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity } from '../../../../shared/num/parse.ts';
import { straddleRules } from '../../tax/jurisdictions/us/straddles/straddle-rules.ts';
import type { TaxItem } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import { saleTerms } from './sale-terms.ts';

const item = (of: Partial<TaxItem> & { amount: TaxItem['amount'] }): TaxItem => ({
  year: 2026,
  character: 'short',
  of: 'lot-1' as TaxItem['of'],
  disposal: 'planned/1',
  kind: 'term',
  rule: straddleRules.holdingPeriod,
  ...of,
});
const sold = {
  quantity: quantity('1'),
  proceeds: money('1000'),
  costBasis: money('600'),
  term: 'long' as const,
};
const lines = (items: readonly TaxItem[]): string[] =>
  saleTerms(sold, items).map((part) =>
    [part.quantity, part.proceeds, part.costBasis, part.counted.short, part.counted.long, part.waits]
      .map((one) => toText(one))
      .concat(part.term)
      .join(' '),
  );

// Source: Reg. 1.1092(b)-2T(a): only the units that the short covers have no holding period; 400 × 5 % = 20.
test('of a lot of which a hedge stops a twentieth, that part is short-term and the rest long-term', () => {
  const units = { quantity: quantity('0.05') };
  const items = [
    item({ ...units, amount: money('20') }),
    item({ ...units, character: 'long', amount: money('-20') }),
  ];
  expect(lines(items)).toEqual(['0.05 50 30 20 0 0 short', '0.95 950 570 0 380 0 long']);
});

test('all of it where all is covered, and the plain rule where nothing is', () => {
  const units = { quantity: quantity('1') };
  const items = [
    item({ ...units, amount: money('400') }),
    item({ ...units, character: 'long', amount: money('-400') }),
  ];
  expect(lines(items)).toEqual(['1 1000 600 400 0 0 short']);
  expect(lines([])).toEqual(['1 1000 600 0 400 0 long']);
});

test('a cost that joined the basis, and a loss that waits', () => {
  const basis = item({
    kind: 'basis',
    character: 'long',
    amount: money('-450'),
    rule: straddleRules.carryingCost,
  });
  const waits = item({
    kind: 'deferred',
    character: 'long',
    amount: money('50'),
    rule: straddleRules.deferral,
  });
  expect(lines([basis, waits])).toEqual(['1 1000 600 0 -50 50 long']);
});
