/**
 * derived + request + markets → goals → hedges → lots → days → the case that an exit plan is chosen from
 *
 * Everything that stands in the way is found before anything is refused.
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotMethod, OpenLot } from '../../../../shared/domain/lot.ts';
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import {
  add,
  clampToZero,
  isNegative,
  isPositive,
  larger,
  negate,
  smaller,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity, rate } from '../../../../shared/num/parse.ts';
import { quantityFor, quantityTimes, valueOf } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { addDays, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { candidateDates } from '../../../engine/exit/candidate-dates.ts';
import type { DateFacts } from '../../../engine/exit/candidate-dates.ts';
import type { ExitCase, ExitFuture, ExitGoal } from '../../../engine/exit/exit-case.ts';
import { times } from '../../../engine/exit/times.ts';
import { lotsInOrder } from '../../../engine/lots/lots-in-order.ts';
import type { PriceChange } from '../../../engine/tax/projection/assumed-prices.ts';
import { heldLotLives } from '../../../engine/tax/projection/held-lot-lives.ts';
import { regimeFits } from '../../../engine/tax/jurisdictions/us/offsets/regime-fits.ts';
import { listText, percentText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { longTermDateOf, lotClocksOf } from '../holdings/lot-clocks.ts';
import { scenarioProfile } from '../projection/scenario-profile.ts';
import type { OverlayMarket } from '../targets/overlay-market.ts';
import { planFutures } from './exit-futures.ts';
import type { PlanFutures } from './exit-futures.ts';
import { sellableLots, totalOf, wantedGoals } from './exit-goals.ts';
import type { WantedGoal, WantedGoals } from './exit-goals.ts';
import { costsOf, horizonOf, limitsOf, ownDaysOf, shareBetween } from './exit-limits.ts';
import { outOfRange, pathPrices, priceChangesOf, withoutPrice } from './exit-prices.ts';
import type { Assumed, ExitRequest, ExitSetup } from './exit-setup.ts';
import { openHedgesOf } from './open-hedges.ts';
import { Problems } from './problems.ts';

/**
 * The case that a request describes, on the ledger as of today.
 * In: what is known of the contracts' markets (`exitMarketOf`).
 * Errors, all at once (`exit/several`): `tax/no-profile`, `exit/horizon-past`, `exit/price-missing`, `exit/margin-missing`,
 * `exit/goal-…`, `exit/no-such-lot`, `exit/day-outside`, `exit/assumption-out-of-range`, `exit/no-day-left`,
 * `exit/nothing-to-do`; those of targets and contracts.
 */
export function exitCaseOf(derived: Derived, request: ExitRequest, market: OverlayMarket): Result<ExitSetup> {
  const problems = new Problems();
  const { profile } = derived.facts;
  if (profile === null || profile.years.length === 0) problems.add('tax/no-profile', {});
  const horizon = horizonOf(derived, request, problems);
  const changes = priceChangesOf(derived, request, horizon, problems);
  const carry = request.carryPerYear === undefined ? null : rate(request.carryPerYear);
  const path = pathPrices(derived, changes, carry);
  const { costs, assumed } = costsOf(request, problems);
  for (const id of ['carryPerYear', 'futuresSlippage'] as const) {
    const text = request[id];
    if (text !== undefined)
      shareBetween(
        text,
        id,
        id === 'futuresSlippage' ? '0' : '-5',
        id === 'futuresSlippage' ? '0.5' : '5',
        problems,
      );
  }
  const limits = limitsOf(request, problems);
  const days = ownDaysOf(derived, request, horizon, problems);
  const keep = keptLots(derived, request, problems);
  const hedges = openHedgesOf(derived);
  const priceOf = (asset: AssetId): ReturnType<typeof path.priceOn> => path.priceOn(asset, derived.asOf);
  const wanted = problems.take(wantedGoals(derived, request, hedges.hedges, priceOf, problems));
  checkAssets(request, wanted, derived, problems);
  const futures =
    wanted === undefined
      ? undefined
      : problems.take(planFutures({ derived, request, market }, wanted.goals, hedges.hedges, wanted.from));
  const lots = new Map(
    (wanted?.goals ?? []).map((goal) => [goal.asset, sellableLots(derived, goal, keep, problems)]),
  );
  checkPrices({ derived, path, futures, unpriced: hedges.unpriced }, problems);
  if (limits.cash !== null && (futures?.withoutMargin.length ?? 0) > 0)
    problems.add('exit/margin-missing', { contracts: listText(futures?.withoutMargin ?? []) });
  const lastYear = Math.max(yearOf(horizon) + 1, ...(profile?.years.map(({ year }) => year) ?? []));
  const span = { currentYear: yearOf(derived.asOf), lastYear };
  const taxpayer = problems.take(scenarioProfile(profile, { income: request.income ?? [] }, span));
  if (problems.isEmpty && wanted?.nothing !== undefined && wanted.nothing !== null)
    return fail('exit/nothing-to-do', { why: wanted.nothing });
  if (!problems.isEmpty || wanted === undefined || futures === undefined || !taxpayer)
    return problems.failed();
  const goals = goalsOf({ derived, request, wanted, futures, lots }, problems);
  const dates = candidateDates(
    dateFacts({ derived, request, horizon, goals, futures, lots, days, maxDates: limits.maxDates }),
  );
  if (dates.dates.length === 0) problems.add('exit/no-day-left', {}, { field: 'noTrade' });
  if (!problems.isEmpty) return problems.failed();
  return ok({
    asOf: derived.asOf,
    currency: derived.facts.currency,
    profile: taxpayer,
    facts: derived.usFacts,
    book: { ...path, lotOf: heldLotLives(derived.heldLots) },
    dates: dates.dates,
    lastYear,
    goals,
    futures: futures.futures,
    costs,
    limits,
    regimes: regimesOf(request, futures.futures),
    horizon,
    leftOut: dates.leftOut,
    assumptions: [...assumed, ...futures.assumed, ...priceWords(derived, changes), ...incomeWords(request)],
    notes: notesOf({ derived, request, goals, futures, hedges: hedges.hedges.length, from: wanted.from }),
    setupIssues: futures.issues,
  });
}

