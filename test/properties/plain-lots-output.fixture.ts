/** What the plain implementation found in the shape of `calc gains`, and what differs from what the engine says. */
import type { CalcGainsInput, CalcGainsOutput } from '../../src/shared/contract/calc-gains.ts';
import { type Fraction, isNear, minus, parse, plus, textOf, total, zero } from './fraction.fixture.ts';
import type { PlainDisposal, PlainGains, PlainOpen } from './plain-lots-gains.fixture.ts';
import { type PlainLaw, plainLawOf, taxYearOf } from './plain-law.fixture.ts';
import { plainGains } from './plain-lots.fixture.ts';

type Output = Pick<CalcGainsOutput, 'disposals' | 'openLots' | 'years'> & {
  readonly issues: { readonly code: string; readonly event: string }[];
};

/** Of issues, only what is missing and what a sale names in vain: the rest is not about lots. */
export function plainOutput(input: CalcGainsInput): Output {
  const plain = plainGains(input);
  return {
    disposals: plain.disposals.map((one) => ({
      event: one.event,
      asset: one.asset,
      account: one.account,
      quantity: textOf(one.quantity),
      lot: one.lot,
      acquired: one.acquired,
      disposed: one.disposed,
      proceeds: textOf(one.proceeds),
      costBasis: textOf(one.cost),
      gain: textOf(minus(one.proceeds, one.cost)),
      term: one.term,
      reason: one.reason,
      ...marked(one.isAssumed),
    })),
    openLots: openInOrder(plain.open).map(({ time: _, place: __, isAssumed, quantity, cost, ...one }) => ({
      ...one,
      quantity: textOf(quantity),
      costBasis: textOf(cost),
      ...marked(isAssumed),
    })),
    years: yearsOf(plain, plainLawOf(input.jurisdiction)),
    issues: [
      ...plain.insufficient.map((event) => ({ code: 'lots/insufficient', event })),
      ...plain.notIdentified.map((event) => ({ code: 'lots/not-identified', event })),
    ],
  };
}

/** A figure that rests on an assumed cost says so; in what words is not compared. */
const marked = (isAssumed: boolean): { adjustments?: string[] } =>
  isAssumed ? { adjustments: ['assumed'] } : {};

/** By asset, account, acquisition; parts of one lot in one account are shown as one. */
function openInOrder(open: readonly PlainOpen[]): PlainOpen[] {
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const joined: PlainOpen[] = [];
  for (const one of open) {
    const at = joined.findIndex(({ lot, account }) => lot === one.lot && account === one.account);
    const known = joined[at];
    if (known === undefined) joined.push(one);
    else
      joined[at] = {
        ...known,
        quantity: plus(known.quantity, one.quantity),
        cost: plus(known.cost, one.cost),
        isAssumed: known.isAssumed || one.isAssumed,
      };
  }
  return joined.toSorted(
    (a, b) =>
      byText(a.asset, b.asset) || byText(a.account, b.account) || a.time - b.time || a.place - b.place,
  );
}

/** What the law sees no gain in counts in no year. Where there are no terms, all is under the short one. */
function yearsOf({ disposals, deniesLosses }: PlainGains, law: PlainLaw): Output['years'] {
  const taxed = disposals.filter((one) => one.isTaxed);
  const years = [...new Set(taxed.map(({ disposed }) => taxYearOf(disposed, law)))];
  return years
    .toSorted((a, b) => a - b)
    .map((year) => {
      const rows = taxed.filter(({ disposed }) => taxYearOf(disposed, law) === year);
      const sum = (of: (row: PlainDisposal) => Fraction, isLong?: boolean): string =>
        textOf(
          total(rows.filter(({ term }) => isLong === undefined || (term === 'long') === isLong).map(of)),
        );
      const denied = (row: PlainDisposal): Fraction => row.denied ?? zero;
      const gain = (row: PlainDisposal): Fraction => plus(minus(row.proceeds, row.cost), denied(row));
      return {
        year,
        ...(law.yearBegins === '01-01'
          ? {}
          : { taxYear: `${year}-${String((year + 1) % 100).padStart(2, '0')}` }),
        proceeds: sum((row) => row.proceeds),
        costBasis: sum((row) => row.cost),
        shortTermGain: sum(gain, false),
        longTermGain: law.isLongExempt ? '0' : sum(gain, true),
        ...(law.isLongExempt ? { exemptGain: sum(gain, true) } : {}),
        ...(deniesLosses ? { disallowedLoss: sum(denied) } : {}),
        ...marked(rows.some((row) => row.isAssumed)),
      };
    });
}

/** Every line that is not the same on both sides; amounts may differ in the last decimals. */
export function differences(engine: CalcGainsOutput, plain: Output): string[] {
  return [
    ...listsDiffer('disposal', disposalsOf(engine, plain), plain.disposals.map(withMark)),
    ...listsDiffer('open lot', engine.openLots.map(withMark), plain.openLots.map(withMark)),
    ...listsDiffer('year', engine.years.map(withMark), plain.years.map(withMark)),
    ...listsDiffer('issue', issuesOf(engine.issues), issuesOf(plain.issues)),
  ];
}

type Adjusted = { readonly adjustments?: readonly string[] | undefined };

function withMark<Row extends Adjusted>({ adjustments, ...row }: Row): object {
  return { ...row, isMarked: adjustments !== undefined };
}

/** Disposals say more than what is assumed: only that they say something is asked of those that must. */
function disposalsOf(engine: CalcGainsOutput, plain: Output): object[] {
  return engine.disposals.map((row, place) => {
    const mustSay = plain.disposals[place]?.adjustments !== undefined;
    const { adjustments: _, ...rest } = row;
    return mustSay ? withMark(row) : { ...rest, isMarked: false };
  });
}

const COUNTED = ['lots/insufficient', 'lots/not-identified'];

/** In no order: laws that go asset by asset say them in another one. */
function issuesOf(issues: readonly { readonly code: string; readonly event: string | null }[]): object[] {
  return issues
    .filter(({ code }) => COUNTED.includes(code))
    .map(({ code, event }) => ({ code, event }))
    .toSorted((a, b) => (`${a.code} ${a.event}` < `${b.code} ${b.event}` ? -1 : 1));
}

function listsDiffer(word: string, ours: readonly object[], theirs: readonly object[]): string[] {
  const found: string[] = [];
  for (let place = 0; place < Math.max(ours.length, theirs.length); place++) {
    const [one, other] = [ours[place], theirs[place]];
    if (one === undefined || other === undefined || !isSame(one, other))
      found.push(`${word} ${place}: engine ${JSON.stringify(one)} plain ${JSON.stringify(other)}`);
  }
  return found;
}

const AMOUNTS = new Set([
  'proceeds',
  'costBasis',
  'gain',
  'shortTermGain',
  'longTermGain',
  'exemptGain',
  'disallowedLoss',
]);

function isSame(one: object, other: object): boolean {
  const [a, b] = [Object.entries(one), new Map(Object.entries(other) as [string, unknown][])];
  return (
    a.length === b.size &&
    a.every(([field, value]) => {
      const theirs = b.get(field);
      if (value === theirs) return true;
      // On which side of its cost a price lies can hang on the last decimal: the term of no gain says nothing.
      if (field === 'term' && value !== null && theirs !== null) return isNear(String(b.get('gain')), zero);
      return AMOUNTS.has(field) && typeof theirs === 'string' && isNear(String(value), parse(theirs));
    })
  );
}
