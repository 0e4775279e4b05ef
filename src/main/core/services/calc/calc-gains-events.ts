import type { CalcEvent, CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId, EventKind, Leg, LedgerEvent } from '../../../../shared/domain/event.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { negate } from '../../../../shared/num/arithmetic.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { parseIsoInstant } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';

type Currency = CalcGainsInput['currency'];
type Of<Kind extends CalcEvent['kind']> = Extract<CalcEvent, { kind: Kind }>;

/** The ledger's events for a calculator's: the same legs that an importer would make of the row. */
export function ledgerEventsOf(input: CalcGainsInput, zone: TimeZone): readonly LedgerEvent[] {
  return input.events.map((event, sequence) => ({
    id: event.id as EventId,
    time: timeOf(event.time, zone),
    sequence,
    kind: kindOf(event.kind),
    legs: legsOf(event, input.currency),
    source: { file: '', line: sequence + 1, format: 'calc' },
    ...(event.kind === 'income' ? { reason: event.reason } : {}),
  }));
}

function timeOf(text: string, zone: TimeZone): Instant {
  return parseIsoInstant(text) ?? startOfDay(localDate(text), zone);
}

function kindOf(kind: CalcEvent['kind']): EventKind {
  switch (kind) {
    case 'gift':
      return 'gift-sent';
    case 'lost':
      return 'loss';
    case 'short-open':
    case 'short-close':
      invariant(false, `${kind} was refused before`);
    default:
      return kind;
  }
}

function legsOf(event: CalcEvent, currency: Currency): readonly Leg[] {
  switch (event.kind) {
    case 'buy':
      return [
        own(event, units(event.quantity)),
        cash(event, currency, negate(money(event.total))),
        ...feeLegs(event, currency),
      ];
    case 'sell':
      return [
        own(event, negate(units(event.quantity))),
        cash(event, currency, money(event.total)),
        ...feeLegs(event, currency),
      ];
    case 'swap':
      return [own(event, negate(units(event.quantity))), received(event), ...feeLegs(event, currency)];
    case 'transfer':
      return transferLegs(event);
    case 'income':
      return [own(event, units(event.quantity), money(event.value))];
    default:
      return [own(event, negate(units(event.quantity)), 'value' in event ? money(event.value) : undefined)];
  }
}

function units(text: string): Quantity {
  return quantity(text);
}

/** Tickers stay as they were written: the answer names what the question named. */
function leg(account: string, asset: string, amount: Quantity, role: Leg['role'], value?: Money): Leg {
  const place = { account: account as AccountId, asset: asset as AssetId };
  return { ...place, quantity: amount, role, ...(value === undefined ? {} : { value }) };
}

function own(event: CalcEvent, amount: Quantity, value?: Money): Leg {
  return leg(event.account, event.asset, amount, 'principal', value);
}

function cash(event: CalcEvent, currency: Currency, amount: Money): Leg {
  return leg(event.account, currency, amount as unknown as Quantity, 'principal', amount);
}

function received(event: Of<'swap'>): Leg {
  return leg(event.account, event.toAsset, quantity(event.toQuantity), 'principal', money(event.value));
}

function transferLegs(event: Of<'transfer'>): readonly Leg[] {
  const sent = quantity(event.quantity);
  const worth = event.value === undefined ? undefined : valueOf(sent, price(event.value), 'half-even');
  return [
    own(event, negate(sent), worth),
    leg(event.toAccount, event.asset, quantity(event.received), 'principal'),
  ];
}

/** `fee` is money, unless `feeQuantity` says that it was paid in units: then it is what those were worth. */
function feeLegs(event: Of<'buy'> | Of<'sell'> | Of<'swap'>, currency: Currency): readonly Leg[] {
  const { fee, feeAsset = currency, feeQuantity, feeValue } = event;
  if (feeQuantity === undefined) {
    return fee === undefined ? [] : [leg(event.account, currency, negate(quantity(fee)), 'fee', money(fee))];
  }
  const stated = feeValue ?? fee;
  const worth = stated === undefined ? undefined : money(stated);
  return [leg(event.account, feeAsset, negate(quantity(feeQuantity)), 'fee', worth)];
}
