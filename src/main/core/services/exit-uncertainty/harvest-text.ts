import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { compare, isPositive, isZero, negate } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText, lastDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { Harvest } from '../../../engine/exit/harvest/harvest-of.ts';
import type { HarvestCase } from '../../../engine/exit/harvest/harvest-case.ts';
import { presentFactor } from '../../../engine/exit/today-money.ts';
import { leaf, node } from '../../../engine/explain/trace-nodes.ts';
import { moneyText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { traceText } from '../trace-text.ts';

type HarvestText = CallAnswer<'exit.harvest'>['found'][number];

/** A harvest with its lots, its saving by year, what to mind, and the trace of its net saving. */
export function harvestText(harvest: Harvest, of: HarvestCase, derived: Derived): HarvestText {
  const year = yearOf(harvest.date);
  return {
    id: `${harvest.kind === 'loss' ? 'losses' : 'gains'}-${year}`,
    kind: harvest.kind,
    year,
    title: titleOf(harvest, of.given.currency),
    lots: harvest.lots.map(({ lot, quantity, costBasis, value, gain, term }) => ({
      asset: lot.asset,
      lot: lot.id,
      acquiredDate: dateText(lot.acquiredDate),
      accountName: derived.accountName(lot.account),
      quantity: toText(quantity),
      costBasis: toText(costBasis),
      value: toText(value),
      gain: toText(gain),
      term,
    })),
    gain: toText(harvest.gain),
    taxByYear: harvest.byYear.map((one) => ({
      year: one.year,
      taxWith: toText(one.taxWith),
      taxWithout: toText(one.taxWithout),
      saved: toText(one.saved),
    })),
    saved: toText(harvest.saved),
    savedToday: toText(harvest.savedToday),
    cost: toText(harvest.cost),
    net: toText(harvest.net),
    later: toText(harvest.later),
    from: dateText(harvest.date),
    until: dateText(lastDayOfYear(year)),
    words: wordsOf(harvest, of),
    isWorthIt: harvest.kind === 'loss' ? isPositive(harvest.net) : compare(harvest.net, harvest.later) > 0,
    trace: traceText(traceOf(harvest, of)),
  };
}

function titleOf({ kind, gain, lots, date }: Harvest, currency: string): string {
  const count = `${lots.length} ${lots.length === 1 ? 'lot' : 'lots'}`;
  return kind === 'loss'
    ? `Take losses of ${moneyText(negate(gain), currency)} from ${count} in ${yearOf(date)}`
    : `Take long-term gains of ${moneyText(gain, currency)} from ${count} in ${yearOf(date)}, at 0 %`;
}

function wordsOf(harvest: Harvest, { given }: HarvestCase): string[] {
  const { kind, date, boughtBack, savedToday, cost, later, net } = harvest;
  const say = (amount: typeof cost): string => moneyText(amount, given.currency);
  const when = dateText(lastDayOfYear(yearOf(date)));
  const saves = `It saves ${say(savedToday)} of tax in today's money and costs ${say(cost)} of fees and slippage: ${say(net)} are left.`;
  if (kind === 'gain')
    return [
      `Sell these lots and buy as many coins back at once, on ${dateText(date)} or another day until ${when}: their cost is then today's price, and a new holding period begins.`,
      `Within the plan's years it changes tax by ${say(negate(savedToday))}; the higher cost takes ${say(negate(later))} off the tax of a later sale, at the long-term rate of the plan's last year.`,
      'A gain that is sold within a year after that is short-term.',
    ];
  const buying =
    boughtBack === date
      ? 'Coins are not covered by the wash sale rule by the law of today (26 U.S.C. 1091 names stock and securities), so they can be bought back at once; a sale and a purchase without any risk in between may still be questioned, and some wait a day or more.'
      : `By your election wash sales cover coins: buy back no sooner than ${dateText(boughtBack)}, and buy none in the 30 days before the sale. Until then you are without these coins.`;
  return [
    `Sell these lots by ${when}, and buy as many coins back${boughtBack === date ? '' : ` on ${dateText(boughtBack)}`}.`,
    saves,
    buying,
    isZero(later)
      ? "The coins that are bought cost less. A later sale is taxed more for that, but not at the long-term rate of the plan's last year, which is 0 %."
      : `The coins that are bought cost less: a later sale has ${say(later)} more tax, at the long-term rate of the plan's last year. What is saved is a delay, and the difference of rates.`,
    'Identify the lots before you sell, as with every sale of chosen lots.',
  ];
}

function traceOf({ byYear, savedToday, cost, net }: Harvest, { given }: HarvestCase): Trace {
  const { currency } = given;
  const years = byYear.map((year) =>
    node(`Saved in ${year.year}, due ${dateText(year.due)}, today`, year.savedToday, currency, 'product', [
      node(`Tax of ${year.year} that is saved`, year.saved, currency, 'difference', [
        leaf(`Tax of ${year.year} without it`, year.taxWithout, currency),
        leaf(`Tax of ${year.year} with it`, year.taxWith, currency),
      ]),
      leaf(
        `What one unit due on ${dateText(year.due)} is worth today`,
        presentFactor(given, year.due),
        'share',
      ),
    ]),
  );
  return node('Left after costs, in today’s money', net, currency, 'difference', [
    node('Tax that is saved, in today’s money', savedToday, currency, 'sum', years),
    leaf('Fees and slippage', cost, currency),
  ]);
}
