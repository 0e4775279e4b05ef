import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { openPositions } from '../targets/open-positions.ts';
import { overlayMarketOf } from '../targets/overlay-market.ts';
import type { OverlayMarket } from '../targets/overlay-market.ts';
import type { ExitRequest } from './exit-setup.ts';

/** What is known of the markets of the contracts that a plan may use: those asked for, and those that are open. */
export async function exitMarketOf(
  derived: Derived,
  { overlay }: Pick<ExitRequest, 'overlay'>,
  context: Pick<CallContext, 'session'>,
): Promise<OverlayMarket> {
  const open = openPositions(derived).map(({ position: { spec, contract } }) => ({
    asset: spec.underlying as string,
    contract: contract as string,
  }));
  return await overlayMarketOf(derived, [...(overlay?.contracts ?? []), ...open], context);
}
