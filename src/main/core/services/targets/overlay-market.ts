/** What files and hands brought about a contract's market, as overlays need it: read once for a ledger and a day. */
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Side } from '../../../../shared/domain/event.ts';
import type { Measure, Observation } from '../../../../shared/domain/observation.ts';
import { asPrice } from '../../../../shared/domain/observed-value.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { addDuration, epochMs } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { fundingPoints } from '../../../engine/futures/funding.ts';
import type { FundingPoint } from '../../../engine/futures/funding.ts';
import { fundingOfObservations, mergedFunding } from '../../../engine/futures/funding-history.ts';
import { fundingStatistics } from '../../../engine/futures/funding-statistics.ts';
import type { FundingAnswer } from '../../../engine/futures/funding-statistics.ts';
import { dailyChanges } from '../../../engine/futures/hedge-ratio/daily-changes.ts';
import type { PricedAt } from '../../../engine/futures/hedge-ratio/daily-changes.ts';
import { minimumVarianceRatio } from '../../../engine/futures/hedge-ratio/minimum-variance-ratio.ts';
import type { MinimumVarianceAnswer } from '../../../engine/futures/hedge-ratio/minimum-variance-ratio.ts';
import type { MarketSide } from '../../../engine/market/order-cost.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { contractMarket } from '../market/contract-market.ts';
import { observedOf } from '../market/observed.ts';

export interface LegMarket {
  /** Statistics of its funding over so many hours ahead. */
  funding(horizonHours: number): FundingAnswer;
  /** What of its funding could not be counted, in words; null where all of it was. */
  readonly fundingLeftOut: string | null;
  /** What is known of its book, spread, volume and volatility, on the side that an order takes. */
  readonly sides: Readonly<Record<Side, MarketSide>>;
  /** How an asset moves with the coin that the contract follows. */
  readonly variance: MinimumVarianceAnswer | null;
}

export type OverlayMarket = ReadonlyMap<string, LegMarket>;

const DAY_MS = 86_400_000;
/** Two years: older history says little of what funding will be. */
const FUNDING_DAYS = 730;
const CLOSE_DAYS = 400;

/** Under which a contract's market is kept: the asset counts in a cross hedge. */
export function marketKey(asset: string, contract: string): string {
  return `${asset} ${contract}`;
}

/**
 * The markets of the contracts that an overlay names, from observations of the ledger and its own funding rows. Kept
 * in the session's cache until the ledger's facts or the day change.
 */
export async function overlayMarketOf(
  derived: Derived,
  contracts: readonly {
    readonly asset: string;
    readonly contract: string;
    readonly small?: string | undefined;
  }[],
  context: Pick<CallContext, 'session'>,
): Promise<OverlayMarket> {
  const market = new Map<string, LegMarket>();
  for (const { asset, contract, small } of contracts) {
    for (const id of small === undefined ? [contract] : [contract, small]) {
      const terms = derived.facts.termsOf(id as ContractId);
      if (terms !== undefined)
        market.set(marketKey(asset, terms.id), await marketOf(derived, asset, terms, context));
    }
  }
  return market;
}

async function marketOf(
  derived: Derived,
  asset: string,
  terms: ContractTerms,
  { session }: Pick<CallContext, 'session'>,
): Promise<LegMarket> {
  const key = `overlay-market:${derived.facts.ledgerHash}:${epochMs(derived.at)}:${asset}:${terms.id}`;
  const kept = session.cache.get(key) as LegMarket | undefined;
  if (kept !== undefined) return kept;
  const read = async (measure: Measure, of: string, days: number): Promise<readonly Observation[]> =>
    (await session.ledger?.read.observations(
      { measure, of, level: '' },
      addDuration(derived.at, -days * DAY_MS),
      derived.at,
    )) ?? [];
  const stated = fundingOfObservations(
    await read('funding-rate', terms.id, FUNDING_DAYS),
    terms.fundingIntervalHours,
  );
  const sources = {
    derived,
    observed: await observedOf(session, derived.facts),
    now: derived.at,
  };
  const sides = {
    buy: (await contractMarket(terms, 'buy', sources)).side,
    sell: (await contractMarket(terms, 'sell', sources)).side,
  };
  const isCross = terms.underlying !== asset;
  const made = legMarket(
    mergedFunding(stated.points, impliedFunding(derived, terms)),
    leftOutWords(derived, terms, stated.withoutInterval),
    sides,
    isCross
      ? minimumVarianceRatio(
          dailyChanges(await closesOf(derived, asset, read), await closesOf(derived, terms.underlying, read)),
        )
      : null,
  );
  session.cache.set(key, made);
  return made;
}

function legMarket(
  points: readonly FundingPoint[],
  fundingLeftOut: string | null,
  sides: LegMarket['sides'],
  variance: MinimumVarianceAnswer | null,
): LegMarket {
  const answers = new Map<number, FundingAnswer>();
  return {
    funding: (hours) => {
      const known = answers.get(hours) ?? fundingStatistics(points, hours);
      answers.set(hours, known);
      return known;
    },
    fundingLeftOut,
    sides,
    variance,
  };
}

/** How many rates and payments count for nothing, as nobody knows how many hours they are for. */
function leftOutWords(derived: Derived, terms: ContractTerms, stated: number): string | null {
  if (terms.fundingIntervalHours !== null) return null;
  const paid = derived.positions.results.filter(
    ({ contract, kind }) => contract === terms.id && kind === 'funding',
  );
  const count = stated + paid.length;
  return count === 0
    ? null
    : `${count} of its funding rates and payments are left out: how many hours one is for is not known. Correct it in the catalogue, or with \`contracts set ${terms.id} fundingIntervalHours=8 --source …\`.`;
}

/** What the ledger's own payments imply, by prices of about their time. */
function impliedFunding(derived: Derived, terms: ContractTerms): FundingPoint[] {
  const priceAt = (contract: ContractId, at: Instant): Price | null =>
    (derived.prices.nearest(contract, at) ?? derived.prices.nearest(terms.underlying, at))?.price ?? null;
  return fundingPoints(terms.id, derived.positions.results, derived.facts.termsOf, priceAt);
}

/** Where closes of a coin are found: under its own name, or of a spot market against dollars. */
const CLOSE_SUBJECTS = ['', 'binance-spot:USDT', 'binance-spot:USDC', 'coinbase-spot:-USD'];

/** Marks and imported closes of a coin, each moment once. */
async function closesOf(
  derived: Derived,
  asset: string,
  read: (measure: Measure, of: string, days: number) => Promise<readonly Observation[]>,
): Promise<PricedAt[]> {
  const closes = new Map<Instant, PricedAt>();
  for (const subject of CLOSE_SUBJECTS) {
    const [venue = '', quote = ''] = subject.split(':');
    const of = subject === '' ? asset : `${venue}:${asset}${quote}`;
    for (const { time, value } of await read('close', of, CLOSE_DAYS)) {
      const close = asPrice(value);
      if (isPositive(close) && !closes.has(time)) closes.set(time, { time, price: close });
    }
  }
  const from = addDuration(derived.at, -CLOSE_DAYS * DAY_MS);
  for (const mark of derived.prices.marks) {
    if ((mark.of as string) !== asset || mark.time < from || mark.time > derived.at) continue;
    if (!closes.has(mark.time)) closes.set(mark.time, { time: mark.time, price: mark.price });
  }
  return [...closes.values()];
}
