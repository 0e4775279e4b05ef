/** Source: 26 U.S.C. 6072(a), 6654(c)(2), 7503; 15 April 2028 is a Saturday, and Emancipation Day is kept on the Monday after. */
import { expect, test } from 'vitest';
import { money } from '../../../../shared/num/parse.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import { paymentEntries } from './payment-entries.ts';
import type { PaymentInput } from './payment-entries.ts';

const year = (of: number, totalTax: string): object => ({
  jurisdiction: 'us',
  input: { year: of },
  assessment: { totalTax: money(totalTax), trace: { label: '', value: totalTax, unit: 'USD', how: '' } },
});

const input: PaymentInput = {
  asOf: localDate('2027-01-10'),
  to: localDate('2028-12-31'),
  currency: 'USD',
  years: { years: [year(2026, '21000'), year(2027, '2900')] } as unknown as TaxYears,
  exitTaxes: [
    { planName: 'Out', year: 2027, added: money('120') },
    { planName: 'Out', year: 2026, added: money('0') },
  ],
};

test('the tax of each year, and its four payments, from today on', () => {
  const found = paymentEntries(input).map(({ id, date }) => `${dateText(date)} ${id}`);
  expect(found.toSorted()).toEqual([
    '2027-01-15 payment:estimated:2026:4',
    '2027-04-15 payment:estimated:2027:1',
    '2027-04-15 payment:tax:2026',
    '2027-06-15 payment:estimated:2027:2',
    '2027-09-15 payment:estimated:2027:3',
    '2028-01-15 payment:estimated:2027:4',
    '2028-04-15 payment:tax:2027',
  ]);
});

test('a day on which offices are closed says until when it is in time; what exit plans add stands apart', () => {
  const due = paymentEntries(input).find(({ id }) => id === 'payment:tax:2027');
  expect(due?.text).toBe(
    'The return and the tax of 2027 are due; this day is a Saturday, so that it is in time until 2028-04-18.',
  );
  expect(due?.amounts.map(({ words, value }) => [words, toText(value)])).toEqual([
    ['Tax of 2027, with saved hedge plans', '2900'],
    ['Added by the exit plan “Out”, as saved', '120'],
  ]);
  const past = paymentEntries(input).find(({ id }) => id === 'payment:tax:2026');
  expect(past).toMatchObject({ planned: false, text: 'The return and the tax of 2026 are due.' });
  expect(past?.amounts).toHaveLength(1);
});

test('without tax details nothing is due', () => {
  expect(paymentEntries({ ...input, years: { years: [] } as unknown as TaxYears })).toEqual([]);
});
