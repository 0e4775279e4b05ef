/** The shipped contract catalogue: what must hold for every entry, and that ids are found. */
import { describe, expect, test } from 'vitest';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import { contractLookup, listedContracts } from '../../../src/main/engine/futures/contract-lookup.ts';
import type { ContractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import { isNegative, isPositive } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { quantityTimes } from '../../../src/shared/num/products.ts';
import { rate } from '../../../src/shared/num/parse.ts';
import { dateText, localDate } from '../../../src/shared/time/local-date.ts';

const termsOf = contractLookup(contractCatalogue);
const find = (id: string): ContractTerms | undefined => termsOf(id as ContractId);

describe('every entry', () => {
  test('has an id of its own', () => {
    expect(new Set(contractCatalogue.map(({ id }) => id)).size).toBe(contractCatalogue.length);
  });

  test.each(contractCatalogue.map((terms) => [terms.id, terms] as const))('%s is whole', (_, terms) => {
    expect(isPositive(terms.multiplier)).toBe(true);
    expect(isPositive(terms.quantityStep)).toBe(true);
    // Rules of the facts pack: inverse contracts settle in the coin and count quote money.
    if (terms.payoff === 'inverse') expect(terms.settleAsset).toBe(terms.underlying);
    if (terms.payoff === 'inverse') expect(terms.quantityUnit).not.toBe('base');
    if (terms.payoff === 'linear') expect(terms.settleAsset).toBe(terms.quote);
    // A dated contract is a template: its instances expire.
    if (terms.series !== null) expect(terms.kind).toBe('dated');
    for (const share of [terms.takerFee, terms.makerFee]) {
      if (share !== null) expect(isNegative(share)).toBe(false);
    }
    expect(terms.section1256.reason).not.toBe('');
    // No venue abroad counts as a qualified board or exchange; every United States venue does.
    expect(terms.section1256.status).toBe(terms.usPersons);
  });

  // Published tick values: golden.json cme-btc-tick, cme-mbt-tick, cme-met-tick, cme-msl-tick, bitnomial-pbuc-tick.
  test.each([
    ['cme:BTC', '25'],
    ['cme:MBT', '0.5'],
    ['cme:MET', '0.05'],
    ['cme:MSL', '1.25'],
    ['bitnomial:PBUC', '0.1'],
  ])('a tick of %s is worth %s', (id, value) => {
    const terms = find(id);
    const tick = quantityTimes(
      terms?.multiplier ?? contractCatalogue[0]!.multiplier,
      rate(toText(terms?.priceTick ?? rate('0'))),
      'half-even',
    );
    expect(toText(tick)).toBe(value);
  });
});

describe('finding a contract', () => {
  test.each([
    ['binance-um:BTCUSDT', null],
    ['binance-um:BTCUSDT_261225', '2026-12-25'],
    ['binance-cm:BTCUSD_260626', '2026-06-26'],
    ['cme:MBT-202612', '2026-12-24'],
    ['cme:BFF-261204', '2026-12-04'],
    ['coinbase-derivatives:BIT-24APR26', '2026-04-24'],
    ['deribit:BTC-25DEC26', '2026-12-25'],
    ['bybit:BTCUSDZ26', '2026-12-25'],
  ])('%s', (id, expiry) => {
    const terms = find(id);
    expect(terms?.id).toBe(id);
    expect(terms?.expiry === null || terms?.expiry === undefined ? null : dateText(terms.expiry)).toBe(
      expiry,
    );
  });

  test.each(['cme:NOPE', 'binance-um:BTCUSDT_PERP', 'nowhere:BTCUSDT', 'deribit:BTC-PERPETUALLY', ''])(
    '%j is not known',
    (id) => {
      expect(find(id)).toBeUndefined();
    },
  );

  test('a later entry wins over an earlier one of the same id', () => {
    const own = { ...contractCatalogue[0]!, name: 'mine' };
    expect(contractLookup([...contractCatalogue, own])(own.id)?.name).toBe('mine');
  });
});

test('listed are single contracts and the next two quarters of each series', () => {
  const listed = listedContracts(contractCatalogue, localDate('2026-11-22')).map(({ id }) => id as string);
  expect(listed).toContain('binance-um:BTCUSDT');
  expect(listed.filter((id) => id.startsWith('cme:MBT'))).toEqual(['cme:MBT-202612', 'cme:MBT-202703']);
  expect(listed.filter((id) => id.startsWith('binance-um:BTCUSDT_'))).toEqual([
    'binance-um:BTCUSDT_261225',
    'binance-um:BTCUSDT_270326',
  ]);
});
