import type { LotId } from '../../../../shared/domain/lot.ts';
import type { Rule, Trace } from '../../../../shared/domain/trace.ts';
import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../../engine/explain/trace-nodes.ts';
import type {
  StraddleCase,
  TaxPositionId,
} from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import type { StraddleYear, TaxItem } from '../../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';

/** What counts in a year, item by item: the straddle items and the plain sales of the lots. */
export interface StraddleAmount {
  readonly of: TaxPositionId | LotId;
  readonly character: TaxItem['character'];
  readonly amount: Money;
  readonly label: string;
  readonly rule: Rule;
  readonly parts?: readonly Trace[];
}

const saleRule: Rule = { id: 'us/sale', law: '26 U.S.C. 1001, 1222' };

const kindWords: Readonly<Record<TaxItem['kind'], string>> = {
  result: 'Realised',
  mark: 'Marked at the year’s end',
  'mark-taken-back': 'Mark of the year before, taken back',
  deferred: 'Loss that waits, added back',
  released: 'Loss that waited and counts now',
  term: 'Moved by a straddle rule',
  basis: 'Of an adjusted basis',
  disallowed: 'Loss that is never deducted as such, added back',
  'deemed-sale': 'Counts as sold',
};
const characterWords = { short: 'short-term', long: 'long-term', section1256: '60/40', ordinary: 'ordinary' };

export function straddleAmounts(
  { lots }: StraddleCase,
  items: readonly TaxItem[],
  year: number,
): readonly StraddleAmount[] {
  const sales = lots.flatMap(({ id, departures }) =>
    departures
      .filter(({ date }) => yearOf(date) === year)
      .map((one): StraddleAmount => {
        const amount = subtract(one.proceeds, one.costBasis);
        const label = `Sold ${dateText(one.date)}, ${characterWords[one.term]} by the plain rule`;
        const parts = [leaf('Proceeds', one.proceeds, 'USD'), leaf('Cost basis', one.costBasis, 'USD')];
        return { of: id, character: one.term, amount, label, rule: saleRule, parts };
      }),
  );
  const changed = items.map((item): StraddleAmount => {
    const label = `${kindWords[item.kind]}, ${characterWords[item.character]}`;
    return { of: item.of, character: item.character, amount: item.amount, label, rule: item.rule };
  });
  return [...sales, ...changed];
}

/** Why the year is what it is: every position's items with their rules, and what each waiting loss waits for. */
export function straddleYearTrace(
  amounts: readonly StraddleAmount[],
  found: StraddleYear | undefined,
  year: number,
): Trace {
  const positions = [...Map.groupBy(amounts, ({ of }) => of)].map(([of, own]) => {
    const parts = own.map(({ label, amount, rule, parts: inner }) =>
      inner === undefined
        ? leaf(label, amount, 'USD', { rule })
        : node(label, amount, 'USD', 'difference', inner, { rule }),
    );
    return node(of, totalOf(own), 'USD', 'sum', parts);
  });
  const recognised = node(`Counts in ${year}`, totalOf(amounts), 'USD', 'sum', positions);
  const waiting = (found?.deferred ?? []).map(({ position, sustained, amount, blockedBy }) =>
    node(
      `Loss of ${sustained} on ${position}: waits`,
      amount,
      'USD',
      'sum',
      blockedBy.map((by) => leaf(`Unrecognised gain of ${by.of} that holds it back`, by.amount, 'USD')),
    ),
  );
  const gains = (found?.unrecognised ?? []).map(({ of, gain, value, costBasis }) =>
    node(`Unrecognised gain of ${of}`, gain, 'USD', 'difference', [
      leaf('Value at the year’s end', value, 'USD'),
      leaf('Cost basis', costBasis, 'USD'),
    ]),
  );
  const others = [...waiting, ...gains].filter(({ parts }) => (parts?.length ?? 0) > 0);
  return others.length === 0
    ? recognised
    : node(recognised.label, recognised.value, 'USD', 'each', [recognised, ...others]);
}

function totalOf(amounts: readonly StraddleAmount[]): Money {
  return sum(
    amounts.map(({ amount }) => amount),
    zeroMoney,
  );
}
