/** What every part of the walk over futures events uses: where it stands, booking results, noting issues. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { Fill, LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { issueOf } from '../issue-of.ts';
import type { FillApplied, OpenSize } from './apply-fill.ts';
import { book } from './position-book.ts';
import type { PositionBook, PositionEntry } from './position-book.ts';
import type { FuturesResult } from './position.ts';
import type { StretchBook } from './stretch-book.ts';
import { settleAmount } from './units.ts';

/** Where the walk stands. */
/** A profit of fills that a closed position states. */
export interface StatedForFills {
  readonly account: AccountId;
  readonly contract: ContractId;
  readonly asset: AssetId;
  readonly quantity: Quantity;
}

export interface Walk {
  readonly specOf: (contract: ContractId) => ContractSpec | undefined;
  readonly book: PositionBook;
  readonly results: FuturesResult[];
  /** Profits of fills that closed positions state: they move balances, the results are those of the fills. */
  readonly ofFills: StatedForFills[];
  readonly issues: Issue[];
  readonly futuresAccounts: ReadonlySet<AccountId>;
  readonly unknown: Set<ContractId>;
  /** When rows apart from the fills state a profit, by account and contract: what they state is not computed again. */
  readonly statedApart: ReadonlyMap<string, readonly Instant[]>;
  /** Contracts, by account, whose profit settlements pay: a fill that states 0 leaves it to them. */
  readonly settled: ReadonlySet<string>;
  /** Where the story of each position is kept, from leaving zero to coming back; null where nobody asks for it. */
  readonly stretches: StretchBook | null;
}

/** Adds a result to the list and to its position. */
export function record(
  walk: Walk,
  entry: PositionEntry | undefined,
  result: FuturesResult,
  event: LedgerEvent,
): void {
  walk.results.push(result);
  walk.stretches?.result(entry, result, event);
  if (entry !== undefined) book(entry, result);
}

const KIND_OF_ROLE = {
  profit: 'profit',
  fee: 'fee',
  funding: 'funding',
  rebate: 'rebate',
  insurance: 'insurance',
  // What a cash row moves without a role of its own (a settlement, a liquidation) is result.
  principal: 'profit',
} as const;

/** What a leg of a row is as a result. */
export function resultOfLeg(
  event: LedgerEvent,
  leg: Leg,
  contract: ContractId | null,
  entry: PositionEntry | undefined,
  held: OpenSize | null = null,
): FuturesResult {
  return {
    event: event.id,
    time: event.time,
    account: leg.account,
    contract,
    positionSide: entry?.positionSide ?? 'one-way',
    kind: KIND_OF_ROLE[leg.role],
    asset: leg.asset,
    quantity: leg.quantity,
    from: 'file',
    held,
  };
}

/** The terms of a contract; one issue for each that nobody knows. */
export function knownSpec(walk: Walk, contract: ContractId, event: LedgerEvent): ContractSpec | undefined {
  const spec = walk.specOf(contract);
  if (spec === undefined && !walk.unknown.has(contract)) {
    walk.unknown.add(contract);
    walk.issues.push(issueOf('futures/contract-unknown', 'warning', { contract }, { event: event.id }));
  }
  return spec;
}

export function noteMissingOpening(walk: Walk, event: LedgerEvent, fill: Fill): void {
  const values = { contract: fill.contract, account: fill.account, quantity: toText(fill.quantity) };
  walk.issues.push(
    issueOf('futures/opening-missing', 'warning', values, { event: event.id, account: fill.account }),
  );
}

export function noteDifference(
  walk: Walk,
  event: LedgerEvent,
  fill: Fill,
  stated: Quantity,
  applied: FillApplied,
): void {
  const values = {
    contract: fill.contract,
    stated: toText(stated),
    computed: toText(settleAmount(applied.profit)),
  };
  walk.issues.push(
    issueOf('futures/profit-differs', 'warning', values, { event: event.id, account: fill.account }),
  );
}
