/** What `hedge plan` says of each leg and of the legs together, below their table. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { gainText, moneyText, quantityText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type Overlay = CallAnswer<'targets.overlay'>;
type Leg = Overlay['legs'][number];

export function detailsText(overlay: Overlay): string[] {
  return [
    ...overlay.legs.map(legText),
    ...(overlay.entryOrder === null ? [] : [orderText(overlay.entryOrder)]),
    exposureTable(overlay),
  ];
}

function legText(leg: Leg): string {
  const lines = [
    ...leg.reduce.map(({ words }) => words),
    leg.advice?.words,
    leg.mix?.words,
    ratioWords(leg),
    leg.margin.words,
    leg.margin.liquidation.words,
    cashWords(leg),
    leg.carry.funding?.words ?? leg.carry.words,
    leg.carry.fundingMissing,
    basisWords(leg),
    leg.carry.roll?.words,
    leg.cost.words,
    ...leg.notes,
    ...leg.unconfirmed,
  ].filter((line) => line !== undefined && line !== null);
  return [leg.contract, ...[...new Set(lines)].map((line) => paragraph(`- ${line}`, 2))].join('\n');
}

/** The one in use, and what else one could choose. */
function ratioWords({ ratio }: Leg): string {
  const others = ratio.options
    .filter(({ kind }) => kind !== ratio.used)
    .map((option) => `${option.kind}: ${option.words}`);
  const used = ratio.options.find(({ kind }) => kind === ratio.used);
  return [`Hedge ratio ${shareText(ratio.ratio)} (${ratio.used}). ${used?.words ?? ''}`, ...others].join(' ');
}

function cashWords({ margin, side }: Leg): string | null {
  if (margin.cash.length === 0) return null;
  const moves = margin.cash.map(
    ({ move, loss, cash }) =>
      `${side === 'sell' ? '+' : '-'}${shareText(move)}: ${moneyText(cash ?? loss)}${cash === null ? ' (the loss alone)' : ''}`,
  );
  return `Cash to have there, in ${margin.settleAsset}, so that a move needs no top-up: ${moves.join(', ')}.`;
}

function basisWords({ carry: { basis } }: Leg): string | null {
  if (basis === null) return null;
  if (basis.perYearSimple === null) return basis.words;
  return `${basis.words} ${shareText(basis.basisRate)} until the fixing, which is ${shareText(basis.perYearSimple)} a year simple, ${shareText(basis.perYearContinuous)} continuous, ${shareText(basis.perYearCompounded)} compounded.`;
}

function orderText({ slices, words }: NonNullable<Overlay['entryOrder']>): string {
  return [
    paragraph(words),
    table(
      slices,
      [
        { title: 'Slice', cell: (slice) => String(slice.number), right: true },
        { title: 'Order', cell: (slice) => `${slice.side} ${quantityText(slice.quantity)}` },
        { title: 'Contract', cell: (slice) => slice.contract },
        { title: 'Open on one side after it', cell: (slice) => gainText(slice.netAfter), right: true },
      ],
      'Nothing is ordered.',
    ),
  ].join('\n');
}

function exposureTable({ exposure }: Overlay): string {
  return table(
    exposure,
    [
      { title: 'Exposure', cell: (row) => row.asset },
      { title: 'Spot', cell: (row) => moneyText(row.before.value.spot), right: true },
      { title: 'Longs then', cell: (row) => gainText(row.after.value.longFutures), right: true },
      { title: 'Shorts then', cell: (row) => gainText(row.after.value.shortFutures), right: true },
      { title: 'Net now', cell: (row) => moneyText(row.before.value.net), right: true },
      { title: 'Net then', cell: (row) => moneyText(row.after.value.net), right: true },
    ],
    'No targets.',
  );
}
