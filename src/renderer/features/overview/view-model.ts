/** What the Overview says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { absolute, compare, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { ExposureRow } from '../../charts/exposure-waterfall.tsx';
import { driftWords } from '../../charts/drift-words.ts';
import { formatMoney, formatRate, signOf } from '../../ui/number-format.ts';

export type Holdings = CallAnswer<'holdings.read'>;
export type Targets = CallAnswer<'targets.read'>;
type Holding = Holdings['holdings'][number];
type Position = Holdings['positions'][number];

/** Rows that a chart still shows apart; the smallest become "Other". */
const rowsApart = 7;

interface Exposed {
  readonly name: string;
  readonly coins: string;
  readonly futures: string;
  readonly net: string;
  readonly weight: string | null;
}

/** Everything first, then each asset, largest first; what has no price is left out (it stands among the issues). */
export function exposureRows(holdings: readonly Holding[]): readonly ExposureRow[] {
  const exposed = holdings
    .flatMap((holding) => exposureOf(holding))
    .toSorted(
      (a, b) => compare(absolute(money(b.net)), absolute(money(a.net))) || a.name.localeCompare(b.name),
    );
  if (exposed.length === 0) return [];
  const apart = exposed.slice(0, rowsApart);
  const rest = exposed.slice(rowsApart);
  return [together('All', exposed), ...apart, ...(rest.length > 0 ? [together('Other', rest)] : [])];
}

function exposureOf({
  asset,
  value,
  futuresValue,
  effectiveValue,
  effectiveWeight,
}: Holding): readonly Exposed[] {
  if (effectiveValue === null) return [];
  const coins = value ?? '0';
  const futures = futuresValue ?? '0';
  const nothing = [coins, futures, effectiveValue].every((text) => signOf(text) === 'flat');
  return nothing ? [] : [{ name: asset, coins, futures, net: effectiveValue, weight: effectiveWeight }];
}

function together(name: string, rows: readonly Exposed[]): Exposed {
  const total = (part: 'coins' | 'futures' | 'net'): string =>
    toText(
      sum(
        rows.map((row) => money(row[part])),
        zeroMoney,
      ),
    );
  return { name, coins: total('coins'), futures: total('futures'), net: total('net'), weight: null };
}

/** The chart in one sentence: what is held, and what futures move. */
export function exposureSentence(rows: readonly ExposureRow[], currency: string): string {
  const all = rows.find(({ name }) => name === 'All');
  if (all === undefined) return 'Nothing with a price yet.';
  const held = `You hold ${formatMoney(all.coins, currency)} in coins and cash.`;
  const hedged = rows.filter(({ name, futures }) => name !== 'All' && signOf(futures) !== 'flat');
  if (hedged.length === 0) return `${held} No futures are open, so that is also your exposure.`;
  const moves = hedged.map(({ name, futures, weight }) => {
    const amount = formatMoney(futures.replace(/^-/u, ''), currency);
    const verb = signOf(futures) === 'down' ? 'take' : 'add';
    const end = weight === null ? '' : ` (effective share ${formatRate(weight, { decimals: 1 })})`;
    return `${verb} ${amount} ${verb === 'take' ? 'off' : 'to'} ${name}${end}`;
  });
  return `${held} Futures ${listed(moves)}.`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

export function openPositions(holdings: Holdings): readonly Position[] {
  return holdings.positions.filter(({ side }) => side !== 'flat');
}

export function isEmpty({ holdings, positions }: Holdings): boolean {
  return holdings.length === 0 && positions.length === 0;
}

/** The drift chart in one sentence. */
export function driftSentence(drift: Targets['drift']): string {
  const outside = drift.filter((row) => row.outside);
  if (drift.length === 0) return 'No asset has a target.';
  if (outside.length === 0) return 'Every asset is within its band: nothing needs to be done.';
  const words = outside.map(({ asset, drift: by }) => `${asset} is ${driftWords(by)}`);
  return `${listed(words)}, outside the band.`;
}

/** The first dates from today on. */
export function nextDates(
  { asOf, dates }: CallAnswer<'plan.dates'>,
  count: number,
): CallAnswer<'plan.dates'>['dates'] {
  return dates
    .filter(({ date }) => date >= asOf)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .slice(0, count);
}
