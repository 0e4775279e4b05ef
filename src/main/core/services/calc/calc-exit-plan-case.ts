/** A document of `calc exit-plan` as the engine's case: lots and open hedges become events, so that the tax is the ledger's own. */
import type { CalcExitPlanInput } from '../../../../shared/contract/calc-exit-plan.ts';
import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import { defaultTaxElections } from '../../../../shared/domain/tax-elections.ts';
import type { TaxElectionValues } from '../../../../shared/domain/tax-elections.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { Failure, Result } from '../../../../shared/errors/failure.ts';
import { absolute, add, compare, larger, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import {
  moneyTimes,
  priceOf,
  quantityFor,
  quantityTimes,
  ratio,
  valueOf,
} from '../../../../shared/num/products.ts';
import { roundTo, roundToStep } from '../../../../shared/num/rounding.ts';
import { zeroMoney, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { dateText, localDate, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { utc } from '../../../../shared/time/time-zone.ts';
import type { ExitCase, ExitFuture, ExitGoal, ExitLot } from '../../../engine/exit/exit-case.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { moneyAsAmount } from '../../../engine/futures/amounts.ts';
import { matchLots } from '../../../engine/lots/match-lots.ts';
import { heldLotLives } from '../../../engine/tax/projection/held-lot-lives.ts';
import { longTermFrom } from '../../../engine/tax/jurisdictions/us/long-term-from.ts';
import { offsetsOfPlanned } from '../../../engine/tax/jurisdictions/us/offsets/offsets-of-planned.ts';
import { usFactsOf } from '../../../engine/tax/jurisdictions/us/us-facts-of.ts';
import type { UsFacts } from '../../../engine/tax/jurisdictions/us/us-facts.ts';
import type { TaxPositionId } from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { priceBookOf } from '../../../engine/valuation/price-book.ts';
import { invalidField } from './calc-gains-invalid-field.ts';
import { refusedExitPlan } from './calc-exit-plan-refusals.ts';
import { calcTermsOf } from './calc-terms.ts';

type Hedge = NonNullable<CalcExitPlanInput['overlay']>[number];
type Lot = CalcExitPlanInput['lots'][number];

const USD = assetId('USD');
const VENUE = accountId('futures');
const ONE = price('1');
const HALF = rate('0.5');
const COIN_DECIMALS = 8;

/** Errors: `call/invalid-input` naming the field, `contracts/unknown`, `exit/nothing-to-do`. */
export function calcExitCaseOf(input: CalcExitPlanInput): Result<ExitCase> {
  const refused = refusedExitPlan(input);
  if (refused !== undefined) return { ok: false, failure: refused };
  const dates = [...new Set(input.candidateDates)].toSorted().map((date) => localDate(date));
  const asOf = input.asOf === undefined ? (dates[0] as LocalDate) : localDate(input.asOf);
  const terms = new Map<string, ContractTerms>();
  for (const [place, hedge] of (input.overlay ?? []).entries()) {
    const found = hedgeTerms(hedge, `overlay.${place}.contract`);
    if (!found.ok) return found;
    terms.set(hedge.position, found.value);
  }
  const path = pathOf(input, terms);
  const facts = factsOf(input, asOf, terms, path);
  const lots = input.lots.map((lot) => openLotOf(lot));
  const goals = goalsOf(input, asOf, terms, path);
  if (!Array.isArray(goals)) return { ok: false, failure: goals };
  const last = dates.at(-1) ?? asOf;
  const together = input.constraints?.bandTogether;
  return ok({
    asOf,
    currency: USD,
    profile: profileOf(input),
    facts,
    book: { ...path, lotOf: heldLotLives(lots) },
    dates: dates.map((date) => ({ date, why: ['given'] })),
    lastYear: Math.max(input.lastYear ?? yearOf(last) + 1, ...input.profile.years.map(({ year }) => year)),
    goals,
    futures: (input.overlay ?? []).map((hedge) =>
      futureOf(hedge, terms.get(hedge.position) as ContractTerms, input, facts, asOf, path),
    ),
    costs: {
      discountPerYear: rate(input.discountRate ?? '0'),
      spotFee: rate(input.costs?.spotFee ?? '0'),
      spotSlippage: rate(input.costs?.spotSlippage ?? '0'),
      marginCostPerYear: rate(input.costs?.marginCostPerYear ?? '0'),
    },
    limits: {
      cash: input.constraints?.cash === undefined ? null : money(input.constraints.cash),
      maxDates: 60,
    },
    netTolerance: together === undefined ? null : money(together),
    regimes: input.regimes ?? [],
  });
}

/** The contract as the asset's own: terms say nothing of the coin that they follow. */
function hedgeTerms(hedge: Hedge, field: string): Result<ContractTerms> {
  const found = calcTermsOf(hedge.contract, field);
  if (!found.ok) return found;
  const { section1256 } = hedge;
  const isGiven = typeof hedge.contract !== 'string';
  const named = isGiven
    ? {
        ...found.value,
        id: contractId('given', hedge.position),
        symbol: hedge.position,
        name: hedge.position,
        underlying: assetId(hedge.asset),
        quote: USD,
        settleAsset: found.value.payoff === 'inverse' ? assetId(hedge.asset) : USD,
      }
    : found.value;
  return ok(
    section1256 === undefined
      ? named
      : { ...named, section1256: { status: section1256, settled: true, reason: 'as the document says' } },
  );
}

interface Path {
  priceOn(asset: AssetId, date: LocalDate): Price | null;
  contractPriceOn(
    spec: { readonly id: ContractTerms['id']; readonly underlying: AssetId },
    date: LocalDate,
  ): Price | null;
}

/** A price stands until the next. */
function pathOf(input: CalcExitPlanInput, terms: ReadonlyMap<string, ContractTerms>): Path {
  const coins = new Map(Object.entries(input.prices).map(([asset, list]) => [asset, byDate(list)]));
  const contracts = new Map<string, readonly DatedPrice[]>();
  for (const { position, prices } of input.overlay ?? []) {
    const spec = terms.get(position);
    if (prices !== undefined && spec !== undefined) contracts.set(spec.id, byDate(prices));
  }
  const priceOn: Path['priceOn'] = (asset, date) => {
    const known = standing(coins.get(asset), date);
    return known ?? (MONEY.has(asset) ? ONE : null);
  };
  return {
    priceOn,
    contractPriceOn: ({ id, underlying }, date) =>
      standing(contracts.get(id), date) ?? priceOn(underlying, date),
  };
}

const MONEY = new Set<string>(['USD', 'USDT', 'USDC']);

interface DatedPrice {
  readonly date: LocalDate;
  readonly price: Price;
}

function byDate(list: readonly { readonly date: string; readonly price: string }[]): readonly DatedPrice[] {
  return list
    .map((one) => ({ date: localDate(one.date), price: price(one.price) }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function standing(list: readonly DatedPrice[] | undefined, date: LocalDate): Price | null {
  return (list?.findLast((one) => one.date <= date) ?? list?.[0])?.price ?? null;
}

function openLotOf({
  lot,
  asset,
  account = 'main',
  quantity: units,
  costBasis,
  acquired,
}: Lot): Parameters<typeof heldLotLives>[0][number] {
  const date = localDate(acquired);
  return {
    id: lot as LotId,
    event: lot as EventId,
    asset: assetId(asset),
    account: accountId(account),
    quantity: quantity(units),
    acquired: noon(acquired),
    acquiredDate: date,
    costBasis: money(costBasis),
    longTermFrom: longTermFrom(date),
    basisUnknown: false,
  };
}

function noon(date: string): LedgerEvent['time'] {
  return instantFromIso(`${date}T12:00:00Z`);
}

/** The same facts as a ledger with these purchases and fills has. */
function factsOf(
  input: CalcExitPlanInput,
  asOf: LocalDate,
  terms: ReadonlyMap<string, ContractTerms>,
  path: Path,
): UsFacts {
  const open = (input.overlay ?? []).filter(({ opened }) => opened !== undefined);
  const events = [...input.lots.map(purchaseOf), ...open.map((hedge) => fillOf(hedge, terms))].toSorted(
    (a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0),
  );
  const specs = new Map([...terms.values()].map((one) => [one.id, one]));
  const marks = marksOf(input, asOf, [...terms.values()], path);
  const prices = priceBookOf(USD, marks);
  const lots = matchLots(events, {
    methodAt: () => 'fifo',
    scope: 'account',
    longTermFrom,
    timeZone: utc,
    prices,
    movements: [],
  });
  return usFactsOf({
    lots,
    events,
    specOf: (contract) => specs.get(contract),
    prices,
    timeZone: utc,
    asOf,
    elections: electionsOf(input),
    legs: open.flatMap((hedge) =>
      hedge.side === 'long' || hedge.lots === undefined
        ? []
        : [
            {
              leg: hedge.position,
              contract: terms.get(hedge.position)?.id ?? null,
              recordedOn: localDate(hedge.opened ?? dateText(asOf)),
              asOf: localDate(hedge.opened ?? dateText(asOf)),
              fills: [fillId(hedge)],
              lots: hedge.lots.map((one) => ({ lot: one.lot as LotId, quantity: quantity(one.quantity) })),
            },
          ],
    ),
    regimeOf: () => input.elections?.straddleRegime ?? 'none',
    waiting: [],
  });
}

const SOURCE = { file: 'document', line: 0, format: 'calc' } as const;

function purchaseOf({
  lot,
  asset,
  account = 'main',
  quantity: units,
  costBasis,
  acquired,
}: Lot): LedgerEvent {
  const of = { account: accountId(account), role: 'principal' } as const;
  return {
    id: lot as EventId,
    kind: 'buy',
    time: noon(acquired),
    sequence: 0,
    legs: [
      { ...of, asset: assetId(asset), quantity: quantity(units) },
      { ...of, asset: USD, quantity: negate(moneyAsAmount(money(costBasis))) },
    ],
    source: SOURCE,
  };
}

function fillId({ position }: Hedge): EventId {
  return `fill:${position}` as EventId;
}

function fillOf(hedge: Hedge, terms: ReadonlyMap<string, ContractTerms>): LedgerEvent {
  const contract = terms.get(hedge.position)?.id as ContractTerms['id'];
  return {
    id: fillId(hedge),
    kind: 'futures-fill',
    time: instantFromIso(`${hedge.opened ?? ''}T15:00:00Z`),
    sequence: 0,
    legs: [],
    fill: {
      account: VENUE,
      contract,
      side: hedge.side === 'short' ? 'sell' : 'buy',
      quantity: quantity(hedge.quantity),
      price: price(hedge.openPrice ?? '0'),
      positionSide: 'one-way',
    },
    source: SOURCE,
  };
}

/** What is known of prices until today. */
function marksOf(
  input: CalcExitPlanInput,
  asOf: LocalDate,
  terms: readonly ContractTerms[],
  path: Path,
): PriceMark[] {
  const at = (date: LocalDate): PriceMark['time'] => instantFromIso(`${dateText(date)}T21:00:00Z`);
  const of = (key: PriceMark['of'], list: readonly DatedPrice[]): PriceMark[] =>
    list
      .filter(({ date }) => date <= asOf)
      .map((one) => ({ of: key, time: at(one.date), price: one.price, source: 'settlement' }));
  const coins = Object.entries(input.prices).flatMap(([asset, list]) => of(assetId(asset), byDate(list)));
  const today = Object.keys(input.prices).flatMap((asset): PriceMark[] => {
    const now = path.priceOn(assetId(asset), asOf);
    return now === null ? [] : [{ of: assetId(asset), time: at(asOf), price: now, source: 'settlement' }];
  });
  const contracts = terms.flatMap((one): PriceMark[] => {
    const now = path.contractPriceOn(one, asOf);
    return now === null ? [] : [{ of: one.id, time: at(asOf), price: now, source: 'settlement' }];
  });
  return [...coins, ...today, ...contracts];
}

function electionsOf({ elections = {} }: CalcExitPlanInput): TaxElectionValues {
  const { carrybackYears, washSalesFrom, constructiveSalesFrom, ...plain } = elections;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...defaultTaxElections,
    ...given,
    carrybackYears: new Set(carrybackYears),
    washSalesFrom: washSalesFrom === undefined ? null : localDate(washSalesFrom),
    constructiveSalesFrom: constructiveSalesFrom === undefined ? null : localDate(constructiveSalesFrom),
  };
}

function profileOf({ profile }: CalcExitPlanInput): Profile {
  return {
    jurisdiction: 'us',
    currency: USD,
    timeZone: utc,
    carryforward: {
      shortTerm: money(profile.carryforward?.shortTerm ?? '0'),
      longTerm: money(profile.carryforward?.longTerm ?? '0'),
    },
    inflation: rate(profile.inflation ?? '0'),
    history: [],
    waiting: [],
    years: profile.years.map((year) => ({
      year: year.year,
      filingStatus: year.filingStatus ?? 'single',
      ordinaryIncome: money(year.ordinaryIncome),
      deduction:
        year.deduction === undefined || year.deduction === 'standard' ? 'standard' : money(year.deduction),
      otherInvestmentIncome: money(year.otherInvestmentIncome ?? '0'),
      qualifiedDividends: money(year.qualifiedDividends ?? '0'),
      otherShortTermGain: money(year.otherShortTermGain ?? '0'),
      otherLongTermGain: money(year.otherLongTermGain ?? '0'),
      stateRate: rate(year.stateRate ?? '0'),
      seniors: 0,
      blind: 0,
    })),
  };
}

function goalsOf(
  input: CalcExitPlanInput,
  asOf: LocalDate,
  terms: ReadonlyMap<string, ContractTerms>,
  path: Path,
): ExitGoal[] | Failure {
  const changes = changesOf(input, asOf, path);
  const keep = new Set(input.constraints?.keepLots);
  const { band, perDay, minTicket, lotOrder } = input.constraints ?? {};
  const goals: ExitGoal[] = [];
  for (const [asset, change] of changes) {
    const own = input.lots.filter((lot) => lot.asset === asset);
    const sellable = own.filter(({ lot }) => !keep.has(lot));
    const held = totalOf(sellable);
    const sell = change < zeroQuantity ? negate(change) : zeroQuantity;
    if (sell > held)
      return invalidField(
        input.targets === undefined ? `dispose.${asset}` : `targets.${asset}`,
        `${toText(sell)} should be sold, and the lots that may be sold hold ${toText(held)}`,
      );
    const steps = (input.overlay ?? []).flatMap((hedge) => {
      const spec = terms.get(hedge.position);
      return hedge.asset !== asset || spec === undefined ? [] : [coinsPerStep(spec, asOf, path)];
    });
    const half = steps.reduce<Quantity | null>(
      (least, one) => (least === null || one < least ? one : least),
      null,
    );
    const limit = band?.[asset];
    const goal = absolute<Quantity>(change);
    goals.push({
      asset: assetId(asset),
      sell,
      buy: change > zeroQuantity ? change : zeroQuantity,
      lots: sell > zeroQuantity ? sellable.map(exitLot) : [],
      held: totalOf(own),
      order: lotOrder === 'given' ? 'by-account' : 'free',
      tolerance: larger(
        limit === undefined ? (half === null ? goal : zeroQuantity) : quantity(limit),
        half === null ? zeroQuantity : quantityTimes(half, HALF, 'up'),
      ),
      perDay: perDay?.[asset] === undefined ? null : quantity(perDay[asset]),
      minTicket: quantity(minTicket?.[asset] ?? '0'),
    });
  }
  if (goals.length === 0) return invalidField('dispose', 'nothing is to be sold or bought');
  return goals;
}

function exitLot({ lot, account = 'main', quantity: units, costBasis }: Lot): ExitLot {
  return {
    lot: lot as LotId,
    account: accountId(account),
    quantity: quantity(units),
    costBasis: money(costBasis),
  };
}

function totalOf(lots: readonly Lot[]): Quantity {
  return sum(
    lots.map((lot) => quantity(lot.quantity)),
    zeroQuantity,
  );
}

/** Coins by asset, signed: negative is to be sold. */
function changesOf(
  { dispose = {}, buy = {}, targets, lots, cash = '0' }: CalcExitPlanInput,
  asOf: LocalDate,
  path: Path,
): Map<string, Quantity> {
  const changes = new Map<string, Quantity>();
  for (const [asset, units] of Object.entries(dispose)) changes.set(asset, negate(quantity(units)));
  for (const [asset, units] of Object.entries(buy)) changes.set(asset, quantity(units));
  if (targets === undefined) return changes;
  const worth = new Map<string, Money>();
  for (const asset of new Set([...lots.map((lot) => lot.asset), ...Object.keys(targets)])) {
    const now = path.priceOn(assetId(asset), asOf) ?? ONE;
    worth.set(asset, valueOf(totalOf(lots.filter((lot) => lot.asset === asset)), now, 'half-even'));
  }
  const inTargets = [...worth].filter(([asset]) => targets[asset] !== undefined);
  const total = add(
    money(cash),
    sum(
      inTargets.map(([, value]) => value),
      zeroMoney,
    ),
  );
  for (const [asset, value] of inTargets) {
    const missing = subtract(moneyTimes(total, rate(targets[asset] ?? '0'), 'half-even'), value);
    const coins = roundTo(
      quantityFor(missing, path.priceOn(assetId(asset), asOf) ?? ONE, 'half-even'),
      COIN_DECIMALS,
      'down',
    );
    if (compare(coins, zeroQuantity) !== 0) changes.set(asset, coins);
  }
  return changes;
}

function coinsPerStep(terms: ContractTerms, asOf: LocalDate, path: Path): Quantity {
  const at = {
    price: path.contractPriceOn(terms, asOf) ?? ONE,
    settlePrice: path.priceOn(terms.settleAsset, asOf) ?? ONE,
  };
  const rules = payoffRules(terms.payoff);
  const order = { unit: terms.quantityUnit, amount: terms.quantityStep };
  return absolute<Quantity>(rules.delta(rules.sizeOf(terms, order, at.price), at));
}

function futureOf(
  hedge: Hedge,
  terms: ContractTerms,
  input: CalcExitPlanInput,
  facts: UsFacts,
  asOf: LocalDate,
  path: Path,
): ExitFuture {
  const isOpen = hedge.opened !== undefined;
  const units = quantity(hedge.quantity);
  const steps = Number(
    toText(ratio(roundToStep(units, terms.quantityStep, 'down'), terms.quantityStep, 'half-even')),
  );
  const perStep = coinsPerStep(terms, asOf, path);
  const found = [...facts.stretches.values()].find(({ spec, open }) => spec.id === terms.id && open !== null);
  const asset = assetId(hedge.asset);
  const { partialHedge } = facts.straddles.elections;
  const lots = hedge.lots ?? standingOrder(input, hedge.asset);
  const toShort = rate(hedge.fundingPerYear ?? '0');
  const all = {
    asset,
    spec: terms,
    coins: quantityTimes(perStep, ratio(units, terms.quantityStep, 'half-even'), 'half-even'),
  };
  return {
    position: isOpen && found !== undefined ? found.id : (hedge.position as TaxPositionId),
    terms,
    asset,
    side: hedge.side,
    coinsPerStep: perStep,
    steps,
    isOpen,
    offsets:
      isOpen || hedge.side === 'long'
        ? []
        : offsetsOfPlanned(
            {
              ...all,
              lots: lots.map((one) => ({ lot: one.lot as LotId, quantity: quantity(one.quantity) })),
            },
            {
              elections: facts.straddles.elections,
              heldLots: input.lots.map(openLotOf),
              crossCounts: facts.crossCounts,
            },
          ),
    fewer: partialHedge === 'all' ? 'all' : partialHedge === 'pro-rata' ? 'share' : 'first',
    part: null,
    fundingPerYear: terms.expiry !== null ? zeroRate : hedge.side === 'short' ? toShort : negate(toShort),
    carryWords: 'As the document says.',
    fee: rate(hedge.fee ?? '0'),
    slippage: rate(hedge.slippage ?? '0'),
    marginRate: hedge.margin === undefined ? null : rate(hedge.margin),
  };
}

/** Highest cost per coin first. */
function standingOrder({ lots }: CalcExitPlanInput, asset: string): { lot: string; quantity: string }[] {
  return lots
    .filter((lot) => lot.asset === asset)
    .map((lot) => ({ lot, cost: priceOf(money(lot.costBasis), quantity(lot.quantity), 'half-even') }))
    .toSorted((a, b) => compare(b.cost, a.cost) || (a.lot.lot < b.lot.lot ? -1 : 1))
    .map(({ lot }) => ({ lot: lot.lot, quantity: lot.quantity }));
}
