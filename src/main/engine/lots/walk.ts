import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Disposal, LotId } from '../../../shared/domain/lot.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { OwnMovement } from '../events/own-movement.ts';
import { issueOf } from '../issue-of.ts';
import type { IncomeItem, LotOptions, LotOrigin } from './lot-matching.ts';
import type { Dispose } from './lot-moves.ts';
import { Pools } from './pools.ts';
import type { Slice } from './take-units.ts';

/** What the walk over events carries along. */
export interface Walk {
  readonly options: LotOptions;
  readonly pools: Pools;
  /** Units on their way between own accounts. */
  readonly inTransit: Map<OwnMovement, readonly Slice[]>;
  readonly origins: Map<LotId, LotOrigin>;
  /** How many lots the event at hand has opened. */
  lotsOfEvent: number;
  readonly disposals: Disposal[];
  readonly income: IncomeItem[];
  readonly issues: Issue[];
}

export function newWalk(options: LotOptions): Walk {
  return {
    options,
    pools: new Pools(options.scope),
    inTransit: new Map(),
    origins: new Map(),
    lotsOfEvent: 0,
    disposals: [],
    income: [],
    issues: [],
  };
}

/** More left than lots show: named at the exact event, with what is missing and what that does to the figures. */
export function reportInsufficient(
  walk: Walk,
  { account, asset }: Pick<Dispose, 'account' | 'asset'>,
  missing: Quantity,
  event: LedgerEvent,
  consequence: string,
): void {
  const words = { missing: toText(missing), asset, account, event: event.id, consequence };
  walk.issues.push(issueOf('lots/insufficient', 'error', words, { event: event.id, asset, account }));
}
