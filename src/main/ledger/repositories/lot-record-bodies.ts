/** What is on record about lots ↔ the bodies of identification records: canonical JSON, quantities as decimal text. */
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { IdentificationRecord } from '../../../shared/domain/hedge.ts';
import type { LotId, LotMethod } from '../../../shared/domain/lot.ts';
import type {
  AllocationWay,
  LotChoice,
  LotIdentification,
  LotRecords,
  StandingOrder,
} from '../../../shared/domain/lot-records.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { instantFromIso, toIso } from '../../../shared/time/instant.ts';
import { canonicalJson } from './canonical-json.ts';

/** The body of a record of kind `standing-lot-order`. */
export function standingOrderBody(order: Omit<StandingOrder, 'recordedAt'>): string {
  const { account, method, from, toldBroker, keptElsewhere } = order;
  return canonicalJson({ account, method, from: toIso(from), toldBroker, keptElsewhere });
}

/** The body of a record of kind `lot-identification`. */
export function identificationBody(named: Omit<LotIdentification, 'sequence' | 'recordedAt'>): string {
  const { account, asset, lots, toldBroker } = named;
  return canonicalJson({ account, asset, lots: lots.map(choiceText), toldBroker });
}

/** The body of a record of kind `basis-allocation`: the whole of it, so that nothing can be added later. */
export function allocationBody(way: AllocationWay): string {
  return canonicalJson(
    way.kind === 'global'
      ? way
      : {
          kind: way.kind,
          units: way.units.map((unit) => ({ ...choiceText(unit), account: unit.account })),
        },
  );
}

/** What the chain of records says about lots, in the order of the chain; records about other things are passed over. */
export function lotRecordsOf(records: readonly IdentificationRecord[]): LotRecords {
  const allocation = records.find(({ kind }) => kind === 'basis-allocation');
  return {
    orders: records.filter(({ kind }) => kind === 'standing-lot-order').map(orderOf),
    identifications: records.filter(({ kind }) => kind === 'lot-identification').map(identificationOf),
    allocation:
      allocation === undefined ? null : { way: wayOf(allocation.body), recordedAt: allocation.recordedAt },
  };
}

interface OrderDocument {
  readonly account: string | null;
  readonly method: LotMethod;
  readonly from: string;
  readonly toldBroker: boolean;
  readonly keptElsewhere: boolean;
  /** Made of a profile that this ledger stored at `from` (migration 0004). */
  readonly savedInProfile?: true;
}

function orderOf({ body, recordedAt }: IdentificationRecord): StandingOrder {
  const { account, method, from, toldBroker, keptElsewhere, savedInProfile } = JSON.parse(
    body,
  ) as OrderDocument;
  const begins = instantFromIso(from);
  return {
    account: account === null ? null : accountId(account),
    method,
    from: begins,
    // The profile in this file was the record until there were orders.
    recordedAt: savedInProfile === true ? begins : recordedAt,
    toldBroker,
    keptElsewhere,
  };
}

interface ChoiceDocument {
  readonly lot: string;
  readonly quantity: string;
}

interface IdentificationDocument {
  readonly account: string;
  readonly asset: string;
  readonly lots: readonly ChoiceDocument[];
  readonly toldBroker: boolean;
}

function identificationOf({ sequence, body, recordedAt }: IdentificationRecord): LotIdentification {
  const { account, asset, lots, toldBroker } = JSON.parse(body) as IdentificationDocument;
  return {
    sequence,
    account: accountId(account),
    asset: assetId(asset),
    lots: lots.map(choiceOf),
    recordedAt,
    toldBroker,
  };
}

type WayDocument =
  | {
      readonly kind: 'specific-unit';
      readonly units: readonly (ChoiceDocument & { readonly account: string })[];
    }
  | {
      readonly kind: 'global';
      readonly accounts: readonly string[];
      readonly order: Extract<AllocationWay, { readonly kind: 'global' }>['order'];
    };

function wayOf(body: string): AllocationWay {
  const way = JSON.parse(body) as WayDocument;
  return way.kind === 'global'
    ? { kind: way.kind, accounts: way.accounts.map(accountId), order: way.order }
    : {
        kind: way.kind,
        units: way.units.map((unit) => ({ ...choiceOf(unit), account: accountId(unit.account) })),
      };
}

function choiceText({ lot, quantity: units }: LotChoice): ChoiceDocument {
  return { lot, quantity: toText(units) };
}

function choiceOf({ lot, quantity: units }: ChoiceDocument): LotChoice {
  return { lot: lot as LotId, quantity: quantity(units) };
}
