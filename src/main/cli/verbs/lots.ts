import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { issuesText } from '../issues.ts';
import { methodText } from '../method-text.ts';
import { countOf, countText, gainText, moneyText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table, type Column } from '../table.ts';
import { heldNote, marked } from '../unknown-cost.ts';
import { reportOf, textOption, wrongUsage, type Verb, type VerbContext } from '../verb.ts';

type Lots = CallAnswer<'holdings.lots'>;
type Lot = Lots['lots'][number];

export const lots: Verb = {
  summary: 'the parcels still held: when each was bought, for what, and when it turns long-term',
  usage: '[--asset ASSET] [--account ACCOUNT] [--term short|long] [--soon] [--ids] [--limit N]',
  example: 'lots --soon --limit 20',
  options: {
    asset: { type: 'string', help: 'only this asset' },
    account: { type: 'string', help: 'only this account, by its id' },
    term: { type: 'string', help: 'only lots that are short-term, or only long-term ones' },
    soon: { type: 'boolean', help: 'what is still short-term, the next to turn long-term first' },
    ids: {
      type: 'boolean',
      help: 'each lot’s id in place of its gain: ID for `lots identify`, lot:ID for `explain`',
    },
    limit: { type: 'string', help: 'at most so many lots, up to 1000 (default: all)' },
  },
  run: async (context) => {
    const input = inputOf(context);
    if (!input.ok) return input;
    const withIds = context.options['ids'] === true;
    const text = (answer: Lots): string => lotsText(answer, withIds);
    return await reportOf(await context.openLedger(), 'holdings.lots', input.value, text);
  },
};

function inputOf(context: VerbContext): Result<CallInput<'holdings.lots'>> {
  const asset = textOption(context, 'asset')?.toUpperCase();
  const account = textOption(context, 'account');
  const term = textOption(context, 'term');
  const limit = textOption(context, 'limit');
  if (term !== undefined && term !== 'short' && term !== 'long')
    return wrongUsage('term', 'expected short or long');
  if (limit !== undefined && !/^\d{1,6}$/u.test(limit))
    return wrongUsage('limit', 'expected a number from 1 to 1000');
  return ok({
    ...(asset === undefined ? {} : { asset }),
    ...(account === undefined ? {} : { account }),
    ...(term === undefined ? {} : { term }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(context.options['soon'] === true ? { order: 'countdown' } : {}),
  });
}

/** In: `withIds`, ids in place of values. */
export function lotsText(answer: Lots, withIds = false): string {
  return [
    `Lots held on ${answer.asOf}, sold ${methodText(answer.method)}`,
    table(answer.lots, [...columns, ...(withIds ? idColumns : valueColumns)], 'No lots.'),
    sumText(answer),
    ...clockNotes(answer),
    ...heldNote(answer.sums.basisUnknown, answer.unknownCost),
    ...issuesText(answer.issues),
  ].join('\n\n');
}

const columns: readonly Column<Lot>[] = [
  { title: 'Asset', cell: (lot) => lot.asset },
  { title: 'Account', cell: (lot) => lot.accountName },
  { title: 'Bought', cell: (lot) => lot.acquiredDate },
  { title: 'Quantity', cell: (lot) => quantityText(lot.quantity), right: true },
  { title: 'Cost basis', cell: (lot) => costText(lot), right: true },
];

const valueColumns: readonly Column<Lot>[] = [
  { title: 'Gain', cell: (lot) => gainText(lot.gain), right: true },
  { title: 'Long-term from', cell: termText },
];

const idColumns: readonly Column<Lot>[] = [{ title: 'Lot', cell: (lot) => lot.lot }];

function costText({ costBasis, basisUnknown }: Lot): string {
  return marked(moneyText(costBasis), basisUnknown);
}

function termText({ term, longTermFrom, daysToLongTerm, clock }: Lot): string {
  if (term === 'long') return 'is long-term';
  if (longTermFrom === null || daysToLongTerm === null) return 'stands still while hedged';
  return `${longTermFrom}, ${countOf(daysToLongTerm, 'day')}${clock === null ? '' : ' (anew)'}`;
}

/** What hedges did to holding periods, lot by lot; at most ten. */
function clockNotes({ lots: shown }: Lots): readonly string[] {
  const stopped = shown.flatMap(({ clock, asset, acquiredDate, accountName }) =>
    clock === null ? [] : [paragraph(`${asset} of ${acquiredDate}, ${accountName}: ${clock.words}`)],
  );
  const more = stopped.length - 10;
  return more > 0 ? [...stopped.slice(0, 10), `${countOf(more, 'lot')} more like these.`] : stopped;
}

function sumText({ total, lots: shown, sums }: Lots): string {
  const count =
    total === shown.length ? countOf(total, 'lot') : `${countText(shown.length)} of ${countOf(total, 'lot')}`;
  return paragraph(`${count}. ${worthText(sums)}`);
}

/** Worth, cost and gain are of the same lots: what has no price stands apart. */
function worthText({ costBasis, costWithoutPrice, value, gain, basisUnknown }: Lots['sums']): string {
  const known = toText(subtract(money(costBasis), money(costWithoutPrice)));
  const cost = (of: string): string => marked(moneyText(of), basisUnknown);
  if (value === null)
    return `All together cost ${cost(costBasis)}. None has a price, so what they are worth is not known.`;
  const apart =
    costWithoutPrice === '0'
      ? ''
      : ` Without a price, and not in these sums: cost ${moneyText(costWithoutPrice)}.`;
  return `All together cost ${cost(known)}, worth ${moneyText(value)}: ${marked(gainText(gain), basisUnknown)}.${apart}`;
}
