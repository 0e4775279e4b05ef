import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { gainText, moneyText, quantityText, shareText } from '../numbers.ts';
import { overlayOf, overlayOptions } from '../overlay-options.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

type Effects = CallAnswer<'hedge.taxEffects'>;

export const hedgeTax: Verb = {
  summary: 'what a hedge does to clocks, losses and taxes, before it is saved',
  usage: '[--contract ASSET=CONTRACT,…] [--ratio WAY] [--rounding WAY]',
  example: 'hedge tax --contract BTC=cme:MBT,ETH=cme:MET',
  options: overlayOptions,
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const sized = await overlayOf(context, calls.value);
    if (!sized.ok) return sized;
    return await reportOf(ok(calls.value), 'hedge.taxEffects', { overlay: sized.value }, hedgeTaxText);
  },
};

export function hedgeTaxText(effects: Effects): string {
  const { verdict, lots, notes } = effects;
  return [
    paragraph(verdict.sentence),
    ...verdict.reasons.map((reason) => paragraph(reason, 2)),
    closedTable(effects),
    ...(lots.length === 0
      ? ['No lot is covered: long futures, or futures that offset no coin.']
      : [lotTable(effects)]),
    ...largest(lots).map(({ sentence }) => paragraph(sentence, 2)),
    ...notes.map((note) => paragraph(note)),
  ].join('\n\n');
}

const MOST_TOLD = 6;

/** The lots whose gain holds back most. */
function largest(lots: Effects['lots']): Effects['lots'] {
  return lots.toSorted((a, b) => Number(b.unrecognisedGain) - Number(a.unrecognisedGain)).slice(0, MOST_TOLD);
}

function closedTable({ closed, closings }: Effects): string {
  return table(
    closed,
    [
      { title: 'Closed', cell: (row) => closings.find(({ when }) => when === row.when)?.title ?? '' },
      { title: 'On', cell: (row) => row.date },
      { title: 'Prices', cell: (row) => shareText(row.priceChange), right: true },
      { title: 'Futures bring', cell: (row) => moneyText(row.futuresProfit), right: true },
      { title: 'Tax, coins kept', cell: (row) => moneyText(row.taxKept), right: true },
      { title: 'Loss that waits', cell: (row) => moneyText(row.waits), right: true },
      { title: 'Tax, coins sold', cell: (row) => moneyText(row.taxSold), right: true },
      { title: 'Sold without hedge', cell: (row) => moneyText(row.taxSoldWithout), right: true },
    ],
    'Nothing is ordered.',
  );
}

const CLOCKS = { restarts: 'starts anew', kept: 'kept', 'not-a-straddle': 'no straddle' } as const;

function lotTable({ lots }: Effects): string {
  return table(
    lots,
    [
      { title: 'Asset', cell: (row) => row.asset },
      { title: 'Bought', cell: (row) => row.acquiredDate },
      { title: 'Covered', cell: (row) => quantityText(row.quantity), right: true },
      { title: 'Gain today', cell: (row) => gainText(row.gain), right: true },
      { title: 'Clock', cell: (row) => CLOCKS[row.clock.effect] },
      { title: 'Long-term from', cell: (row) => row.clock.longTermFrom ?? 'stands still' },
      {
        title: 'If closed in a year',
        cell: (row) =>
          row.clock.longTermFromAfter.find(({ when }) => when === 'next-year')?.date ?? 'stands still',
      },
      {
        title: 'Tax added, sold in a year',
        cell: (row) => moneyText(row.tax.find(({ when }) => when === 'next-year')?.difference ?? null),
        right: true,
      },
    ],
    'None.',
  );
}
