import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { HedgeLeg, HedgeLegId } from '../../../shared/domain/hedge.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, price, quantity } from '../../../shared/num/parse.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { lot } from '../../../../test/cases/futures/lots-and-terms.fixture.ts';
import { hedgedOfLots, quantityHedged } from './quantity-hedged.ts';
import type { OpenShort, SavedLegs } from './quantity-hedged.ts';

const MBT = 'cme:MBT-202612' as ContractId;

/** Three contracts of 0.1 BTC against 0.2 of lot a and 0.1 of lot b. */
function plan(from: string, state: 'planned' | 'opened' | 'closed' = 'planned', first = 'a'): SavedLegs {
  const leg: HedgeLeg = {
    id: 'leg' as HedgeLegId,
    asset: assetId('BTC'),
    contract: MBT,
    side: 'sell',
    quantity: quantity('3'),
    price: price('50000'),
    notional: money('15000'),
    wanted: null,
    lots: [
      { lot: first as LotId, quantity: quantity('0.2') },
      { lot: 'b' as LotId, quantity: quantity('0.1') },
    ],
    fills: state === 'planned' ? [] : ['f-0' as EventId],
  };
  const open = state === 'opened' ? { contract: MBT, quantity: quantity('3') } : null;
  return { from: localDate(from), legs: [{ leg, open }] };
}

function short(amount: string, lastFill = '2026-11-22'): OpenShort {
  return { contract: MBT, quantity: quantity(amount), lastFill: localDate(lastFill) };
}

const texts = (hedged: ReadonlyMap<LotId, Quantity>): unknown =>
  Object.fromEntries([...hedged].map(([id, amount]) => [id, toText(amount)]));

test('an intention hedges nothing; a leg that has fills hedges its lots, and none once they are closed', () => {
  expect(texts(quantityHedged([plan('2026-11-22')], []))).toEqual({});
  expect(texts(quantityHedged([plan('2026-11-22', 'opened')], []))).toEqual({ a: '0.2', b: '0.1' });
  expect(texts(quantityHedged([plan('2026-11-22', 'closed')], [short('3')]))).toEqual({});
});

test('a planned leg hedges as far as the open short reaches, in the order of its lots', () => {
  expect(texts(quantityHedged([plan('2026-11-22')], [short('3')]))).toEqual({ a: '0.2', b: '0.1' });
  expect(texts(quantityHedged([plan('2026-11-22')], [short('1')]))).toEqual({ a: '0.1' });
});

test('a short that was traded last before the plan did not carry it out', () => {
  expect(texts(quantityHedged([plan('2026-11-22')], [short('3', '2026-11-21')]))).toEqual({});
});

test('two plans for the same lots and one short hedge them once, by the plan saved last', () => {
  const plans = [plan('2026-11-20'), plan('2026-11-21', 'planned', 'c')];
  expect(texts(quantityHedged([plans[0]!, plans[0]!], [short('3')]))).toEqual({ a: '0.2', b: '0.1' });
  expect(texts(quantityHedged(plans, [short('3')]))).toEqual({ c: '0.2', b: '0.1' });
  expect(texts(quantityHedged(plans, [short('6')]))).toEqual({ a: '0.2', b: '0.2', c: '0.2' });
});

test('a short of a leg that has fills is not counted for a planned leg too', () => {
  const plans = [plan('2026-11-20', 'opened'), plan('2026-11-21')];
  expect(texts(quantityHedged(plans, [short('3')]))).toEqual({ a: '0.2', b: '0.1' });
});

test('no lot of an account is hedged by more than lies there, and none twice', () => {
  const one = lot('a', 'BTC', '0.05', '1000', '2024-01-01', '2025-01-02');
  const rest = lot('a', 'BTC', '0.5', '10000', '2024-01-01', '2025-01-02');
  const hedged = new Map([['a' as LotId, quantity('0.2')]]);
  expect(hedgedOfLots([one, rest], hedged).map((amount) => toText(amount))).toEqual(['0.05', '0.15']);
  expect(hedgedOfLots([one], hedged).map((amount) => toText(amount))).toEqual(['0.05']);
});
