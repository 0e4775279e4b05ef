import type { CalcEvent, CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId, EventKind, Leg, LedgerEvent } from '../../../../shared/domain/event.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { negate } from '../../../../shared/num/arithmetic.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import type { LotLaw } from '../../../engine/lots/law/lot-law.ts';
import { instantOf } from './calc-gains-times.ts';

type Currency = CalcGainsInput['currency'];
type Of<Kind extends CalcEvent['kind']> = Extract<CalcEvent, { kind: Kind }>;

/**
 * The ledger's events for a calculator's: the same legs that an importer would make of the row. What the law treats as
 * a sale at market value is one.
 */
export function ledgerEventsOf(input: CalcGainsInput, law: LotLaw, zone: TimeZone): readonly LedgerEvent[] {
  return input.events.map((event, sequence) => ({
    id: event.id as EventId,
    time: instantOf(event.time, zone),
    sequence,
    kind: kindOf(event.kind, law),
    legs: legsOf(event, input.currency),
    source: { file: '', line: sequence + 1, format: 'calc' },
    ...(event.kind === 'income' ? { reason: event.reason } : {}),
    ...(event.kind === 'gift-received' ? carriedBasisOf(event, law, zone) : {}),
  }));
}

function kindOf(kind: CalcEvent['kind'], { departures }: LotLaw): EventKind {
  switch (kind) {
    case 'gift':
      return departures.gift.is === 'sale' ? 'spend' : 'gift-sent';
    case 'donation':
      return departures.donation.is === 'sale' ? 'spend' : 'donation';
    case 'lost':
      return departures.lost.is === 'sale' ? 'spend' : 'loss';
    case 'short-open':
    case 'short-close':
      invariant(false, `${kind} was refused before`);
    default:
      return kind;
  }
}

/** Nothing where nobody knows what the units cost in law. */
function carriedBasisOf(
  { time, costBasis, acquired, value }: Of<'gift-received'>,
  { giftsReceived }: LotLaw,
  zone: TimeZone,
): Pick<LedgerEvent, 'carriedBasis'> {
  const received = instantOf(time, zone);
  if (giftsReceived.rule === 'value' && value !== undefined) {
    return { carriedBasis: { costBasis: money(value), acquired: received } };
  }
  if (costBasis === undefined) return {};
  const since = acquired === undefined ? received : instantOf(acquired, zone);
  const worth = giftsReceived.lossesFromValue && value !== undefined ? { value: money(value) } : {};
  return { carriedBasis: { costBasis: money(costBasis), acquired: since, ...worth } };
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
    case 'gift-received':
      return [own(event, units(event.quantity))];
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
