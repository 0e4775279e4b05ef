/** The shipped contract catalogue: what must hold for every entry. */
import { describe, expect, test } from 'vitest';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import { unconfirmedFields } from '../../../src/main/engine/futures/evidence.ts';
import { EVIDENT_FIELDS } from '../../../src/shared/domain/contract-terms.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { MarginTable } from '../../../src/shared/domain/margin-table.ts';
import { add, compare, isNegative, isPositive, subtract } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { rate } from '../../../src/shared/num/parse.ts';
import { quantityTimes } from '../../../src/shared/num/products.ts';
import { zeroQuantity } from '../../../src/shared/num/types.ts';
import { parseTimeZone } from '../../../src/shared/time/time-zone.ts';

const entries = contractCatalogue.map((terms) => [terms.id as string, terms] as const);
const find = (id: string): ContractTerms | undefined => contractCatalogue.find((terms) => terms.id === id);

test('every venue of the catalogue is there, ids are unique', () => {
  expect(new Set(contractCatalogue.map(({ id }) => id)).size).toBe(contractCatalogue.length);
  expect([...new Set(contractCatalogue.map(({ venue }) => venue))].toSorted()).toEqual([
    'Binance COIN-M',
    'Binance USD-M',
    'BingX',
    'BitMEX',
    'Bitget',
    'Bitnomial',
    'Bybit',
    'CME',
    'Coinbase Derivatives',
    'Coinbase International',
    'Deribit',
    'Kraken Futures',
    'MEXC',
    'OKX',
    'WEEX',
  ]);
});

describe.each(entries)('%s', (_, terms) => {
  test('is whole', () => {
    expect(isPositive(terms.multiplier)).toBe(true);
    expect(isPositive(terms.quantityStep)).toBe(true);
    if (terms.payoff === 'inverse') expect(terms.settleAsset).toBe(terms.underlying);
    if (terms.payoff === 'linear') expect(terms.settleAsset).toBe(terms.quote);
    for (const share of [terms.takerFee, terms.makerFee]) {
      if (share !== null) expect(isNegative(share)).toBe(false);
    }
  });

  test('says of perpetual and dated what belongs to each', () => {
    expect(terms.expiry).toBeNull();
    if (terms.kind === 'perpetual') {
      expect(terms.fundingIntervalHours).toBeGreaterThan(0);
      expect([terms.series, terms.fixing]).toEqual([null, null]);
    } else {
      expect(terms.fundingIntervalHours).toBeNull();
    }
    if (terms.series !== null) {
      expect(terms.expiryRule).not.toBeNull();
      expect(terms.fixing).not.toBeNull();
    } else if (terms.kind === 'dated' && terms.expiryRule === null) {
      expect(terms.notes).toContain('When it expires is not known here');
    }
    if (terms.fixing !== null) expect(parseTimeZone(terms.fixing.zone)).toBeDefined();
  });

  test('has the evidence of each known field once', () => {
    for (const field of EVIDENT_FIELDS) {
      const claims = terms.evidence.filter(({ fields }) => fields.includes(field)).length;
      expect([field, claims]).toEqual([field, terms[field] === null ? 0 : 1]);
    }
    for (const { confidence, sources, asOf } of terms.evidence) {
      if (confidence === 'verified') expect(sources.length).toBeGreaterThan(0);
      expect(confidence).not.toBe('theirs');
      if (asOf !== undefined) expect(asOf < terms.asOf).toBe(true);
    }
  });

  test('is under section 1256 only in the United States, with a reason', () => {
    expect(terms.section1256.reason).not.toBe('');
    expect(terms.section1256.status).toBe(terms.usPersons);
    // Perpetuals of these venues resemble swaps: never stated as settled.
    if (terms.usPersons === true) expect(terms.section1256.settled).toBe(terms.kind === 'dated');
  });

  test('has a lawful margin table', () => {
    if (terms.margin !== null) expect(faultsOf(terms.margin)).toEqual([]);
    if (terms.usPersons === true) expect(terms.liquidation).toBe('broker');
  });
});

/** In a table: caps grow, deductions follow from the caps and rates (or there are none), initial margin is above maintenance. */
function faultsOf(margin: MarginTable): string[] {
  if (margin.kind === 'slope') {
    return compare(margin.initialBase, margin.maintenanceBase) > 0 ? [] : ['initial'];
  }
  if (margin.kind !== 'tiers') return [];
  const hasDeductions = margin.tiers.some(({ deduction }) => isPositive(deduction));
  return margin.tiers.flatMap((tier, index) => {
    const before = margin.tiers[index - 1];
    const floor = before?.cap ?? zeroQuantity;
    const expected =
      before === undefined || !hasDeductions
        ? zeroQuantity
        : add(
            before.deduction,
            quantityTimes(floor, subtract(tier.maintenanceRate, before.maintenanceRate), 'half-even'),
          );
    return [
      ...(tier.cap === null && index < margin.tiers.length - 1 ? [`no cap in tier ${index + 1}`] : []),
      ...(tier.cap !== null && compare(tier.cap, floor) <= 0 ? [`cap ${index + 1}`] : []),
      ...(toText(tier.deduction) === toText(expected) ? [] : [`deduction ${index + 1}: ${toText(expected)}`]),
      ...(tier.initialRate !== null && compare(tier.initialRate, tier.maintenanceRate) <= 0
        ? [`initial ${index + 1}`]
        : []),
    ];
  });
}

test('a wrong table is seen', () => {
  const margin = find('binance-um:BTCUSDT')?.margin;
  expect(margin?.kind).toBe('tiers');
  if (margin?.kind !== 'tiers') return;
  const tiers = margin.tiers.map((tier, index) =>
    index === 3 ? { ...tier, deduction: zeroQuantity } : tier,
  );
  expect(faultsOf({ ...margin, tiers })).toEqual(['deduction 4: 12000', 'deduction 5: 120000']);
});

// Published tick values: golden.json cme-btc-tick, cme-mbt-tick, cme-met-tick, cme-msl-tick, bitnomial-pbuc-tick;
// of the others the catalogue's own source states size and tick.
test.each([
  ['cme:BTC', '25'],
  ['cme:MBT', '0.5'],
  ['cme:ETH', '25'],
  ['cme:MET', '0.05'],
  ['cme:SOL', '25'],
  ['cme:MSL', '1.25'],
  ['cme:XRP', '25'],
  ['cme:MXP', '1.25'],
  ['cme:BFF', '0.1'],
  ['coinbase-derivatives:BIT', '0.05'],
  ['coinbase-derivatives:BIP', '0.05'],
  ['bitnomial:PBUC', '0.1'],
  ['bitnomial:BUS', '1'],
  ['bitnomial:BUI', '0.1'],
  ['okx:BTC-USDT-SWAP', '0.001'],
  ['mexc:BTC_USDT', '0.00001'],
])('a tick of %s is worth %s', (id, value) => {
  const terms = find(id);
  expect(terms).toBeDefined();
  if (terms === undefined) return;
  const tick = quantityTimes(terms.multiplier, rate(toText(terms.priceTick ?? rate('0'))), 'half-even');
  expect(toText(tick)).toBe(value);
});

test.each([
  ['cme:MBT', ['liquidation', 'usPersons']],
  ['binance-um:BTCUSDT', ['minNotional', 'resets', 'takerFee', 'makerFee', 'section1256', 'usPersons']],
  ['coinbase-derivatives:BIT', ['resets', 'liquidation', 'section1256', 'usPersons']],
])('unconfirmed of %s', (id, fields) => {
  expect(unconfirmedFields(find(id)!)).toEqual(fields);
});
