/** Scenarios side by side. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';

export type Scenario = CallAnswer<'scenarios.list'>['scenarios'][number];
export type Compared = CallAnswer<'scenarios.compare'>;
export type ComparedColumn = Compared['columns'][number];
export type ComparedRow = Compared['rows'][number];

/** The ledger as it is, among the columns. */
export const today = 'today';
export const mostColumns = 4;

export const groupWords: Readonly<Record<ComparedRow['group'], string>> = {
  cost: 'Cost',
  tax: 'Tax by year',
  result: 'What comes out',
  dates: 'Days',
  quantities: 'How much',
  search: 'How sure it is',
};

/** Columns as asked: the ledger first, then as chosen; what is gone is left out. */
export function columnsToAsk(chosen: readonly string[], scenarios: readonly Scenario[]): readonly string[] {
  const there = new Set([today, ...scenarios.map(({ id }) => id)]);
  const wanted = chosen.filter((id) => there.has(id));
  return [...wanted.filter((id) => id === today), ...wanted.filter((id) => id !== today)];
}

/** One more or one fewer; never more than four. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((each) => each !== id);
  return chosen.length >= mostColumns ? chosen : [...chosen, id];
}

/** Rows in the order of their groups, without those that no column has; those that differ alone where one asks for that. */
export function rowsByGroup(
  rows: readonly ComparedRow[],
  onlyDifferent: boolean,
): readonly { readonly group: ComparedRow['group']; readonly rows: readonly ComparedRow[] }[] {
  const shown = rows.filter(
    ({ differs, values }) => values.some((value) => value !== null) && (differs || !onlyDifferent),
  );
  return (Object.keys(groupWords) as ComparedRow['group'][]).flatMap((group) => {
    const inGroup = shown.filter((row) => row.group === group);
    return inGroup.length === 0 ? [] : [{ group, rows: inGroup }];
  });
}
