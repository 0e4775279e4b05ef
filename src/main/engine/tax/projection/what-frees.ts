/** Straddle losses that wait, with what would free them, in words. */
import type { Money } from '../../../../shared/num/types.ts';
import { compare, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { listText, moneyText, quantityText } from '../../words.ts';
import type {
  StraddleCase,
  StraddleFuture,
  StraddleLot,
} from '../jurisdictions/us/straddles/straddle-case.ts';
import type {
  DeferredLoss,
  StraddleYear,
  UnrecognisedGain,
} from '../jurisdictions/us/straddles/straddle-years.ts';

export interface WaitingLossWords {
  readonly loss: DeferredLoss;
  /** "short MBT, opened 2026-03-01". */
  readonly name: string;
  readonly blockedBy: readonly {
    readonly of: string;
    readonly kind: 'lot' | 'position';
    readonly amount: Money;
    readonly words: string;
  }[];
  /** Gain beyond what holds it back now, which would take the place of what is sold. */
  readonly moreGain: Money;
  readonly freedIn: number | null;
  readonly words: string;
}

/** The losses that wait at the end of a year. In: the years of the same view that come after it. */
export function whatFrees(
  year: StraddleYear,
  laterYears: readonly StraddleYear[],
  given: StraddleCase,
  currency: string,
): readonly WaitingLossWords[] {
  const lots = new Map<string, StraddleLot>(given.lots.map((lot) => [lot.id, lot]));
  const futures = new Map<string, StraddleFuture>(given.futures.map((future) => [future.id, future]));
  const gains = new Map<string, UnrecognisedGain>(year.unrecognised.map((gain) => [gain.of, gain]));
  return year.deferred.map((loss) => {
    const name = nameOf(loss.position, lots, futures);
    const blockedBy = largestFirst(loss.blockedBy).map(({ of, amount }) => ({
      of,
      kind: lots.has(of) ? ('lot' as const) : ('position' as const),
      amount,
      words: remedy(of, amount, { lots, futures, gains }, currency),
    }));
    const freedIn = yearFreed(loss, laterYears);
    const moreGain = loss.furtherGain;
    const words = sentence({ loss, name, blockedBy, moreGain, freedIn }, currency);
    return { loss, name, blockedBy, moreGain, freedIn, words };
  });
}

interface Known {
  readonly lots: ReadonlyMap<string, StraddleLot>;
  readonly futures: ReadonlyMap<string, StraddleFuture>;
  readonly gains: ReadonlyMap<string, UnrecognisedGain>;
}

function nameOf(of: string, lots: Known['lots'], futures: Known['futures']): string {
  const future = futures.get(of);
  if (future !== undefined) return `${future.side} ${future.name}, opened ${dateText(future.opened)}`;
  const lot = lots.get(of);
  return lot === undefined ? of : `${lot.asset} of ${dateText(lot.acquired)}`;
}

/** Selling the share of the lot whose gain is as large as what it holds back frees it. Rounds up to what is enough. */
function remedy(of: string, amount: Money, { lots, futures, gains }: Known, currency: string): string {
  const gain = gains.get(of);
  const lot = lots.get(of);
  if (lot !== undefined) {
    const part: Quantity | null =
      gain === undefined || gain.gain <= zeroMoney || amount >= gain.gain
        ? (gain?.quantity ?? null)
        : partFor(gain, amount);
    const coins = part === null ? lot.asset : quantityText(part, lot.asset);
    const day = dateText(lot.acquired);
    if (gain === undefined) return `sell ${coins} of ${day}`;
    const [whole, together] =
      part === null || part === gain.quantity
        ? ['', '']
        : [` of the ${quantityText(gain.quantity, lot.asset)}`, 'together '];
    return `sell ${coins}${whole} of ${day} (${together}a gain of ${moneyText(gain.gain, currency)} that is not taxed yet)`;
  }
  const future = futures.get(of);
  return future === undefined
    ? `end ${of}`
    : `close the ${future.side} ${future.name}, opened ${dateText(future.opened)}`;
}

/** gain.quantity × amount ÷ gain.gain. */
function partFor({ quantity, gain }: UnrecognisedGain, amount: Money): Quantity {
  return apportion<Quantity>(quantity, amount as unknown as Quantity, gain as unknown as Quantity, 'up');
}

function yearFreed(loss: DeferredLoss, laterYears: readonly StraddleYear[]): number | null {
  let waits = loss.amount;
  for (const { year, deferred } of laterYears) {
    const still = deferred
      .filter((one) => isSame(one, loss))
      .reduce<Money>((sum, { amount }) => (amount > sum ? amount : sum), zeroMoney);
    if (!isZero(subtract(waits, still)) && still < waits) return year;
    waits = still;
  }
  return null;
}

function isSame(a: DeferredLoss, b: DeferredLoss): boolean {
  return a.position === b.position && a.sustained === b.sustained && a.character === b.character;
}

function sentence(
  { loss: { amount, sustained }, name, blockedBy, moreGain, freedIn }: Omit<WaitingLossWords, 'words'>,
  currency: string,
): string {
  const waits = `A loss of ${moneyText(amount, currency)} on ${name} (${sustained}) waits`;
  const free = blockedBy.length === 0 ? '' : `; to free it, ${remedies(blockedBy)}`;
  const more = isZero(moreGain)
    ? ''
    : `. A further gain of ${moneyText(moreGain, currency)} would hold it back in their place until it is taxed, too`;
  const when = freedIn === null ? '' : `. Here it counts, all or in part, in ${freedIn}`;
  return `${waits}${free}${more}${when}.`;
}

const MOST_NAMED = 3;

/** What holds back most comes first; a few by name, many by their number. */
function remedies(blockedBy: WaitingLossWords['blockedBy']): string {
  const named = blockedBy.slice(0, blockedBy.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED);
  const more = blockedBy.length - named.length;
  const rest = more === 0 ? [] : [`parts of ${more} more that it offsets`];
  return listText([...named.map(({ words }) => words), ...rest]);
}

function largestFirst<One extends { readonly amount: Money }>(blockedBy: readonly One[]): One[] {
  return blockedBy.toSorted((a, b) => compare(b.amount, a.amount));
}
