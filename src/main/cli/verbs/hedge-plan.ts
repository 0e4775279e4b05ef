import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countOf, countText, moneyText, orderText, priceText, quantityText, shareText } from '../numbers.ts';
import { overlayOf, overlayOptions } from '../overlay-options.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';
import { detailsText } from '../overlay-details.ts';
import { planText } from './hedge-legs.ts';

type Overlay = CallAnswer<'targets.overlay'>;

export const hedgePlan: Verb = {
  summary: 'the futures that restore the targets without selling a coin; --save keeps it as a plan',
  usage: '[--contract ASSET=CONTRACT,…] [--ratio WAY] [--rounding WAY] [--exit DATE [--save]]',
  example: 'hedge plan --contract BTC=cme:MBT,ETH=cme:MET',
  options: {
    ...overlayOptions,
    leverage: { type: 'string', help: 'the most that a leg may be of the money at its venue, such as 2' },
    margin: {
      type: 'string',
      help: 'money at a venue for these legs, in what it settles in, as CME=20000,binance-um=5000',
    },
    exit: { type: 'string', help: 'the date to close it by; with --save it is needed' },
    save: { type: 'boolean', help: 'store it, with the record of what it hedges' },
    reason: { type: 'string', help: 'with --save: why, in your own words' },
    acknowledge: {
      type: 'string',
      help: 'with --save: what is uncertain and you accept, by id, as margin-overnight,tax (see hedge check)',
    },
  },
  async run(context) {
    const exitDate = textOption(context, 'exit');
    const save = context.options['save'] === true;
    if (save && exitDate === undefined)
      return wrongUsage('exit', '--save needs the date to close by: --exit 2027-01-15');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const margin = marginOf(textOption(context, 'margin'));
    if (!margin.ok) return margin;
    const sized = await overlayOf(context, calls.value);
    if (!sized.ok) return sized;
    const leverageCap = textOption(context, 'leverage');
    const overlay = {
      ...sized.value,
      ...(leverageCap === undefined ? {} : { leverageCap }),
      ...(margin.value.length === 0 ? {} : { margin: margin.value }),
      ...(exitDate === undefined ? {} : { exitDate }),
    };
    if (!save || exitDate === undefined) {
      // What it does to taxes is said with it; `hedge tax --json` holds the figures.
      const taxes = await calls.value.call('hedge.taxEffects', { overlay });
      const verdict = taxes.ok ? taxes.value.verdict : null;
      return await reportOf(ok(calls.value), 'targets.overlay', overlay, (answer) =>
        [overlayText(answer), ...(verdict === null ? [] : [taxText(verdict)])].join('\n\n'),
      );
    }
    const reason = textOption(context, 'reason');
    const acknowledged = textOption(context, 'acknowledge')?.split(',');
    const request = {
      overlay,
      exitDate,
      ...(reason === undefined ? {} : { reason }),
      ...(acknowledged === undefined ? {} : { acknowledged }),
    };
    return await reportOf(calls, 'targets.saveOverlay', request, planText);
  },
};

function taxText({ sentence }: CallAnswer<'hedge.taxEffects'>['verdict']): string {
  return paragraph(`Tax: ${sentence} Lot by lot, day by day: \`hedgerow hedge tax\`.`);
}

function marginOf(text: string | undefined): Result<{ venue: string; amount: string }[]> {
  const rows: { venue: string; amount: string }[] = [];
  for (const pair of text === undefined ? [] : text.split(',')) {
    const [, venue, amount] = /^([^=]+)=(.+)$/u.exec(pair) ?? [];
    if (venue === undefined || amount === undefined)
      return wrongUsage('margin', 'expected VENUE=AMOUNT, such as CME=20000');
    rows.push({ venue, amount });
  }
  return ok(rows);
}

export function overlayText(overlay: Overlay, lots: 'listed' | 'counted' = 'listed'): string {
  return [
    paragraph(overlay.sentence),
    legTable(overlay),
    shareTable(overlay),
    ...(lots === 'listed' ? detailsText(overlay) : []),
    ...(overlay.risks.length === 0
      ? []
      : [overlay.risks.map(({ kind, text }) => paragraph(`${kind}: ${text}`, 2)).join('\n')]),
    ...(overlay.hedgedLots.length === 0
      ? []
      : [lotsText(overlay), ...(lots === 'listed' ? [lotTable(overlay)] : [])]),
  ].join('\n\n');
}

function legTable({ legs }: Overlay): string {
  return table(
    legs,
    [
      { title: 'Order', cell: (leg) => `${leg.side} ${orderText(leg, leg.asset)}` },
      { title: 'Contract', cell: (leg) => leg.contract },
      { title: 'Coins', cell: (leg) => `${quantityText(leg.coins)} ${leg.asset}`, right: true },
      { title: 'Price', cell: (leg) => priceText(leg.price), right: true },
      { title: 'Notional', cell: (leg) => moneyText(leg.notional), right: true },
      { title: 'Left over', cell: leftOverText },
      { title: 'Margin', cell: (leg) => moneyText(leg.initialMargin), right: true },
      { title: 'Fee', cell: (leg) => moneyText(leg.fee), right: true },
      { title: '60/40', cell: (leg) => (leg.section1256 ? 'yes' : 'no') },
    ],
    'No futures are needed.',
  );
}

/** "0.00321396 BTC, 341.45 USD, 1.1 % too much". */
export function leftOverText(
  leg: Pick<Overlay['legs'][number], 'residual' | 'residualValue' | 'residualRate' | 'underlying' | 'quote'>,
): string {
  const { residual, residualValue, residualRate, underlying, quote } = leg;
  if (residual === '0') return 'nothing';
  const coins = `${quantityText(unsigned(residual))} ${underlying}`;
  const worth = `${moneyText(unsigned(residualValue))} ${quote}`;
  const way = residualRate.startsWith('-') ? 'too much' : 'open';
  return `${coins}, ${worth}, ${shareText(unsigned(residualRate))} ${way}`;
}

function unsigned(text: string): string {
  return text.replace(/^-/u, '');
}

function shareTable({ before, after }: Overlay): string {
  const rows = before.map((row) => ({
    ...row,
    after: after.find(({ asset }) => asset === row.asset)?.weight ?? null,
  }));
  return table(
    rows,
    [
      { title: 'Asset', cell: (row) => row.asset },
      { title: 'Target', cell: (row) => shareText(row.target), right: true },
      { title: 'Now', cell: (row) => shareText(row.weight), right: true },
      { title: 'With the overlay', cell: (row) => shareText(row.after), right: true },
    ],
    'No targets.',
  );
}

function lotsText({ hedgedLots }: Overlay): string {
  const restarting = hedgedLots.filter(({ clockRestarts }) => clockRestarts).length;
  const clocks =
    restarting === 0
      ? 'all are held long enough for their long-term clock to be safe'
      : `for ${countText(restarting)} of them the long-term clock could start again: ask your adviser`;
  return paragraph(`The short legs would hedge ${countOf(hedgedLots.length, 'lot')}; ${clocks}.`);
}

function lotTable({ hedgedLots }: Overlay): string {
  return table(
    hedgedLots,
    [
      { title: 'Asset', cell: (lot) => lot.asset },
      { title: 'Bought', cell: (lot) => lot.acquiredDate },
      { title: 'Quantity', cell: (lot) => quantityText(lot.quantity), right: true },
      { title: 'Long-term from', cell: (lot) => lot.longTermFrom },
      { title: 'Clock', cell: (lot) => (lot.clockRestarts ? 'could restart: ask your adviser' : 'safe') },
    ],
    'None.',
  );
}
