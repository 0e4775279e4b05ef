import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { parsePrice } from '../../../../shared/num/parse.ts';
import { msBetween, parseIsoInstant, toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { HandlersOf } from '../../call-context.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { missingAt, missingPricesCsv } from './missing-prices.ts';
import { saveStablecoinsAtPar, stablecoinsAtParIn } from './stablecoins-at-par.ts';

const DAY_MS = 86_400_000;
/** Figures made from older prices are shown as stale. */
const STALE_AFTER_DAYS = 7;

export const pricesHandlers: HandlersOf<
  'prices.read' | 'prices.set' | 'prices.missingFile' | 'prices.assume'
> = {
  'prices.read': async (_, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { prices, at } = derived.value;
    const shown = prices.marked(at).flatMap((of) => {
      const known = prices.latest(of, at);
      if (known === null || known.time === null) return [];
      const ageDays = Math.floor(msBetween(known.time, at) / DAY_MS);
      const stale = ageDays > STALE_AFTER_DAYS;
      return [
        { of, price: toText(known.price), time: toIso(known.time), source: known.source, ageDays, stale },
      ];
    });
    const { facts } = derived.value;
    return ok({
      prices: shown,
      missing: [...missingOf(derived.value)],
      missingAt: [...missingAt(derived.value)],
      stablecoinsAtPar: stablecoinsAtParIn(facts.settings),
    });
  },
  'prices.missingFile': async (_, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const missing = missingAt(derived.value);
    const name = `hedgerow-missing-prices-${dateText(derived.value.asOf)}.csv`;
    return ok({ name, content: missingPricesCsv(missing), rows: missing.length });
  },
  'prices.assume': async ({ stablecoinsAtPar }, { session, clock }) => {
    if (session.ledger === null) return fail('ledger/locked', {});
    return await saveStablecoinsAtPar(session.ledger, stablecoinsAtPar, clock);
  },
  'prices.set': async (request, context) => {
    const { ledger } = context.session;
    if (ledger === null) return fail('ledger/locked', {});
    const marks = marksOf(request, context.now);
    if (!marks.ok) return marks;
    const stored = await ledger.write.savePrices(marks.value, context.clock);
    return stored.ok ? ok({ stored: stored.value }) : stored;
  },
};

/** Held, or needed for an open position, but without any price. */
function missingOf({ holdings, positions, prices, at }: Derived): readonly string[] {
  const held = holdings.holdings.filter(({ price }) => price === null).map(({ asset }) => asset as string);
  const open = positions.open
    .filter(({ contract }) => prices.latest(contract, at) === null)
    .map(({ contract }) => contract as string);
  return [...new Set([...held, ...open])].sort();
}

function marksOf({ prices }: CallRequest<'prices.set'>, now: Instant): Result<readonly PriceMark[]> {
  const marks: PriceMark[] = [];
  for (const [place, { of, price, time }] of prices.entries()) {
    const parsed = parsePrice(price);
    const isPrice = parsed.ok && isPositive(parsed.value);
    if (!parsed.ok || !isPrice) return invalid(`prices.${place}.price`, 'a price is above zero');
    const at = time === undefined ? now : parseIsoInstant(time);
    if (at === undefined)
      return invalid(`prices.${place}.time`, 'expected an instant such as 2026-03-01T00:00:00Z');
    if (msBetween(now, at) > DAY_MS) return invalid(`prices.${place}.time`, 'it lies in the future');
    marks.push({ of: pricedThing(of), time: at, price: parsed.value, source: 'typed' });
  }
  return ok(marks);
}

/** "btc" is the asset BTC; what holds a colon is a contract's id. */
function pricedThing(of: string): AssetId | ContractId {
  return of.includes(':') ? (of as ContractId) : assetId(of.trim());
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
