/** What is on record about lots, in words. Pure. */
import { sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { methodWords } from '../lot-words.ts';
import { listed } from '../../../ui/listed.ts';

export type Choices = CallAnswer<'elections.read'>;
export type Order = Choices['orders'][number];
export type Identification = Choices['identifications'][number];

/** How the costs left on 2025-01-01 were divided. */
export function allocationSentence({
  allocation,
  accounts,
  elections,
}: Pick<Choices, 'allocation' | 'accounts' | 'elections'>): string {
  if (allocation === null) {
    return isOneList(elections)
      ? 'No division is on record: each account keeps the lots that lay in it, as far as they can be told apart; the rest goes to accounts that are short.'
      : 'You chose a list for each account in all years, so there is nothing to divide.';
  }
  const nameOf = (id: string): string => accounts.find(({ account }) => account === id)?.accountName ?? id;
  const { way } = allocation;
  if (way.kind === 'global') {
    const names = listed(way.accounts.map(nameOf));
    const { uses } = methodWords[way.order];
    return `By a rule for all: ${names} were filled one after the other, with ${uses}.`;
  }
  const lots = new Set(way.units.map(({ lot }) => lot)).size;
  const names = listed([...new Set(way.units.map(({ account }) => nameOf(account)))]);
  return `Lot by lot: ${lots === 1 ? '1 lot' : `${lots} lots`} among ${names}.`;
}

/** Were the coins of all accounts one list until the end of 2024? */
export function isOneList(elections: Choices['elections']): boolean {
  return elections.some(({ id, value }) => id === 'basis-before-2025' && value === 'universal');
}

/** All that was named, of one asset. */
export function namedQuantity({ lots }: Pick<Identification, 'lots'>): string {
  return toText(
    sum(
      lots.map((each) => quantity(each.quantity)),
      zeroQuantity,
    ),
  );
}

/** "2 sales", "no sale yet". */
export function salesWords({ sales }: Pick<Identification, 'sales'>): string {
  if (sales.length === 0) return 'no sale yet';
  return sales.length === 1 ? '1 sale' : `${sales.length} sales`;
}