function keptLots(
  { heldLots }: Derived,
  { keepLots = [] }: ExitRequest,
  problems: Problems,
): ReadonlySet<string> {
  if (keepLots.length === 0) return new Set();
  const known = new Set<string>(heldLots.map(({ id }) => id));
  const unknown = keepLots.filter((lot) => !known.has(lot));
  if (unknown.length > 0)
    problems.add('exit/no-such-lot', { lots: listText(unknown) }, { field: 'keepLots' });
  return new Set(keepLots);
}

/** Prices, limits a day and price targets of assets that are nowhere in the plan are most likely mistyped. */
function checkAssets(
  { prices = [], perDay = [], priceTargets = [] }: ExitRequest,
  wanted: WantedGoals | undefined,
  { heldLots, positions }: Derived,
  problems: Problems,
): void {
  const known = new Set<string>([
    ...(wanted?.goals ?? []).map(({ asset }) => asset),
    ...heldLots.map(({ asset }) => asset),
    ...positions.positions.flatMap(({ spec }) => [spec.underlying, spec.settleAsset]),
  ]);
  const lists = { prices, perDay, priceTargets } as const;
  for (const [name, list] of Object.entries(lists))
    for (const [place, { asset }] of list.entries())
      if (!known.has(asset.toUpperCase()))
        problems.add('exit/asset-unknown', { field: name, asset }, { field: `${name}.${place}.asset` });
}

function checkPrices(
  {
    derived,
    path,
    futures,
    unpriced,
  }: {
    readonly derived: Derived;
    readonly path: Pick<ExitCase['book'], 'priceOn' | 'contractPriceOn'>;
    readonly futures: PlanFutures | undefined;
    readonly unpriced: readonly string[];
  },
  problems: Problems,
): void {
  const terms = (futures?.futures ?? []).map((future) => future.terms);
  const assets = terms.flatMap(({ underlying, settleAsset }) => [underlying, settleAsset]);
  const missing: string[] = [
    ...withoutPrice(assets, path, derived.asOf),
    ...terms.flatMap((one) => (path.contractPriceOn(one, derived.asOf) === null ? [one.symbol] : [])),
    ...unpriced,
  ];
  if (missing.length > 0) problems.add('exit/price-missing', { assets: listText([...new Set(missing)]) });
}

interface Found {
  readonly derived: Derived;
  readonly request: ExitRequest;
  readonly wanted: WantedGoals;
  readonly futures: PlanFutures;
  readonly lots: ReadonlyMap<AssetId, readonly OpenLot[]>;
}

function goalsOf(found: Found, problems: Problems): ExitGoal[] {
  return found.wanted.goals.map((goal) => goalOf(goal, found, problems));
}

