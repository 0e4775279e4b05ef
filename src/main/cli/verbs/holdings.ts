import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { issuesText } from '../issues.ts';
import {
  countOf,
  gainText,
  instantText,
  moneyText,
  orderText,
  priceText,
  quantityText,
  settledGainText,
  shareText,
} from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { heldNote, marked } from '../unknown-cost.ts';
import { reportOf, type Verb } from '../verb.ts';

type Holdings = CallAnswer<'holdings.read'>;
type Holding = Holdings['holdings'][number];
type Position = Holdings['positions'][number];

export const holdings: Verb = {
  summary: 'what is held, what it is worth, and what it is with the futures counted in',
  usage: '',
  example: 'holdings --as-of 2026-12-31',
  options: {},
  run: async (context) => reportOf(await context.openLedger(), 'holdings.read', {}, holdingsText),
};

export function holdingsText(answer: Holdings): string {
  const { asOf, pricesAsOf, currency } = answer;
  const open = answer.positions.filter(({ side }) => side !== 'flat');
  return [
    `Holdings on ${asOf}, in ${currency}, ${pricesAsOf === null ? 'without prices' : `at prices of ${instantText(pricesAsOf)}`}`,
    spotTable(answer),
    ...gainTable(answer),
    paragraph(worthText(answer)),
    ...(open.length === 0 ? [] : ['Open futures', positionTable(open)]),
    ...(answer.assumptions.length === 0
      ? []
      : [answer.assumptions.map((text) => paragraph(`Assumed: ${text}`)).join('\n')]),
    ...issuesText(answer.issues),
  ].join('\n\n');
}

function spotTable({ holdings: rows }: Holdings): string {
  return table(
    rows,
    [
      { title: 'Asset', cell: (row) => row.asset },
      { title: 'Quantity', cell: (row) => quantityText(row.quantity), right: true },
      { title: 'Price', cell: (row) => priceText(row.price), right: true },
      { title: 'Value', cell: (row) => moneyText(row.value), right: true },
      { title: 'Share', cell: (row) => shareText(row.weight), right: true },
      { title: 'With futures', cell: (row) => shareText(row.effectiveWeight), right: true },
    ],
    'Nothing is held yet: `hedgerow import FILE…` brings exports in.',
  );
}

/** What would be taxed if it were sold, and when the next of it turns long-term. */
function gainTable({ holdings: rows, unknownCost }: Holdings): string[] {
  const coins = rows.filter(({ assetClass }) => assetClass === 'coin');
  if (coins.length === 0) return [];
  const shown = table(
    coins,
    [
      { title: 'Asset', cell: (row) => row.asset },
      {
        title: 'Cost basis',
        cell: (row) => marked(moneyText(row.costBasis), row.basisUnknown),
        right: true,
      },
      { title: 'Short-term gain', cell: (row) => gainText(row.unrealisedShort), right: true },
      { title: 'Long-term gain', cell: (row) => gainText(row.unrealisedLong), right: true },
      { title: 'Next turns long-term', cell: nextText },
    ],
    '',
  );
  const isMarked = coins.some((row) => row.basisUnknown);
  return [`Gain not yet taxed\n${shown}`, ...stoppedText(coins), ...heldNote(isMarked, unknownCost)];
}

/** Worth, cost and gain are of the same coins: what is in only one of them stands apart. */
function worthText(answer: Holdings): string {
  const { holdings: rows, costBasis, costWithoutPrice, worthWithoutLot } = answer;
  const isMarked = rows.some(({ basisUnknown }) => basisUnknown);
  if (rows.length > 0 && rows.every(({ value }) => value === null))
    return `Bought for ${marked(moneyText(costBasis), isMarked)}. Nothing has a price, so what it is worth is not known.`;
  const cost = moneyText(toText(subtract(money(costBasis), money(costWithoutPrice))));
  const [long, short] = [answer.unrealisedLong, answer.unrealisedShort].map(gainText);
  return [
    `Worth ${moneyText(answer.total)}, bought for ${marked(cost, isMarked)}. Gain not yet taxed: ${long ?? ''} long-term, ${short ?? ''} short-term.`,
    ...(costWithoutPrice === '0'
      ? []
      : [`Without a price, and not in these sums: cost ${moneyText(costWithoutPrice)}.`]),
    ...(/^-?0\.00$/u.test(moneyText(worthWithoutLot))
      ? []
      : [`In the worth, but not in the gain: ${moneyText(worthWithoutLot)} of units that no lot shows.`]),
  ].join(' ');
}

function nextText({ nextLongTerm: next, stoppedQuantity, quantity, costBasis }: Holding): string {
  if (next !== null) return `${quantityText(next.quantity)} on ${next.date}, in ${countOf(next.days, 'day')}`;
  if (stoppedQuantity !== null) return 'none while hedged';
  return /^0$|^-/u.test(quantity) && costBasis === '0' ? 'nothing is held' : 'all is';
}

/** Units whose holding period a hedge stopped: none of them turns long-term by itself. */
function stoppedText(coins: readonly Holding[]): string[] {
  const stopped = coins.filter(({ stoppedQuantity }) => stoppedQuantity !== null);
  if (stopped.length === 0) return [];
  const units = stopped.map(({ asset, stoppedQuantity }) => `${quantityText(stoppedQuantity)} ${asset}`);
  return [
    paragraph(
      `Hedged, so that ${units.length === 1 ? 'its' : 'their'} holding period stands still: ${units.join(', ')}.`,
    ),
  ];
}

/** The account only where one contract is held in several: a contract's name says its exchange. */
function positionTable(positions: Holdings['positions']): string {
  const isTwice = new Set(positions.map(({ contract }) => contract)).size < positions.length;
  return table(
    positions,
    [
      { title: 'Contract', cell: (row) => row.contractName },
      ...(isTwice ? [{ title: 'Account', cell: (row: Position) => row.accountName }] : []),
      { title: 'Side', cell: (row) => row.side },
      { title: 'Quantity', cell: (row) => orderText(row, row.underlying), right: true },
      { title: 'Entry', cell: (row) => priceText(row.averageEntry), right: true },
      { title: 'Mark', cell: (row) => priceText(row.mark), right: true },
      {
        title: 'Unrealised',
        cell: (row) => settledGainText(row.unrealisedProfit, row.settleAsset),
        right: true,
      },
      { title: 'Funding', cell: (row) => settledGainText(row.funding, row.settleAsset), right: true },
    ],
    'None.',
  );
}
