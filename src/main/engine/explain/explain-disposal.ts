import type { EventId } from '../../../shared/domain/event.ts';
import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Rule, Trace } from '../../../shared/domain/trace.ts';
import { compare, isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { isTaxed } from '../lots/lot-moves.ts';
import type { Dispose, LotMove } from '../lots/lot-moves.ts';
import { costTrace } from './cost-trace.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';

const gainRule: Rule = {
  id: 'us/gain',
  law: '26 U.S.C. 1001(a)',
  url: 'https://www.law.cornell.edu/uscode/text/26/1001',
};
const termRule: Rule = { id: 'us/term', law: '26 U.S.C. 1222; Rev. Rul. 66-7, 66-97' };

/** The gain of the part of one lot that one event disposed of. In: its number among the event's disposals, from one. */
export function disposalTrace(event: EventId, number: number, context: ExplainContext): Trace | null {
  const disposal = context.disposalsOfEvent(event)[number - 1];
  if (disposal === undefined) return null;
  const { asset, quantity, term, lot, gain } = disposal;
  const held = `held from ${dateText(disposal.acquiredDate)} to ${dateText(disposal.disposedDate)}: ${term}-term`;
  return node(
    `Gain on ${toText(quantity)} ${asset}, ${held}`,
    gain,
    context.prices.currency,
    'difference',
    [proceedsTrace(disposal, context), basisTrace(disposal, context)],
    {
      rule: term === 'long' ? { ...gainRule, law: `${gainRule.law}; ${termRule.law}` } : gainRule,
      events: [event],
      lots: [lot],
    },
  );
}

/** The share of the sale's proceeds: the whole less what fell on other lots. */
function proceedsTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const siblings = context
    .disposalsOfEvent(disposal.event)
    .filter(
      (one) =>
        one.asset === disposal.asset && one.account === disposal.account && one.cause === disposal.cause,
    );
  const extras = { events: [disposal.event] };
  const label = `Proceeds of ${toText(disposal.quantity)} ${disposal.asset}`;
  const move = saleOf(disposal, context);
  if (move === undefined || move.gross === null || !isTaxed(disposal.cause)) {
    return leaf(`${label}: at cost, so that no gain is taken`, disposal.proceeds, currency, extras);
  }
  const net = subtract(move.gross, move.fee);
  const whole = node(`Proceeds of all ${toText(move.quantity)} ${move.asset}`, net, currency, 'difference', [
    leaf('Received before fees', move.gross, currency, extras),
    leaf('Fees of the sale', move.fee, currency),
  ]);
  const others = siblings.filter((one) => one !== disposal);
  const missing = subtract(
    net,
    sum(
      siblings.map((one) => one.proceeds),
      zeroMoney,
    ),
  );
  if (others.length === 0 && isZero(missing))
    return node(label, disposal.proceeds, currency, 'same', [whole], extras);
  const parts = others.map((one) =>
    leaf(`Falls on lot ${one.lot}`, one.proceeds, currency, { lots: [one.lot] }),
  );
  const short = isZero(missing) ? [] : [leaf('Falls on units that no lot shows', missing, currency)];
  return node(label, disposal.proceeds, currency, 'difference', [whole, ...parts, ...short], extras);
}

/** The move behind a disposal, computed again from its event. */
function saleOf(disposal: Disposal, context: ExplainContext): Dispose | undefined {
  const event = context.eventOf(disposal.event);
  if (event === undefined) return undefined;
  return context
    .movesOf(event)
    .flatMap(disposeOf)
    .find(
      (move) =>
        move.asset === disposal.asset && move.account === disposal.account && move.cause === disposal.cause,
    );
}

function disposeOf(move: LotMove): readonly Dispose[] {
  if (move.type === 'dispose') return [move];
  if (move.type !== 'leave') return [];
  const { asset, from, sent, received } = move.movement;
  const quantity = subtract(sent, received);
  const fee = { type: 'dispose', asset, account: from.account, quantity, gross: move.feeValue } as const;
  return compare(quantity, zeroQuantity) > 0 ? [{ ...fee, fee: zeroMoney, cause: 'transfer-fee' }] : [];
}

/** The share of the lot's cost: the whole less what other units took or still hold. */
function basisTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const { lot, asset, quantity, costBasis } = disposal;
  const origin = context.originOf(lot);
  const label = `Cost of the ${toText(quantity)} ${asset} sold`;
  if (origin === undefined) return leaf(label, costBasis, currency, { lots: [lot] });
  const others = context.disposalsOfLot(lot).filter((one) => one !== disposal);
  const parts = [
    ...others.map((one) =>
      leaf(`Cost of ${toText(one.quantity)} ${asset} of this lot that left apart`, one.costBasis, currency, {
        events: [one.event],
      }),
    ),
    ...context
      .openPartsOf(lot)
      .map((one) =>
        leaf(`Cost of ${toText(one.quantity)} ${asset} of this lot still held`, one.costBasis, currency),
      ),
  ];
  const whole = costTrace(origin, context);
  const how = parts.length === 0 ? 'same' : 'difference';
  return node(label, costBasis, currency, how, [whole, ...parts], { lots: [lot] });
}
