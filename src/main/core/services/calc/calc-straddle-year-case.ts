import type { CalcStraddleYearInput } from '../../../../shared/contract/calc-straddle-year.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { defaultTaxElections } from '../../../../shared/domain/tax-elections.ts';
import { smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { apportion, priceOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import {
  lastBusinessDayOfYear,
  lastDayOfYear,
  localDate,
  yearOf,
} from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { longTermFrom } from '../../../engine/tax/jurisdictions/us/long-term-from.ts';
import type {
  LotDeparture,
  Offset,
  StraddleCase,
  StraddleFuture,
  StraddleLot,
  TaxPositionId,
} from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { presumedOffsets } from './calc-straddle-year-presumed.ts';

/** The first year to compute: the year asked about where losses are carried in, else the first in which anything ends. */
export function firstYearOf({ year, carried, futures, lots }: CalcStraddleYearInput): number {
  if (carried !== undefined) return year;
  const opened = [
    ...futures.map((one) => one.opened),
    ...lots.flatMap((one) => [one.sold ?? [], (one.sales ?? []).map(({ date }) => date)].flat()),
  ];
  return opened.reduce((first, date) => Math.min(first, Number(date.slice(0, 4))), year);
}

/** A document as the engine's case. */
export function straddleCaseOf(input: CalcStraddleYearInput): StraddleCase {
  const lots = input.lots.map(lotOf);
  const futures = input.futures.map((one) => futureOf(one, input));
  const elections = input.elections ?? {};
  return {
    lots,
    futures,
    offsets:
      input.offsets === undefined ? presumedOffsets(lots, futures) : givenOffsets(input, lots, futures),
    waiting: (input.carried ?? []).map(({ position, year, amount, character }) => ({
      position: position as TaxPositionId,
      year,
      amount: money(amount),
      character,
    })),
    carryingCosts: (input.carryingCosts ?? []).map(({ position, date, amount }) => ({
      position: position as TaxPositionId,
      date: localDate(date),
      amount: money(amount),
    })),
    firstYear: firstYearOf(input),
    lastYear: input.year,
    asOf: lastDayOfYear(input.year),
    elections: {
      ...defaultTaxElections,
      activelyTraded: elections.activelyTraded ?? true,
      crossAsset: elections.crossAsset ?? 'never',
      longTermLoss1256: elections.longTermLoss1256 ?? true,
      washSalesFrom: dateOr(elections.washSalesFrom),
      constructiveSalesFrom: dateOr(elections.constructiveSalesFrom),
    },
    priceOn: pricesOf(input),
  };
}

function dateOr(text: string | undefined): LocalDate | null {
  return text === undefined ? null : localDate(text);
}

function pricesOf({ marks }: CalcStraddleYearInput): StraddleCase['priceOn'] {
  const byAsset = Map.groupBy(
    (marks?.coins ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    (one) => assetId(one.asset),
  );
  return (asset, date) => {
    const found = byAsset.get(asset)?.findLast((one) => localDate(one.date) <= date);
    return found === undefined ? null : price(found.price);
  };
}

function lotOf(given: CalcStraddleYearInput['lots'][number]): StraddleLot {
  const lot = {
    id: given.lot as LotId,
    asset: assetId(given.asset),
    quantity: quantity(given.quantity),
    costBasis: money(given.costBasis),
    acquired: localDate(given.acquired),
  };
  const whole = { date: given.sold ?? '', quantity: given.quantity, proceeds: given.proceeds ?? '0' };
  const sales = given.sold === undefined ? (given.sales ?? []) : [whole];
  let unitsLeft = lot.quantity;
  let costLeft = lot.costBasis;
  const departures = sales
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((sale, place): LotDeparture => {
      const units = quantity(sale.quantity);
      const costBasis = apportion(costLeft, units, unitsLeft, 'half-even');
      unitsLeft = subtract(unitsLeft, units);
      costLeft = subtract(costLeft, costBasis);
      const date = localDate(sale.date);
      return {
        id: `${given.lot}/${place + 1}`,
        date,
        quantity: units,
        proceeds: money(sale.proceeds),
        costBasis,
        term: date >= longTermFrom(lot.acquired) ? 'long' : 'short',
        taxed: true,
      };
    });
  return { ...lot, departures };
}

function futureOf(
  given: CalcStraddleYearInput['futures'][number],
  { marks }: CalcStraddleYearInput,
): StraddleFuture {
  const open = money(given.openValue);
  const gainAt = (value: Money): Money =>
    given.side === 'long' ? subtract(value, open) : subtract(open, value);
  const coins = quantity(given.quantity);
  const closed = given.closed === undefined ? null : localDate(given.closed);
  return {
    id: given.position as TaxPositionId,
    asset: assetId(given.asset),
    name: given.position,
    side: given.side,
    section1256: given.section1256,
    coins,
    opened: localDate(given.opened),
    closed,
    results:
      closed === null
        ? []
        : [
            {
              date: closed,
              year: taxYearOf(closed, given.section1256),
              amount: gainAt(money(given.closeValue ?? '0')),
              character: 'capital',
              event: null,
            },
          ],
    yearEnds: (marks?.futures ?? [])
      .filter((mark) => mark.position === given.position)
      .toSorted((a, b) => a.year - b.year)
      .map(({ year, value }) => ({
        year,
        date: lastBusinessDayOfYear(year),
        price: priceOf(money(value), coins, 'half-even'),
        unrealised: gainAt(money(value)),
      })),
  };
}

/** What comes after the last business day belongs to the next year of a section 1256 contract. */
function taxYearOf(date: LocalDate, section1256: boolean): number {
  const year = yearOf(date);
  return section1256 && date > lastBusinessDayOfYear(year) ? year + 1 : year;
}

function givenOffsets(
  { offsets = [] }: CalcStraddleYearInput,
  lots: readonly StraddleLot[],
  futures: readonly StraddleFuture[],
): readonly Offset[] {
  return offsets.flatMap((one): readonly Offset[] => {
    const short = futures.find(({ id }) => id === one.short);
    const long = lots.find(({ id }) => id === one.long) ?? futures.find(({ id }) => id === one.long);
    if (short === undefined || long === undefined) return [];
    const start = 'acquired' in long ? long.acquired : long.opened;
    const size = 'acquired' in long ? long.quantity : long.coins;
    const from = one.from === undefined ? (start > short.opened ? start : short.opened) : localDate(one.from);
    return [
      {
        short: short.id,
        long: long.id,
        quantity: one.quantity === undefined ? smaller(size, short.coins) : quantity(one.quantity),
        from,
        until: one.until === undefined ? null : localDate(one.until),
        regime: one.regime ?? 'none',
        by: one.recorded === undefined || localDate(one.recorded) > from ? 'late' : 'record',
      },
    ];
  });
}
