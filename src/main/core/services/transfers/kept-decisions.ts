import { keptTransferDecisions } from '../../../../shared/contract/transfers-calls.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { TransferDecision } from '../../../../shared/domain/transfer-decision.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import { keptDocument } from '../../kept-document.ts';

export const TRANSFERS_KEY = 'transfers';

/** What the user says of departures and arrivals, in the order of their ids. */
export function transferDecisionsIn(settings: ReadonlyMap<string, string>): readonly TransferDecision[] {
  const kept = keptDocument(settings, TRANSFERS_KEY, keptTransferDecisions) ?? [];
  return kept.map(({ departure, arrival, asset, verdict }) => ({
    departure: departure as EventId,
    arrival: arrival as EventId,
    asset: assetId(asset),
    verdict,
  }));
}

/** Out: null where there are none. */
export function transfersDocument(decisions: readonly TransferDecision[]): string | null {
  if (decisions.length === 0) return null;
  const keyOf = ({ departure, arrival, asset }: TransferDecision): string =>
    `${departure} ${arrival} ${asset}`;
  const sorted = decisions.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return canonicalJson(sorted as never);
}
