/**
 * Lots a second time: lists that are scanned, fractions, and the rules in words beside the lines.
 * It must share no idea with the engine; that is why it is written so simply.
 */
import type { CalcEvent } from '../../src/shared/contract/calc-gains.ts';
import { type Fraction, cmp, minus, over, parse, plus, times, zero, min } from './fraction.fixture.ts';

interface PlainLot {
  id: string;
  asset: string;
  account: string;
  quantity: Fraction;
  cost: Fraction;
  /** As it was bought: what highest-cost-first goes by. */
  readonly unitCost: Fraction;
  readonly time: number;
  readonly place: number;
}

export interface PlainDisposal {
  event: string;
  asset: string;
  account: string;
  lot: string;
  quantity: Fraction;
  proceeds: Fraction;
  cost: Fraction;
  term: 'short' | 'long' | null;
}

export interface PlainGains {
  disposals: PlainDisposal[];
  open: PlainLot[];
  insufficient: string[];
}

export interface PlainOptions {
  method: 'fifo' | 'hifo';
  scope: 'account' | 'universal';
}

/** Long-term is more than a year by the calendar: bought on the last of a month, from the first of the month after next year's. */
function isLong(bought: number, sold: number): boolean {
  const b = new Date(bought);
  const s = new Date(sold);
  const [y, m, d] = [b.getUTCFullYear(), b.getUTCMonth(), b.getUTCDate()];
  const lastOfMonth = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  const from = d === lastOfMonth ? Date.UTC(y + 1, m + 1, 1) : Date.UTC(y + 1, m, d + 1);
  return Date.UTC(s.getUTCFullYear(), s.getUTCMonth(), s.getUTCDate()) >= from;
}

export function plainGains(events: readonly CalcEvent[], { method, scope }: PlainOptions): PlainGains {
  const lots: PlainLot[] = [];
  const disposals: PlainDisposal[] = [];
  const insufficient: string[] = [];
  const inOrder = events
    .map((event, place) => ({ event, place, time: Date.parse(event.time) }))
    .sort((a, b) => a.time - b.time || a.place - b.place);

  for (const { event, place, time } of inOrder) {
    const open = (id: string, asset: string, account: string, quantity: Fraction, cost: Fraction): void => {
      if (cmp(quantity, zero) <= 0) return;
      lots.push({ id, asset, account, quantity, cost, unitCost: over(cost, quantity), time, place });
    };
    /** The lot that leaves next, by scanning all of them. */
    const next = (asset: string, account: string): PlainLot | undefined => {
      let best: PlainLot | undefined;
      for (const lot of lots) {
        if (lot.asset !== asset || cmp(lot.quantity, zero) <= 0) continue;
        if (scope === 'account' && lot.account !== account) continue;
        const dearer = best === undefined ? 1 : cmp(lot.unitCost, best.unitCost);
        const earlier =
          best === undefined || lot.time < best.time || (lot.time === best.time && lot.place < best.place);
        if (best === undefined || (method === 'hifo' ? dearer > 0 || (dearer === 0 && earlier) : earlier))
          best = lot;
      }
      return best;
    };
    const take = (
      asset: string,
      account: string,
      wanted: Fraction,
    ): { taken: PlainLot[]; missing: Fraction } => {
      const taken: PlainLot[] = [];
      let missing = wanted;
      while (cmp(missing, zero) > 0) {
        const lot = next(asset, account);
        if (lot === undefined) break;
        const part = min(missing, lot.quantity);
        const cost = over(times(lot.cost, part), lot.quantity);
        taken.push({ ...lot, quantity: part, cost });
        lot.quantity = minus(lot.quantity, part);
        lot.cost = minus(lot.cost, cost);
        missing = minus(missing, part);
      }
      if (cmp(missing, zero) > 0) insufficient.push(event.id);
      return { taken, missing };
    };
    const dispose = (
      asset: string,
      account: string,
      quantity: Fraction,
      proceeds: Fraction | 'at cost',
    ): void => {
      for (const part of take(asset, account, quantity).taken) {
        const share = proceeds === 'at cost' ? part.cost : over(times(proceeds, part.quantity), quantity);
        const term = isLong(part.time, time) ? 'long' : 'short';
        disposals.push({
          event: event.id,
          asset,
          account,
          lot: part.id,
          quantity: part.quantity,
          proceeds: share,
          cost: part.cost,
          term: proceeds === 'at cost' ? null : term,
        });
      }
    };

    const quantity = parse(event.quantity);
    const { asset, account } = event;
    if (event.kind === 'buy' || event.kind === 'sell' || event.kind === 'swap') {
      const { fee = '0', feeAsset, feeQuantity = '0', feeValue } = event;
      const units = parse(feeQuantity);
      const got = event.kind === 'swap' ? event.toAsset : event.kind === 'buy' ? asset : undefined;
      const withheld = feeAsset !== undefined && feeAsset === got;
      const feeWorth = feeAsset === undefined ? parse(fee) : parse(feeValue ?? '0');
      const total = parse(event.kind === 'swap' ? event.value : event.total);
      // a withheld fee lowers what a swap brought; of a purchase it only makes the units fewer
      if (event.kind !== 'buy') dispose(asset, account, quantity, minus(total, feeWorth));
      if (feeAsset !== undefined && !withheld) dispose(feeAsset, account, units, feeWorth);
      if (event.kind === 'buy')
        open(
          event.id,
          asset,
          account,
          minus(quantity, withheld ? units : zero),
          withheld ? total : plus(total, feeWorth),
        );
      if (event.kind === 'swap') {
        const received = parse(event.toQuantity);
        open(
          event.id,
          event.toAsset,
          account,
          minus(received, withheld ? units : zero),
          withheld ? minus(total, feeWorth) : total,
        );
      }
    } else if (event.kind === 'transfer') {
      const received = parse(event.received);
      const lost = minus(quantity, received);
      if (cmp(lost, zero) > 0) dispose(asset, account, lost, times(lost, parse(event.value ?? '0')));
      if (scope === 'account') {
        for (const part of take(asset, account, received).taken)
          lots.push({ ...part, account: event.toAccount });
      }
    } else if (event.kind === 'income') {
      open(event.id, asset, account, quantity, parse(event.value));
    } else if (event.kind === 'spend') {
      dispose(asset, account, quantity, parse(event.value));
    } else if (event.kind === 'gift' || event.kind === 'donation' || event.kind === 'lost') {
      dispose(asset, account, quantity, 'at cost');
    }
  }
  return { disposals, open: lots.filter((lot) => cmp(lot.quantity, zero) > 0), insufficient };
}
