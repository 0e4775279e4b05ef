/** Straddle losses of years before the ledger's first one, as the tax details name them → what the straddle rules test. */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../../../shared/domain/profile.ts';
import { add } from '../../../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import { dateOf } from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import type { LotLife, LotMatching } from '../../../../lots/lot-matching.ts';
import type { Offset, StraddleFuture, TaxPositionId, WaitingLoss } from '../straddles/straddle-case.ts';

export interface WaitingLosses {
  readonly waiting: readonly WaitingLoss[];
  /** The closed positions on which they were sustained, and what these offset. */
  readonly futures: readonly StraddleFuture[];
  readonly offsets: readonly Offset[];
  readonly issues: readonly Issue[];
}

/**
 * Each loss with a closed position of its own, which offset the lots named; where none is named, all lots acquired by then
 * of the coin that its name tells. Issues: `tax/waiting-loss-unlinked`.
 */
export function waitingLosses(
  given: Profile['waiting'],
  lots: Pick<LotMatching, 'assets' | 'livesOf' | 'originOf'>,
): WaitingLosses {
  const found = given.map((loss, place) => {
    const short = `before:${place + 1} ${loss.position}` as TaxPositionId;
    const lives = livesMeant(loss, lots);
    const [opened, closed] = [dateOf(loss.year, 1, 1), dateOf(loss.year, 12, 31)];
    const coins = lives.reduce<Quantity>((total, { quantity }) => add(total, quantity), zeroQuantity);
    const future: StraddleFuture = {
      id: short,
      asset: lives[0]?.asset ?? ('' as AssetId),
      name: loss.position,
      side: 'short',
      section1256: loss.character === 'section1256',
      coins,
      opened,
      closed,
      results: [],
      yearEnds: [],
    };
    const offsets = lives.map(({ id: long, quantity, acquiredDate }): Offset => {
      const from = acquiredDate > opened ? acquiredDate : opened;
      return { short, long, quantity, from, until: closed, regime: 'none', by: 'tax-details' };
    });
    const { year, amount, character } = loss;
    return { future, offsets, waiting: { position: short, year, amount, character } };
  });
  return {
    waiting: found.map((one) => one.waiting),
    futures: found.map(({ future }) => future),
    offsets: found.flatMap(({ offsets }) => offsets),
    issues: found.flatMap(({ offsets }, place) => unlinked(offsets, given[place])),
  };
}

/** Without a coin nothing holds the loss back: it counts at once, which must not happen in silence. */
function unlinked(
  offsets: readonly Offset[],
  loss: Profile['waiting'][number] | undefined,
): readonly Issue[] {
  if (loss === undefined || offsets.length > 0) return [];
  const { position, year } = loss;
  return [issueOf('tax/waiting-loss-unlinked', 'error', { position, year })];
}

function livesMeant(
  { lots: named, position, year }: Profile['waiting'][number],
  lots: Pick<LotMatching, 'assets' | 'livesOf' | 'originOf'>,
): readonly LotLife[] {
  const wanted = new Set(named);
  const assets =
    named.length > 0
      ? new Set(named.flatMap((id) => lots.originOf(id as LotId)?.asset ?? []))
      : new Set(lots.assets.filter((asset) => position.split(/[^A-Za-z0-9]+/u).includes(asset)));
  return [...assets]
    .flatMap((asset) => lots.livesOf(asset))
    .filter(({ id, acquiredDate }) =>
      named.length > 0 ? wanted.has(id) : acquiredDate <= dateOf(year, 12, 31),
    );
}
