import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { money } from '../../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import { year } from '../../../../../test/cases/futures/compare.fixture.ts';
import { jurisdictions } from '../../tax/assess-year.ts';
import type { GainItem } from './gains.ts';
import { taxDifferences } from './tax-difference.ts';

const gainOf = (of: number): GainItem => ({
  year: of,
  character: 'long',
  amount: money('1000'),
  asset: assetId('BTC'),
  from: { lot: 'lot' as LotId },
});

test('a gain in a year that is not among the years is a bug, not a gain without tax', () => {
  expect(() => taxDifferences([year(2027)], [gainOf(2026)], jurisdictions.us)).toThrow(/2026/u);
});

test('tax falls due when the jurisdiction says', () => {
  const law = { ...jurisdictions.us, taxDue: () => localDate('2030-01-31') };
  const differences = taxDifferences([year(2026)], [gainOf(2026)], law);
  expect(differences.ok && differences.value.map(({ due }) => dateText(due))).toEqual(['2030-01-31']);
});