function goalOf(goal: WantedGoal, found: Found, problems: Problems): ExitGoal {
  const { derived, request, futures, lots } = found;
  const { asset, change, price } = goal;
  const own = futures.futures.filter((future) => future.asset === asset);
  const perDay = request.perDay?.find((one) => one.asset.toUpperCase() === asset);
  const most = perDay === undefined ? null : quantity(perDay.quantity);
  if (most !== null && !isPositive(most)) outOfRange(problems, 'perDay', toText(most), 'above zero');
  const ticket = request.minTicket === undefined ? null : money(request.minTicket);
  if (ticket !== null && isNegative(ticket))
    outOfRange(problems, 'minTicket', toText(ticket), 'zero or more');
  return {
    asset,
    sell: clampToZero(negate(change)),
    buy: clampToZero(change),
    lots: inMethodsOrder(lots.get(asset) ?? [], derived).map(
      ({ id, account, quantity: held, costBasis }) => ({
        lot: id,
        account,
        quantity: held,
        costBasis,
      }),
    ),
    held: totalOf(derived.heldLots.filter((lot) => lot.asset === asset)),
    order: request.lotChoice === 'method' ? 'by-account' : 'free',
    tolerance: toleranceOf(goal, own, request),
    perDay: most,
    minTicket: ticket === null ? zeroQuantity : quantityFor(ticket, price, 'up'),
  };
}

const HALF = rate('0.5');

/** The band, but at least what whole contracts leave open; all of the goal where nothing hedges and no band is asked for. */
function toleranceOf(
  { change, band }: WantedGoal,
  futures: readonly ExitFuture[],
  { band: asked, overlay }: ExitRequest,
): Quantity {
  const goal = larger(change, negate(change));
  const free = band ?? zeroQuantity;
  if (futures.length === 0) return asked === undefined ? larger(free, goal) : free;
  const side = isNegative(change) ? 'short' : 'long';
  const ofSide = futures.filter((future) => future.side === side);
  const steps = ofSide.map(({ coinsPerStep }) => coinsPerStep);
  const [first] = steps;
  if (first === undefined) return free;
  const half = quantityTimes(
    steps.reduce((least, one) => smaller(least, one), first),
    HALF,
    'up',
  );
  let held: Quantity = zeroQuantity;
  for (const { coinsPerStep, steps: count } of ofSide) held = add(held, times(coinsPerStep, count));
  const left = subtract(goal, held);
  // What rounding to whole contracts leaves open; a hedge that is much too small is no rounding.
  const rounded = overlay === undefined ? zeroQuantity : larger(left, negate(left));
  return larger(larger(free, half), smaller(rounded, first));
}

/** Each account's lots as its own method would sell them. */
function inMethodsOrder(lots: readonly OpenLot[], derived: Derived): OpenLot[] {
  const byAccount = Map.groupBy(lots, ({ account }) => account);
  return [...byAccount].flatMap(([account, own]) =>
    lotsInOrder(own, methodOf(account, derived), derived.lots),
  );
}

function methodOf(account: OpenLot['account'], { ofLots, at, lotMethod }: Derived): LotMethod {
  return lotMethod ?? ofLots.onRecord.methodAt(account, at);
}

interface ForDates extends Pick<Found, 'derived' | 'request' | 'futures' | 'lots'> {
  readonly horizon: LocalDate;
  readonly goals: readonly ExitGoal[];
  readonly days: Pick<DateFacts, 'ownDates' | 'noTrade' | 'priceTargets'>;
  readonly maxDates: number;
}

function dateFacts(given: ForDates): DateFacts {
  const { derived, request, futures, lots, goals, horizon, days, maxDates } = given;
  const clocks = lotClocksOf(derived);
  return {
    ...days,
    asOf: derived.asOf,
    horizon,
    isHorizonAsked: request.horizon !== undefined,
    lots: [...lots.values()].flat().map((lot) => {
      const now = derived.prices.latest(lot.asset, derived.at)?.price;
      const worth = now === undefined ? lot.costBasis : valueOf(lot.quantity, now, 'half-even');
      const gain: Money = subtract(worth, lot.costBasis);
      return { asset: lot.asset, quantity: lot.quantity, gain, longTermFrom: longTermDateOf(lot, clocks) };
    }),
    contracts: futures.futures.map(({ terms: { symbol, expiry } }) => ({ symbol, expiry })),
    windows: windowsOf(derived, goals),
    daysNeeded: Math.max(1, ...goals.map(daysNeeded)),
    maxDates,
  };
}

function daysNeeded({ sell, buy, perDay }: ExitGoal): number {
  if (perDay === null || !isPositive(perDay)) return 1;
  let days = 0;
  for (let left = add(sell, buy); isPositive(left) && days < 60; days++) left = subtract(left, perDay);
  return days;
}

const WINDOW_DAYS = 31;

