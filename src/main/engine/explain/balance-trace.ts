import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { OpenLot } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import { ELSEWHERE } from '../events/own-movement.ts';
import type { EventLeg, ExplainContext } from './explain-context.ts';
import { byDay, byMonth, listedTrace } from './listed.ts';
import type { Listed } from './listed.ts';
import { leaf } from './trace-nodes.ts';

/** A balance: every row that moved it. null where no row did. */
export function balanceTrace(
  asset: AssetId,
  account: AccountId,
  context: ExplainContext,
  path: readonly string[],
): Trace | null {
  const items =
    account === ELSEWHERE
      ? context.lots.openLots
          .filter((lot) => lot.account === ELSEWHERE && lot.asset === asset)
          .map(elsewhereItem)
      : context.legsOf(asset, account).map((moved) => legItem(moved, context));
  if (items.length === 0) return null;
  const list = {
    label: `Balance of ${asset} in ${context.accountName(account)}`,
    noun: 'movements',
    unit: asset,
    id: `holding:${asset}/byAccount/${account}/quantity`,
    zero: zeroQuantity,
    items,
    levels: [byMonth, byDay],
  };
  return listedTrace(list, path);
}

function legItem({ event, leg }: EventLeg, { timeZone }: ExplainContext): Listed<Quantity> {
  const date = localDateOf(event.time, timeZone);
  const role = leg.role === 'principal' ? '' : `, ${leg.role}`;
  const trace = (): Trace =>
    leaf(`${dateText(date)} ${event.kind}${role}`, leg.quantity, leg.asset, {
      events: [event.id],
    });
  return { asset: leg.asset, date, amount: leg.quantity, trace };
}

function elsewhereItem(lot: OpenLot): Listed<Quantity> {
  const { asset, acquiredDate, quantity, event, id } = lot;
  const label = `Of the lot of ${dateText(acquiredDate)}: left, and arrived in no account you imported`;
  const trace = (): Trace => leaf(label, quantity, asset, { events: [event], lots: [id] });
  return { asset, date: acquiredDate, amount: quantity, trace };
}
