import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { instantText, moneyText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Slippage = CallAnswer<'market.slippage'>;

export const marketSlippage: Verb = {
  summary: 'what an order would cost, at its size and at round sizes, and which market is deepest',
  usage: 'CONTRACT buy|sell --quantity NUMBER | --notional MONEY',
  example: 'market slippage binance-um:BTCUSDT sell --notional 50000',
  options: {
    quantity: { type: 'string', help: 'how much, in the contract’s order unit' },
    notional: { type: 'string', help: 'how much, in money' },
  },
  run: async (context) => {
    const [contract, side] = context.positionals;
    if (contract === undefined)
      return wrongUsage('CONTRACT', 'say which contract, such as binance-um:BTCUSDT');
    if (side !== 'buy' && side !== 'sell') return wrongUsage('side', 'expected buy or sell');
    const [quantity, notional] = [textOption(context, 'quantity'), textOption(context, 'notional')];
    const size = { ...(quantity !== undefined && { quantity }), ...(notional !== undefined && { notional }) };
    return await reportOf(
      await context.openLedger(),
      'market.slippage',
      { contract, side, ...size },
      slippageText,
    );
  },
};

function slippageText({ sentence, tickets, inputs, missing, venues, deepest }: Slippage): string {
  const parts = [
    paragraph(sentence),
    table(
      tickets,
      [
        { title: '', cell: ({ asked }) => (asked ? '→' : '') },
        { title: 'Order', cell: ({ notional }) => moneyText(notional), right: true },
        { title: 'Coins', cell: ({ coins }) => quantityText(coins), right: true },
        { title: 'Cost', cell: ({ cost }) => fineShare(cost), right: true },
        { title: 'In money', cell: ({ costMoney }) => moneyText(costMoney), right: true },
        { title: 'Of a day’s volume', cell: ({ shareOfVolume }) => fineShare(shareOfVolume), right: true },
        {
          title: 'By',
          cell: ({ from, walk }) => from ?? (walk?.kind === 'cannot-fill' ? 'cannot fill' : ''),
        },
      ],
      '',
    ),
    ...inputs.map(inputText),
    ...missing.map((one) => paragraph(one)),
  ];
  if (venues.length > 1) {
    const rows = table(
      venues,
      [
        { title: 'Market', cell: ({ contract }) => contract },
        { title: 'Yours', cell: ({ yours }) => (yours ? 'yes' : '') },
        { title: 'Coins within 1 %', cell: ({ depth }) => quantityText(depth), right: true },
        { title: 'Coins a day', cell: ({ volume }) => quantityText(volume), right: true },
        { title: 'Cost', cell: ({ cost }) => fineShare(cost), right: true },
      ],
      '',
    );
    parts.push(
      rows,
      deepest === null ? 'None of your venues has data.' : `Deepest of your venues: ${deepest}.`,
    );
  }
  return parts.join('\n\n');
}

function inputText({ name, words, time, source, stale }: Slippage['inputs'][number]): string {
  const asOf = time === null ? '' : `, as of ${instantText(time)}${stale ? ', which is old' : ''}`;
  return paragraph(`${name}: ${words} (${source}${asOf}).`);
}

/** Costs are small: three decimals of a per cent, or one digit where that would be none. */
function fineShare(text: string | null): string {
  if (text === null) return '-';
  const isTiny = /^0\.0000[0-4]/u.test(text);
  const digits = isTiny ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 3 };
  const share = new Intl.NumberFormat('en-US', { style: 'percent', ...digits });
  return share.format(text as Intl.StringNumericLiteral).replace('%', ' %');
}
