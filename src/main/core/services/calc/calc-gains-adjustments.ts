import type { CalcEvent } from '../../../../shared/contract/calc-gains.ts';
import type { Disposal, OpenLot } from '../../../../shared/domain/lot.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import type { LotLaw } from '../../../engine/lots/law/lot-law.ts';
import { isTaxed } from '../../../engine/lots/moves/lot-moves.ts';
import type { CalcGains } from './calc-gains-figures.ts';
import { isOfUnknownWorth, worthFieldOf } from './calc-gains-worth.ts';

/** What is not as usual about a disposal's figures, whole sentences with the law. */
export function adjustmentsOf(
  disposal: Disposal,
  place: number,
  { law, denied, elections }: CalcGains,
  events: ReadonlyMap<string, CalcEvent>,
): readonly string[] {
  const loss = denied.get(place);
  return [
    ...departureWords(disposal, law, events.get(disposal.event)),
    ...worthWords(disposal, events.get(disposal.event)),
    ...costWords(disposal, elections),
    ...giftWords(disposal, law, events.get(disposal.lot)),
    ...exemptWords(disposal, law),
    ...(loss === undefined
      ? []
      : [
          `${toText(loss.amount)} of the loss is denied and added to what the replacement cost (${loss.law}).`,
        ]),
  ];
}

function departureWords(disposal: Disposal, { departures }: LotLaw, event: CalcEvent | undefined): string[] {
  if (disposal.cause === 'fee' || event === undefined) return [];
  const { kind } = event;
  if (kind !== 'gift' && kind !== 'donation' && kind !== 'lost') return [];
  const { is, law } = departures[kind];
  return [
    is === 'sale' ? `${kind}: counts as a sale (${law}).` : `${kind}: no gain and no loss is taken (${law}).`,
  ];
}

function worthWords(disposal: Disposal, event: CalcEvent | undefined): string[] {
  if (event === undefined || !isOfUnknownWorth(disposal, event)) return [];
  return [`Nobody said what these units were worth: no gain is taken. Give "${worthFieldOf(event)}".`];
}

/** A cost that nobody knows, or units that were never seen to come. */
function costWords({ reason, basisUnknown, cause }: Disposal, elections: CalcGains['elections']): string[] {
  if (!basisUnknown || !isTaxed(cause)) return [];
  if (reason === 'zero-cost')
    return ['More left than was held: these units count as having cost nothing, as you chose.'];
  return [unknownCostWords(reason === 'pool' || reason === 'average', elections)];
}

/** The mark of an assumed cost on what is still held; `sharesCost`: one cost for all units of a pool. */
export function openLotAdjustments(
  { basisUnknown }: OpenLot,
  sharesCost: boolean,
  elections: CalcGains['elections'],
): readonly string[] {
  return basisUnknown ? [unknownCostWords(sharesCost, elections)] : [];
}

function unknownCostWords(isPool: boolean, { unknownCost }: CalcGains['elections']): string {
  const what = isPool ? 'The pool holds units whose cost nobody knows' : 'Nobody knows what these units cost';
  return unknownCost === 'left-out'
    ? `${what}: they are left out of the gains, as you chose.`
    : `${what}: it counts as nothing.`;
}

/** The basis that counts is not the giver's: 26 U.S.C. 1015(a). */
function giftWords(disposal: Disposal, { giftsReceived }: LotLaw, origin: CalcEvent | undefined): string[] {
  if (!giftsReceived.lossesFromValue || origin?.kind !== 'gift-received' || !isTaxed(disposal.cause))
    return [];
  const { costBasis, value } = origin;
  if (costBasis === undefined || value === undefined || money(value) >= money(costBasis)) return [];
  if (disposal.reason === 'average') return [];
  if (isNegative(disposal.gain)) {
    return [
      'Received as a gift: the loss, and its term, count from what the units were worth when given (26 U.S.C. 1015(a)).',
    ];
  }
  return disposal.gain === money('0')
    ? [
        'Received as a gift: between what it cost the giver and what it was worth when given there is neither gain nor loss (26 U.S.C. 1015(a)).',
      ]
    : [];
}

function exemptWords({ term, cause }: Disposal, { holding }: LotLaw): string[] {
  if (holding?.long !== 'exempt' || term !== 'long' || !isTaxed(cause)) return [];
  return [`Held long enough: neither gain nor loss counts (${holding.law}).`];
}
