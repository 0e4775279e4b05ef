import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { issuesText } from '../issues.ts';
import { countText, gainText, moneyText, quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, textOption, type Verb } from '../verb.ts';

export const lots: Verb = {
  summary: 'the parcels still held: when each was bought, for what, and when it turns long-term',
  usage: '[--asset ASSET] [--account ACCOUNT]',
  example: 'lots --asset BTC',
  options: {
    asset: { type: 'string', help: 'only this asset' },
    account: { type: 'string', help: 'only this account, by its id' },
  },
  run: async (context) => {
    const asset = textOption(context, 'asset')?.toUpperCase();
    const account = textOption(context, 'account');
    const input = {
      ...(asset === undefined ? {} : { asset }),
      ...(account === undefined ? {} : { account }),
    };
    return await reportOf(await context.openLedger(), 'holdings.lots', input, lotsText);
  },
};

export function lotsText({ asOf, method, lots: rows, issues }: CallAnswer<'holdings.lots'>): string {
  return [
    `Lots held on ${asOf}, sold ${methodText(method)}`,
    table(
      rows,
      [
        { title: 'Asset', cell: (lot) => lot.asset },
        { title: 'Account', cell: (lot) => lot.accountName },
        { title: 'Bought', cell: (lot) => lot.acquiredDate },
        { title: 'Quantity', cell: (lot) => quantityText(lot.quantity), right: true },
        {
          title: 'Cost basis',
          cell: (lot) => (lot.basisUnknown ? 'unknown' : moneyText(lot.costBasis)),
          right: true,
        },
        { title: 'Value', cell: (lot) => moneyText(lot.value), right: true },
        { title: 'Gain', cell: (lot) => gainText(lot.gain), right: true },
        { title: 'Long-term', cell: (lot) => termText(lot.term, lot.longTermFrom, lot.daysToLongTerm) },
        { title: 'Lot', cell: (lot) => lot.explain },
      ],
      'No lots.',
    ),
    ...issuesText(issues),
  ].join('\n\n');
}

function methodText(method: string): string {
  return method === 'hifo'
    ? 'highest cost first'
    : method === 'fifo'
      ? 'first in, first out'
      : `by ${method}`;
}

function termText(term: 'short' | 'long', from: string, days: number): string {
  return term === 'long' ? `since ${from}` : `from ${from} (${countText(days)} days)`;
}