/** Ends of 30-day windows that are open today: after losses on shorts, and around purchases where wash sales cover coins. */
function windowsOf(derived: Derived, goals: readonly ExitGoal[]): DateFacts['windows'] {
  const { asOf, usFacts, taxElections, heldLots } = derived;
  const assets = new Set(goals.map(({ asset }) => asset));
  const isRecent = (date: LocalDate): boolean => date <= asOf && addDays(date, WINDOW_DAYS) > asOf;
  const { washSalesFrom } = taxElections;
  const purchases =
    washSalesFrom === null
      ? []
      : heldLots.flatMap(({ asset, acquiredDate }) =>
          assets.has(asset) && isRecent(acquiredDate) && addDays(acquiredDate, WINDOW_DAYS) > washSalesFrom
            ? [
                {
                  date: addDays(acquiredDate, WINDOW_DAYS),
                  why: `the 30 days after the purchase of ${asset} on ${dateText(acquiredDate)} are over`,
                },
              ]
            : [],
        );
  const shorts = usFacts.straddles.futures.flatMap(({ asset, closed, name }) =>
    closed !== null && assets.has(asset) && isRecent(closed)
      ? [
          {
            date: addDays(closed, WINDOW_DAYS),
            why: `the 30 days after ${name} was closed on ${dateText(closed)} are over`,
          },
        ]
      : [],
  );
  return [...purchases, ...shorts];
}

function regimesOf({ tryRegimes }: ExitRequest, futures: readonly ExitFuture[]): ExitCase['regimes'] {
  const opened = futures.filter(({ isOpen, side }) => !isOpen && side === 'short');
  if (tryRegimes !== true || opened.length === 0) return [];
  const all = ['none', 'identified', 'section-1256d', 'straddle-by-straddle'] as const;
  return all.filter((regime) => opened.some(({ terms }) => regimeFits(regime, terms.section1256.status)));
}

function priceWords(derived: Derived, changes: readonly PriceChange[]): Assumed[] {
  return changes.map(({ asset, to, by }) => ({
    id: `price:${asset}`,
    label: `Price of ${asset}${by === null ? '' : ` on ${dateText(by)}`}, in a straight line from today’s`,
    value: toText(to),
    unit: derived.facts.currency,
    from: 'yours',
  }));
}

function incomeWords({ income = [] }: ExitRequest): Assumed[] {
  return income.map(({ year, ordinaryIncome }) => ({
    id: `income:${year}`,
    label: `Ordinary income of ${year}`,
    value: ordinaryIncome,
    unit: 'money',
    from: 'yours',
  }));
}

interface ForNotes {
  readonly derived: Derived;
  readonly request: ExitRequest;
  readonly goals: readonly ExitGoal[];
  readonly futures: PlanFutures;
  readonly hedges: number;
  readonly from: WantedGoals['from'];
}

function notesOf({ derived, request, goals, futures, from }: ForNotes): string[] {
  const notes = [
    from === 'targets'
      ? 'The goals are what brings the coins themselves to the targets, with the hedges of these coins closed at the end.'
      : 'The goals are the ones that you named.',
  ];
  if (!(request.prices ?? []).length) notes.push('Prices are taken to stay as they are today.');
  if (goals.some(({ sell }) => isPositive(sell))) notes.push(lotNote(derived, request));
  for (const { asset, tolerance } of goals) {
    const hedged = futures.futures.some((future) => future.asset === asset);
    notes.push(
      hedged
        ? `Spot and futures of ${asset} together stay within ${quantityText(tolerance, asset)} of what is wanted, on every day.`
        : `Nothing hedges ${asset}: until it is traded it stands off by up to ${quantityText(tolerance, asset)}.`,
    );
  }
  const ratio = request.overlay?.ratio;
  if (ratio !== undefined && ratio !== 'naive')
    notes.push('An exit plan hedges coin for coin: the hedge ratio that you chose is not used in it.');
  if (futures.futures.some(({ terms }) => terms.expiry !== null))
    notes.push(
      'Contracts with an end are rolled ten days before it, into ones that end three months later; their distance from the coin’s price shrinks by the day.',
    );
  if (request.band !== undefined) notes.push(`The band is ${percentText(rate(request.band))}, as you chose.`);
  return notes;
}

/** Reg. 1.1012-1(j): units are chosen by identifying them before the sale, or by a standing order. */
function lotNote(derived: Derived, { lotChoice }: ExitRequest): string {
  const { lotMethod } = derived;
  const method = lotMethod === null ? 'the methods of the accounts' : lotMethodWords[lotMethod];
  return lotChoice === 'method'
    ? `Lots leave in the order of the method in force (${method}), account by account; the plan cannot choose among them.`
    : `The plan chooses the lots. Each sale has to be identified before it is made (the close-out sheet records it, and your broker has to be told); else ${method} decides which units left (Reg. 1.1012-1(j)).`;
}
