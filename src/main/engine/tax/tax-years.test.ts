import { describe, expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { Profile, ProfileYear } from '../../../shared/domain/profile.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { zeroMoney, zeroRate } from '../../../shared/num/types.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { event } from '../events/event.fixture.ts';
import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { specOf } from '../../../../test/properties/futures.fixture.ts';
import { usFactsGiven } from './jurisdictions/us/us-facts.fixture.ts';
import { taxYearsOf } from './tax-years.ts';

const contract = (id: string, status: boolean): ContractSpec => ({
  ...specOf('linear', { section1256: { status, settled: true, reason: 'test' } }),
  id: id as ContractId,
});
const specs = [contract('cme:X', true), contract('off:X', false)];
const profit = (id: string, of: string, amount: string): LedgerEvent =>
  event(id, 'realised-profit', '2025-05-01', [`f USD ${amount} profit`], { contract: of as ContractId });
const facts = usFactsGiven({
  events: [
    event('b', 'buy', '2023-01-05', ['a BTC 4', 'a USD -40000']),
    event('i', 'income', '2024-02-01', ['a ETH 1 =1000'], { reason: 'staking' }),
    event('j', 'income', '2024-02-02', ['a USD 500'], { reason: 'interest' }),
    event('s', 'sell', '2024-03-01', ['a BTC -2', 'a USD 10000']),
    profit('p', 'cme:X', '1000'),
    profit('q', 'off:X', '-200'),
  ],
  specOf: (id) => specs.find((one) => one.id === id),
  asOf: '2026-11-20',
});

const year = (of: number, changes: Partial<ProfileYear> = {}): ProfileYear => ({
  year: of,
  filingStatus: 'single',
  ordinaryIncome: money('50000'),
  deduction: 'standard',
  otherInvestmentIncome: zeroMoney,
  qualifiedDividends: zeroMoney,
  otherShortTermGain: zeroMoney,
  otherLongTermGain: zeroMoney,
  stateRate: zeroRate,
  seniors: 0,
  blind: 0,
  ...changes,
});
const profile = (...years: readonly ProfileYear[]): Profile => ({
  jurisdiction: 'us',
  currency: assetId('USD'),
  timeZone: utc,
  carryforward: { shortTerm: money('100'), longTerm: zeroMoney },
  inflation: zeroRate,
  history: [],
  waiting: [],
  years,
});

describe('the years of a profile', () => {
  const { years, issues, realised } = taxYearsOf({
    profile: profile(year(2024)),
    currentYear: 2026,
    facts,
  });

  test('from the first profile year to the current one, with the last profile that there was', () => {
    expect(years.map(({ input }) => input.year)).toEqual([2024, 2025, 2026]);
    expect(years[2]?.notes).toContain('Filing status and income of 2026 are taken from 2024.');
    expect(issues).toEqual([]);
  });

  test('losses are carried from year to year with their character', () => {
    expect(toText(years[0]?.input.longTermGain ?? zeroMoney)).toBe('-10000');
    expect(toText(years[0]?.assessment.carryforward.longTerm ?? zeroMoney)).toBe('7100');
    expect(years[1]?.input.carryforward).toEqual(years[0]?.assessment.carryforward);
    expect(toText(years[1]?.input.shortTermGain ?? zeroMoney)).toBe('-200');
    expect(toText(years[1]?.input.section1256Gain ?? zeroMoney)).toBe('1000');
  });

  test('interest is investment income, other income in coins is not', () => {
    expect(toText(years[0]?.input.otherInvestmentIncome ?? zeroMoney)).toBe('500');
    expect(toText(years[0]?.input.ordinaryIncome ?? zeroMoney)).toBe('51000');
    expect(realised.map((one) => `${one.year} ${toText(one.income)}`)).toEqual(['2024 1500', '2025 0']);
  });
});

test('a profile year to come is assessed too, by the last amounts published', () => {
  const { years } = taxYearsOf({
    profile: profile(year(2026), year(2028)),
    currentYear: 2026,
    facts,
  });
  expect(years.map(({ assessment }) => `${assessment.year} by ${assessment.parametersYear}`)).toEqual([
    '2026 by 2026',
    '2027 by 2026',
    '2028 by 2026',
  ]);
});

test('years before the first amounts are said, not guessed', () => {
  const { years, issues } = taxYearsOf({ profile: profile(year(2022)), currentYear: 2023, facts });
  expect(years.map(({ input }) => input.year)).toEqual([2023]);
  expect(issues).toMatchObject([{ code: 'tax/year-not-covered' }]);
});

test('without a profile there are gains and no tax', () => {
  const { years, issues, realised } = taxYearsOf({ profile: null, currentYear: 2026, facts });
  expect(years).toEqual([]);
  expect(realised.length).toBe(2);
  expect(issues).toMatchObject([{ code: 'tax/no-profile', severity: 'note' }]);
});
