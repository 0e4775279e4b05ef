import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { valuerOf } from '../../valuation/valuer.ts';
import { defaultLotElections } from '../lot-matching.ts';
import type { CountedEvents, IncomeItem, LotOrigin } from '../lot-matching.ts';
import type { Acquire, Dispose, Leave, LotMove, ReceiveMoney } from '../moves/lot-moves.ts';
import { movementsByEvent } from '../moves/move-context.ts';
import { movesOfEvent } from '../moves/moves-of-event.ts';
import type { Acquired, AssetUnits, Gone } from './asset-units.ts';
import { emptyPool } from './pool.ts';
import type { RuleOptions } from './rule-options.ts';

/** What events did to the units of each asset, before any rule. */
export interface UnitsOfEvents {
  readonly byAsset: ReadonlyMap<AssetId, AssetUnits>;
  readonly origins: ReadonlyMap<LotId, LotOrigin>;
  readonly income: readonly IncomeItem[];
  readonly issues: readonly Issue[];
}

interface Books {
  readonly options: RuleOptions;
  readonly byAsset: Map<AssetId, { acquired: Acquired[]; gone: Gone[] } & Pick<AssetUnits, 'asset' | 'pool'>>;
  readonly origins: Map<LotId, LotOrigin>;
  readonly income: IncomeItem[];
  /** How many moves there were before. */
  rank: number;
  lotsOfEvent: number;
}

/** An event with its local date. */
interface Dated {
  readonly event: LedgerEvent;
  readonly date: LocalDate;
}

/**
 * Purchases and disposals by asset, over all accounts: moves between own accounts change nothing but by their fee.
 * In: events in ledger order, counted once.
 */
export function unitsOfEvents(events: CountedEvents, options: RuleOptions): UnitsOfEvents {
  const books: Books = {
    options,
    byAsset: new Map(),
    origins: new Map(),
    income: [],
    rank: 0,
    lotsOfEvent: 0,
  };
  const issues: Issue[] = [];
  const valuer = valuerOf(options.prices, options.timeZone);
  const context = {
    valuer,
    movements: movementsByEvent(events, options.movements),
    futuresAccounts: options.futuresAccounts ?? new Set(),
    unknownCost: options.elections?.unknownCost ?? defaultLotElections.unknownCost,
    report: (issue: Issue) => void issues.push(issue),
  };
  for (const event of events) {
    const dated = { event, date: localDateOf(event.time, options.timeZone) };
    books.lotsOfEvent = 0;
    for (const move of movesOfEvent(event, context)) {
      book(books, move, dated);
      books.rank++;
    }
  }
  const { byAsset, origins, income } = books;
  return { byAsset, origins, income, issues: [...issues, ...valuer.issues] };
}

function book(books: Books, move: LotMove, dated: Dated): void {
  switch (move.type) {
    case 'acquire':
      return bookPurchase(books, move, dated);
    case 'dispose':
      return bookDisposal(books, move, dated, false);
    case 'leave':
      return bookTransferFee(books, move, dated);
    case 'receive-money':
      return bookIncome(books, move, move.income, move.value, dated);
    case 'arrive':
      return;
  }
}

function bookPurchase(books: Books, move: Acquire, dated: Dated): void {
  const { event, date } = dated;
  const { account, asset, quantity, cost } = move;
  const acquired = move.acquired ?? event.time;
  const acquiredDate = localDateOf(acquired, books.options.timeZone);
  const lot = nextLotId(books, event);
  const basisUnknown = cost === null;
  const origin = { id: lot, event: event.id, asset, account, quantity, costBasis: cost ?? zeroMoney };
  const longTermFrom = books.options.longTermFrom(acquiredDate);
  books.origins.set(lot, { ...origin, acquired, acquiredDate, longTermFrom, basisUnknown });
  const bought = { lot, event: event.id, account, rank: books.rank, date, acquired, acquiredDate, quantity };
  unitsOf(books, asset).acquired.push({
    ...bought,
    basisUnknown,
    left: quantity,
    leftCost: origin.costBasis,
  });
  if (move.income !== undefined) bookIncome(books, move, move.income, origin.costBasis, dated);
}

function bookDisposal(
  books: Books,
  { account, asset, quantity, gross, fee, cause }: Omit<Dispose, 'type'>,
  { event, date }: Dated,
  costStays: boolean,
): void {
  const what = { event: event.id, account, rank: books.rank, time: event.time, date, quantity };
  const terms = { gross, fee, cause, costStays };
  const leavesUnknownOut = books.options.elections?.unknownCost === 'left-out';
  const open = { left: quantity, parts: [], denied: null };
  unitsOf(books, asset).gone.push({ ...what, ...terms, leavesUnknownOut, ...open });
}

/** The units that the network took; the rest stays the taxpayer's. */
function bookTransferFee(books: Books, { movement, feeValue }: Leave, dated: Dated): void {
  const { asset, from, sent, received } = movement;
  const quantity = subtract(sent, received);
  if (!isPositive(quantity)) return;
  const costStays = books.options.elections?.transferFee === 'into-basis';
  const fee = { asset, account: from.account, quantity, gross: feeValue, fee: zeroMoney };
  bookDisposal(books, { ...fee, cause: 'transfer-fee' }, dated, costStays);
}

function bookIncome(
  books: Books,
  { asset, account, quantity }: Acquire | ReceiveMoney,
  reason: IncomeItem['reason'],
  value: Money,
  { event, date }: Dated,
): void {
  books.income.push({ event: event.id, time: event.time, date, asset, account, quantity, value, reason });
}

/** The event's id; a second lot of one event carries "#2", and so on: as everywhere. */
function nextLotId(books: Books, event: LedgerEvent): LotId {
  books.lotsOfEvent++;
  return (books.lotsOfEvent === 1 ? event.id : `${event.id}#${books.lotsOfEvent}`) as string as LotId;
}

function unitsOf(books: Books, asset: AssetId): { acquired: Acquired[]; gone: Gone[] } {
  let units = books.byAsset.get(asset);
  if (units === undefined) {
    units = { asset, acquired: [], gone: [], pool: emptyPool(asset) };
    books.byAsset.set(asset, units);
  }
  return units;
}
