/** The shipped catalogue against the facts that it was written from; skipped where they are not at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { MarginTable } from '../../../src/shared/domain/margin-table.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { quantity } from '../../../src/shared/num/parse.ts';
import { ratio } from '../../../src/shared/num/products.ts';
import type { Exact } from '../../../src/shared/num/types.ts';

const path = join(import.meta.dirname, '../../../../shared/facts/futures/contracts.json');

interface Tier {
  readonly notionalCap: number | null;
  readonly mmr: number;
  readonly imr?: number;
  readonly maxLeverage?: number;
  readonly maintenanceAmount: number;
}
interface Rates {
  readonly overnightLong?: number;
  readonly overnightShort?: number;
  readonly initial?: number;
  readonly maintenance?: number;
}
interface Fact {
  readonly id: string;
  readonly exchange: string;
  readonly symbol: string;
  readonly underlying: string;
  readonly quote: string;
  readonly settleAsset: string;
  readonly kind: string;
  readonly payoff: string;
  readonly orderQuantityUnit: string;
  readonly contractMultiplier: number | null;
  readonly priceTick: number | null;
  readonly quantityStep: number | null;
  readonly minQuantity: number | null;
  readonly minNotional: number | null;
  readonly fundingIntervalHours: number | null;
  readonly makerFee: number | null;
  readonly takerFee: number | null;
  readonly perContractFeeUsd: number | null;
  readonly maxLeverage: number | null;
  readonly marginTierSet: string | null;
  readonly marginApprox: Rates | string | null;
  readonly section1256: { readonly likely: boolean | 'uncertain' };
  readonly usPersons: boolean;
}
interface Facts {
  readonly contracts: readonly Fact[];
  readonly marginTiers: Readonly<Record<string, { readonly tiers: readonly Tier[] }>>;
}

const facts: Facts | null = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Facts) : null;

const VENUE_KEYS: Readonly<Record<string, string>> = {
  CME: 'cme',
  'Coinbase Derivatives': 'coinbase-derivatives',
  Bitnomial: 'bitnomial',
  'Binance USD-M': 'binance-um',
  'Binance COIN-M': 'binance-cm',
  Bybit: 'bybit',
  OKX: 'okx',
  Bitget: 'bitget',
  MEXC: 'mexc',
  BingX: 'bingx',
  WEEX: 'weex',
  Deribit: 'deribit',
  'Kraken Futures (Crypto Facilities)': 'kraken-futures',
  BitMEX: 'bitmex',
  'Coinbase International': 'coinbase-international',
};

/** A broker's entry in the facts: its fee stands with the contracts that it lists. */
const BROKER = 'kraken-us';
const contracts = (facts?.contracts ?? []).filter(({ id }) => id !== BROKER);

function entryOf({ exchange, symbol }: Fact): ContractTerms | undefined {
  const named = symbol === 'BTCUSDH/M/U/Zyy' ? 'BTCUSDMYY' : symbol;
  return contractCatalogue.find(({ id }) => id === `${VENUE_KEYS[exchange] ?? ''}:${named}`);
}

function text(value: number | null): string | null {
  return value === null ? null : toText(quantity(value.toFixed(10)));
}

function known(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}

