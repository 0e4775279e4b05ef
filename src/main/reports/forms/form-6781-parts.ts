/** The figures of Form 6781, before they are laid out: what Schedule D takes from it. */
import { add, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { form6781Split } from '../../engine/tax/jurisdictions/us/forms/form-6781-part-1.ts';
import type { Form6781Split } from '../../engine/tax/jurisdictions/us/forms/form-6781-part-1.ts';
import type { StraddleLoss, TaxItem } from '../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import type { NamedFuture, YearFacts } from '../year-facts.ts';
import { LOOSE, sumShortLong } from './item-places.ts';
import type { ItemPlaces, PlacedPosition, PlacedSale, ShortLong } from './item-places.ts';

/** Line 1: the results of one contract in one account, or a loss that is carried back to the year. */
export interface Line1 {
  readonly account: string;
  readonly contract: string;
  /** Positive. */
  readonly loss: Money;
  readonly gain: Money;
  /** True for a loss of later years that is carried back to this one. */
  readonly isBroughtBack: boolean;
  /** Signed, position by position. */
  readonly positions: readonly { readonly of: string; readonly amount: Money }[];
}

/** A row of Part II, Section A. */
export interface LossRow extends ShortLong {
  readonly of: string;
  readonly future: NamedFuture | undefined;
  /** Place among the disposals; null for a future or a loss of an earlier year. */
  readonly place: number | null;
  readonly items: readonly TaxItem[];
  /** Column (f), positive. */
  readonly loss: Money;
  /** Column (g). */
  readonly unrecognisedGain: Money;
  /** Column (h), positive: −(short + long). */
  readonly recognised: Money;
}

export interface Form6781Parts extends Form6781Split {
  readonly line1: readonly Line1[];
  readonly line2Loss: Money;
  readonly line2Gain: Money;
  readonly line3: Money;
  readonly line4: Money;
  readonly losses: readonly LossRow[];
  readonly gains: readonly PlacedPosition[];
  readonly line11: ShortLong;
  readonly line13: ShortLong;
}

/** Law: Form 6781 and its instructions, lines 1 to 13. */
export function form6781Parts(facts: YearFacts, places: ItemPlaces): Form6781Parts {
  const line1 = [...line1Of(facts, places), ...broughtBackLines(facts)];
  const line2Loss = total(line1.map(({ loss }) => loss));
  const line2Gain = total(line1.map(({ gain }) => gain));
  const line3 = subtract(line2Gain, line2Loss);
  const line4 = total(places.changes1256.map(({ amount }) => amount));
  const line5 = add(line3, line4);
  const line6 = facts.taxYear?.input.section1256CarriedBack ?? zeroMoney;
  const losses = lossRows(places, facts);
  return {
    line1,
    line2Loss,
    line2Gain,
    line3,
    line4,
    ...form6781Split(line5, line6),
    losses,
    gains: places.gainPositions,
    line11: sumShortLong(losses),
    line13: sumShortLong(places.gainPositions),
  };
}

/** Law: 26 U.S.C. 1212(c)(1); the instructions of Form 6781 put it on line 1 of the amended form of the year it goes to. */
function broughtBackLines({ taxYear, taxYears, year }: YearFacts): readonly Line1[] {
  const all = taxYear?.input.section1256BroughtBack ?? zeroMoney;
  if (isZero(all)) return [];
  const from = taxYears.filter(({ carriedBack }) =>
    carriedBack?.amended.some(({ use }) => use.year === year),
  );
  const years = from.length === 0 ? 'a later year' : from.map(({ input }) => input.year).join(', ');
  const contract = 'section 1256 contracts (amended return)';
  return [
    {
      account: `Loss of ${years} carried back to ${year}`,
      contract,
      loss: all,
      gain: zeroMoney,
      isBroughtBack: true,
      positions: [],
    },
  ];
}

function line1Of(facts: YearFacts, { results1256 }: ItemPlaces): readonly Line1[] {
  const groups = Map.groupBy(results1256, ([id]) => {
    const future = facts.futureOf(id);
    return `${future?.accountName ?? ''}\n${future?.name ?? ''}`;
  });
  return [...groups.values()].map((members): Line1 => {
    const [[first] = ['']] = members;
    const future = facts.futureOf(first);
    const amounts = members.map(([, amount]) => amount);
    return {
      account: future?.accountName ?? 'Account not known',
      contract: first === LOOSE ? 'results that name no position' : (future?.name ?? first),
      loss: negate(total(amounts.filter(isNegative))),
      gain: total(amounts.filter((amount) => !isNegative(amount))),
      isBroughtBack: false,
      positions: members.map(([of, amount]) => ({ of, amount })),
    };
  });
}

function lossRows({ lossSales, lossPositions }: ItemPlaces, facts: YearFacts): readonly LossRow[] {
  const sold = Map.groupBy(lossSales, ({ of }) => of);
  const moved = new Set(lossPositions.map(({ of }) => of));
  return [
    ...lossSales.map((sale) => saleRow(sale, sold.get(sale.of)?.length ?? 1, facts)),
    ...lossPositions.map((position) => positionRow(position, sold.has(position.of), facts)),
    ...stillWaiting(facts.straddles.losses, sold, moved).map((position) =>
      positionRow({ ...position, future: facts.futureOf(position.of) }, sold.has(position.of), facts),
    ),
  ];
}

/** Losses of earlier years of which nothing counts this year either: sustained again, and held back again (1092(a)(1)(B)). */
function stillWaiting(
  losses: readonly StraddleLoss[],
  sold: ReadonlyMap<string, unknown>,
  moved: ReadonlySet<string>,
): readonly Omit<PlacedPosition, 'future'>[] {
  const waiting = losses.filter(
    ({ position, carriedIn, loss, character }) =>
      character !== 'section1256' &&
      !moved.has(position) &&
      !isZero(sold.has(position) ? carriedIn : add(loss, carriedIn)),
  );
  return [...new Set(waiting.map(({ position }) => position))].map((of) => ({
    of,
    items: [],
    short: zeroMoney,
    long: zeroMoney,
  }));
}

/** In: how many sales of the lot the section lists; what cannot be told by sale is told by what of it waits. */
function saleRow({ of, place, items, short, long }: PlacedSale, sales: number, facts: YearFacts): LossRow {
  const { gain } = facts.disposals.at(place);
  const waits = total(items.filter(({ kind }) => kind === 'deferred').map(({ amount }) => amount));
  return {
    of,
    future: undefined,
    place,
    items,
    short,
    long,
    loss: negate(gain),
    unrecognisedGain: sales > 1 ? waits : gainOf(lossesOf(of, facts)),
    recognised: negate(add(short, long)),
  };
}

/** In: whether the section lists sales of the lot, which state its loss of the year. */
function positionRow(
  { of, future, items, short, long }: PlacedPosition,
  isSold: boolean,
  facts: YearFacts,
): LossRow {
  const recognised = negate(add(short, long));
  const listed = lossesOf(of, facts).filter(({ character }) => character !== 'section1256');
  const stated = total(listed.map(({ loss, carriedIn }) => (isSold ? carriedIn : add(loss, carriedIn))));
  return {
    of,
    future,
    place: null,
    items,
    short,
    long,
    loss: isZero(stated) ? recognised : stated,
    unrecognisedGain: gainOf(listed),
    recognised,
  };
}

function lossesOf(of: string, { straddles }: YearFacts): readonly StraddleLoss[] {
  return straddles.losses.filter(({ position }) => position === of);
}

/** No dollar of gain stands in two losses: those of one position add up. */
function gainOf(losses: readonly StraddleLoss[]): Money {
  return total(losses.map(({ unrecognisedGain }) => unrecognisedGain));
}

function total(amounts: readonly Money[]): Money {
  return amounts.reduce((all, amount) => add(all, amount), zeroMoney);
}
