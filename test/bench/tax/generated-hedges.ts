/** Shorts of section 1256 and of other contracts on generated coins, rolled every month; some with lots on record. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractId, ContractSpec } from '../../../src/shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { PriceMark } from '../../../src/shared/domain/price-mark.ts';
import { price, quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs, epochMs } from '../../../src/shared/time/instant.ts';
import type { Instant } from '../../../src/shared/time/instant.ts';
import { lastBusinessDayOfYear, localDate } from '../../../src/shared/time/local-date.ts';
import { endOfDay, localDateOf, utc } from '../../../src/shared/time/time-zone.ts';
import type { LotMatching } from '../../../src/main/engine/lots/lot-matching.ts';
import type { LegOnRecord } from '../../../src/main/engine/tax/jurisdictions/us/offsets/leg-on-record.ts';
import { generator } from '../generator.ts';

const FIRST = 2023;
const MONTHS = 45;
const broker = accountId('broker');

/** A hedged coin: its contract, and whether the day's records name lots. */
export interface HedgedCoin {
  readonly coin: number;
  readonly section1256: boolean;
  readonly lotsNamed: number;
}

export function specsOf(coins: readonly HedgedCoin[]): readonly ContractSpec[] {
  return coins.map(({ coin, section1256 }) => ({
    id: contractId('bench', `COIN${coin}`),
    venue: 'bench',
    symbol: `COIN${coin}`,
    name: `COIN${coin}`,
    underlying: assetId(`COIN${coin}`),
    quote: assetId('USD'),
    settleAsset: assetId('USD'),
    kind: 'perpetual',
    payoff: 'linear',
    multiplier: quantity('1'),
    quantityUnit: 'base',
    quantityStep: quantity('0.001'),
    minQuantity: null,
    priceTick: null,
    expiry: null,
    expiryRule: null,
    takerFee: null,
    makerFee: null,
    fundingIntervalHours: 8,
    section1256: { status: section1256, settled: true, reason: 'a benchmark' },
    usPersons: null,
    asOf: localDate('2026-11-22'),
  }));
}

/** Opened on the second of a month, closed on the second of the next, and opened again a minute later. */
export function generatedHedges(coins: readonly HedgedCoin[]): {
  readonly events: readonly LedgerEvent[];
  readonly marks: readonly PriceMark[];
} {
  const random = generator(5);
  const events: LedgerEvent[] = [];
  const marks: PriceMark[] = [];
  for (const { coin } of coins) {
    const of = contractId('bench', `COIN${coin}`);
    let cents = 10_000_00;
    for (let month = 0; month < MONTHS; month++) {
      const at = Date.UTC(FIRST, month, 2, 12);
      cents = Math.max(100, Math.round(cents * (1 + (random() - 0.49) * 0.2)));
      if (month > 0) events.push(fill(of, `close-${coin}-${month}`, 'buy', cents, at));
      events.push(fill(of, `open-${coin}-${month}`, 'sell', cents, at + 60_000));
    }
    for (let year = FIRST; year < 2026; year++) {
      const time = endOfDay(lastBusinessDayOfYear(year), utc);
      marks.push({ of, time, price: price(String(cents / 100)), source: 'bench' });
      marks.push({ of: assetId(`COIN${coin}`), time, price: price(String(cents / 100)), source: 'bench' });
    }
  }
  return { events, marks };
}

function fill(
  contract: ContractId,
  id: string,
  side: 'buy' | 'sell',
  cents: number,
  ms: number,
): LedgerEvent {
  return {
    id: id as EventId,
    time: instantFromEpochMs(ms),
    sequence: 0,
    kind: 'futures-fill',
    legs: [{ account: broker, asset: assetId('USD'), quantity: quantity('-1.25'), role: 'fee' }],
    fill: {
      account: broker,
      contract,
      side,
      quantity: quantity('5'),
      price: price(String(cents / 100)),
      positionSide: 'one-way',
    },
    source: { file: 'hedges.csv', line: 1, format: 'bench' },
  };
}

/** Records of the day of each opening: so many of the lots held then. */
export function generatedRecords(coins: readonly HedgedCoin[], lots: LotMatching): readonly LegOnRecord[] {
  return coins.flatMap(({ coin, lotsNamed }) => {
    const asset = assetId(`COIN${coin}`);
    const lives = lotsNamed === 0 ? [] : lots.livesOf(asset);
    return Array.from({ length: lotsNamed === 0 ? 0 : MONTHS }, (_, month): LegOnRecord => {
      const at = instantFromEpochMs(Date.UTC(FIRST, month, 2, 12, 1));
      const day = localDateOf(at, utc);
      const held = lives.filter((life) => life.since < at && isHeld(life.left.at(-1)?.time, at));
      const named = held.slice(0, lotsNamed);
      return {
        leg: `leg-${coin}-${month}`,
        contract: contractId('bench', `COIN${coin}`),
        recordedOn: day,
        asOf: day,
        fills: [`open-${coin}-${month}` as EventId],
        lots: named.map(({ id }) => ({ lot: id, quantity: quantity(String(5 / lotsNamed)) })),
      };
    });
  });
}

function isHeld(lastLeft: Instant | undefined, at: Instant): boolean {
  return lastLeft === undefined || epochMs(lastLeft) > epochMs(at);
}

/** Events of two lists in the order of time. */
export function mergedEvents(a: readonly LedgerEvent[], b: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return [...a, ...b].sort((one, other) => epochMs(one.time) - epochMs(other.time));
}

export const benchDay = localDate('2026-10-15');
