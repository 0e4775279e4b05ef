/** What a plan was found with, in a line: it stands beside the answer while the form is folded. Pure. */
import { formatDate } from '../../../ui/date-format.ts';
import { formatMoney, formatRate } from '../../../ui/number-format.ts';
import type { ExitRequest } from './exit-draft.ts';
import type { ExitPlan } from './exit-model.ts';

/** What the line does not name: each counts as one more limit. */
const further = [
  'goals',
  'ownDates',
  'noTrade',
  'priceTargets',
  'keepLots',
  'perDay',
  'income',
  'minTicket',
  'bandTogether',
] as const;

/** In: what was asked, and the answer, which says until when where nothing was asked. */
export function supposedWords(
  request: ExitRequest,
  { horizon, currency }: Pick<ExitPlan, 'horizon' | 'currency'>,
): string {
  const more = further.filter((key) => request[key] !== undefined).length;
  const parts = [
    `Done by ${formatDate(horizon)}`,
    pricesWords(request),
    request.overlay === undefined ? 'no futures opened' : 'futures may be opened today',
    ...(request.carryPerYear === undefined ? [] : [`funding ${formatRate(request.carryPerYear)} a year`]),
    request.band === undefined
      ? 'off target on the way as far as your band allows'
      : `at most ${formatRate(request.band)} of all off target on the way`,
    request.cash === undefined
      ? 'money for margin and purchases not watched'
      : `${formatMoney(request.cash, currency)} for margin and purchases`,
    ...(more === 0 ? [] : [`${more} more ${more === 1 ? 'choice' : 'choices'} of yours`]),
  ];
  return `${parts.join(', ')}.`;
}

function pricesWords({ prices = [] }: ExitRequest): string {
  if (prices.length === 0) return 'prices as they are today';
  const moved = prices.map(({ asset, change, price }) =>
    change === undefined
      ? `${asset} at ${price ?? 'its price'} by then`
      : `${asset} ${formatRate(change, { signed: true })} by then`,
  );
  return moved.join(', ');
}