describe.skipIf(facts === null)('the facts', () => {
  test.each(contracts.map((fact) => [fact.id, fact] as const))('%s: figures', (_, fact) => {
    const terms = entryOf(fact);
    if (terms === undefined) return expect.unreachable(fact.id);
    // Deribit's box is in dollars, which the facts state as contracts of 10 or 1 and steps of the same.
    const isDeribit = terms.venue === 'Deribit' && terms.payoff === 'inverse';
    // Of one contract the facts hold no step: the catalogue says that it is assumed.
    const isUnread = fact.id === 'weex-eth';
    expect({
      multiplier: isDeribit ? text(fact.contractMultiplier) : known(terms.multiplier),
      priceTick: known(terms.priceTick),
      quantityStep: isUnread ? null : known(terms.quantityStep),
      minQuantity: isUnread ? null : known(terms.minQuantity),
      minNotional: known(terms.minNotional),
      fundingIntervalHours: terms.fundingIntervalHours,
      makerFee: known(terms.makerFee),
      takerFee: known(terms.takerFee),
      maxLeverage: terms.maxLeverage,
    }).toEqual({
      multiplier: text(fact.contractMultiplier),
      priceTick: text(fact.priceTick),
      quantityStep: text(fact.quantityStep),
      minQuantity: text(fact.minQuantity),
      minNotional: text(fact.minNotional),
      fundingIntervalHours: fact.fundingIntervalHours,
      makerFee: text(fact.makerFee),
      takerFee: text(fact.takerFee),
      maxLeverage: fact.maxLeverage,
    });
  });

  test.each(contracts.map((fact) => [fact.id, fact] as const))('%s: kind', (_, fact) => {
    const terms = entryOf(fact);
    expect(terms).toMatchObject({
      underlying: fact.underlying,
      quote: fact.quote,
      settleAsset: fact.settleAsset.split(' ')[0],
      kind: fact.kind,
      payoff: fact.payoff,
      usPersons: fact.usPersons,
      section1256: {
        status: fact.section1256.likely !== false,
        settled: fact.section1256.likely !== 'uncertain',
      },
    });
    const units = { contracts: 'contracts', base: 'base', quoteUSD: 'quote' };
    const [unit = ''] = fact.orderQuantityUnit.split(' ');
    expect(terms?.quantityUnit).toBe(units[unit as keyof typeof units]);
  });

  test.each(contracts.flatMap((fact) => (fact.marginTierSet === null ? [] : [[fact.id, fact] as const])))(
    '%s: margin tiers',
    (_, fact) => {
      const margin = entryOf(fact)?.margin;
      const set = facts?.marginTiers[fact.marginTierSet ?? ''];
      if (margin?.kind === 'slope') return expect(slopes(margin)).toBe(SLOPES[fact.marginTierSet ?? '']);
      if (fact.marginTierSet === 'mexc-level1') return expect(rows(margin)).toEqual([MEXC[fact.symbol]]);
      expect(rows(margin)).toEqual(set?.tiers.map(tierText));
    },
  );

  test('every tier table is used', () => {
    const used = new Set(contracts.map(({ marginTierSet }) => marginTierSet));
    // Tables of contracts that the facts do not list: the catalogue does.
    const others = {
      'binance-usdm-XRPUSDT': 'binance-um:XRPUSDT',
      'binance-usdm-ETHUSDC': 'binance-um:ETHUSDC',
      'bybit-BTCUSDT-2026': 'bybit:ETHUSDT',
    };
    for (const [set, id] of Object.entries(others)) {
      const margin = contractCatalogue.find((terms) => terms.id === id)?.margin;
      expect(rows(margin)).toEqual(facts?.marginTiers[set]?.tiers.map(tierText));
      used.add(set);
    }
    expect(Object.keys(facts?.marginTiers ?? {}).filter((set) => !used.has(set))).toEqual(['deribit-SOL']);
    const solana = contractCatalogue.find(({ id }) => id === 'deribit:SOL_USDC-PERPETUAL')?.margin;
    expect(solana?.kind === 'slope' && slopes(solana)).toBe('0.04 0.02 0.000005');
  });

  test('the rates that a broker asks overnight', () => {
    const stated = contracts.flatMap((fact) =>
      typeof fact.marginApprox === 'object' && fact.marginApprox !== null
        ? [[fact, fact.marginApprox] as const]
        : [],
    );
    expect(stated).toHaveLength(3);
    for (const [fact, { overnightLong, overnightShort, initial, maintenance }] of stated) {
      const margin = entryOf(fact)?.margin;
      if (margin?.kind === 'broker-rates') {
        expect(known(margin.long.initial)).toBe(text(overnightLong ?? null));
        expect(known(margin.short.maintenance)).toBe(text(overnightShort ?? null));
      } else {
        expect(margin?.kind === 'flat' && [known(margin.initial), known(margin.maintenance)]).toEqual([
          text(initial ?? null),
          text(maintenance ?? null),
        ]);
      }
    }
  });

  test('the fee of the broker stands with the perpetuals of Bitnomial', () => {
    const fee = text(facts?.contracts.find(({ id }) => id === BROKER)?.perContractFeeUsd ?? null);
    const fees = contractCatalogue
      .filter(({ venue, kind }) => venue === 'Bitnomial' && kind === 'perpetual')
      .map(({ feePerContract }) => known(feePerContract));
    expect(fees).toEqual([fee, fee, fee]);
  });
});

/** Initial base, maintenance base and slope, as the words of the facts state them in per cent. */
const SLOPES: Readonly<Record<string, string>> = {
  'deribit-BTC': '0.02 0.01 0.00005',
  'deribit-ETH': '0.02 0.01 0.000004',
};
const MEXC: Readonly<Record<string, readonly string[]>> = {
  BTC_USDT: ['530000', '0.004', '0', '0.005'],
  ETH_USDT: ['82000', '0.004', '0', '0.005'],
};

function slopes({ initialBase, maintenanceBase, perCoin }: Extract<MarginTable, { kind: 'slope' }>): string {
  return [initialBase, maintenanceBase, perCoin].map((value) => toText(value)).join(' ');
}

function rows(margin: MarginTable | null | undefined): (readonly (string | null)[])[] {
  if (margin?.kind !== 'tiers') return [];
  return margin.tiers.map(({ cap, maintenanceRate, deduction, initialRate }) => [
    known(cap),
    toText(maintenanceRate),
    toText(deduction),
    known(initialRate),
  ]);
}

function tierText(tier: Tier): readonly (string | null)[] {
  const initial =
    tier.imr === undefined
      ? toText(ratio(quantity('1'), quantity(String(tier.maxLeverage)), 'half-even'))
      : text(tier.imr);
  return [text(tier.notionalCap), text(tier.mmr), text(tier.maintenanceAmount), initial];
}
