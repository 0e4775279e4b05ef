import { absolute, isNegative, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { listText, moneyText } from '../../../engine/words.ts';
import type { Compared } from './election-effects.ts';
import type { Trial } from './election-trials.ts';
import type { TaxSums } from './tax-sums.ts';

/** Years that are named one by one; more are told as a sum. */
const MOST_YEARS = 4;

/** "Choosing “…” would cost 1,234.00 USD more over 2024–2027 (2025: 1,234.00 USD more)." */
export function effectSentence(
  { value, words }: Trial['options'][number],
  { trial, now, sums, fits }: Compared,
  currency: string,
): string {
  if (now === null) return 'Enter your tax details first: then Hedgerow computes what this would change.';
  if (value === trial.inForce) return 'In force: the figures of all screens are made with it.';
  if (sums === null)
    return 'Not computed: it would tax your coins at each day’s price, and Hedgerow only warns of it.';
  if (!fits) return `“${words}” fits no hedge of this ledger: nothing would change.`;
  const choosing =
    trial.id === 'straddle-regime'
      ? `Had every hedge that it fits been marked on its day, “${words}”`
      : `Choosing “${words}”`;
  return `${choosing} ${differenceWords(now, sums, currency)}${leftWords(now, sums, currency)}.`;
}

function differenceWords(now: TaxSums, sums: TaxSums, currency: string): string {
  const difference = subtract(sums.total, now.total);
  const over =
    now.firstYear === now.lastYear ? `in ${now.firstYear}` : `over ${now.firstYear}–${now.lastYear}`;
  const moved = [...sums.byYear].flatMap(([year, tax]) => {
    const change = subtract(tax, now.byYear.get(year) ?? tax);
    return isZero(change) ? [] : [`${year}: ${moreOrLess(change, currency)}`];
  });
  if (moved.length === 0) return `would change no tax ${over}`;
  const each = moved.length <= MOST_YEARS ? ` (${listText(moved)})` : ` in ${moved.length} years`;
  if (isZero(difference)) return `would move tax between years and add up to the same ${over}${each}`;
  const by = moneyText(absolute<Money>(difference), currency);
  return isNegative(difference)
    ? `would save ${by} of tax ${over}${each}`
    : `would cost ${by} more ${over}${each}`;
}

function leftWords(now: TaxSums, sums: TaxSums, currency: string): string {
  const left = subtract(sums.lossesAhead, now.lossesAhead);
  if (isZero(left)) return '';
  return `; losses left for later years would be ${moreOrLess(left, currency)}`;
}

function moreOrLess(change: Money, currency: string): string {
  return `${moneyText(absolute<Money>(change), currency)} ${isNegative(change) ? 'less' : 'more'}`;
}
