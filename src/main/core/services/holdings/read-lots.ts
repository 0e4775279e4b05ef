import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { priceOf, valueOf } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { hedgedOfLots } from '../../../engine/rebalance/quantity-hedged.ts';
import { issueTexts } from '../issue-text.ts';
import { hedgedAlready } from '../targets/hedged-already.ts';
import { standingIssues } from '../standing-issues.ts';
import { sourcesOf } from './event-sources.ts';
import type { SourceOf } from './event-sources.ts';

type Answer = CallAnswer<'holdings.lots'>;

export const readLotsHandlers: HandlersOf<'holdings.lots'> = {
  'holdings.lots': async ({ asset, account }, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { lots, asOf, facts } = derived.value;
    const hedged = hedgedOfLots(lots.openLots, hedgedAlready(derived.value));
    const sourceOf = sourcesOf(derived.value);
    const hedgedLots = lots.openLots.map((lot, index) => ({ lot, hedged: hedged[index] ?? zeroQuantity }));
    const shown = hedgedLots.filter(
      ({ lot }) =>
        (asset === undefined || lot.asset === asset) && (account === undefined || lot.account === account),
    );
    return ok({
      asOf: dateText(asOf),
      method: facts.profile?.lotMethod ?? 'fifo',
      lots: shown.map((one) => lotText(one, sourceOf, derived.value)),
      issues: issueTexts([...standingIssues(derived.value), ...lots.issues], derived.value),
    });
  },
};

function lotText(
  { lot, hedged }: { readonly lot: OpenLot; readonly hedged: Quantity },
  sourceOf: SourceOf,
  { prices, at, asOf, accountName }: Derived,
): Answer['lots'][number] {
  const price = prices.latest(lot.asset, at);
  const value = price === null ? null : valueOf(lot.quantity, price.price, 'half-even');
  const { file, line } = sourceOf(lot.event);
  return {
    lot: lot.id,
    asset: lot.asset,
    account: lot.account,
    accountName: accountName(lot.account),
    quantity: toText(lot.quantity),
    acquired: toIso(lot.acquired),
    acquiredDate: dateText(lot.acquiredDate),
    costBasis: toText(lot.costBasis),
    costPerUnit: toText(priceOf(lot.costBasis, lot.quantity, 'half-even')),
    value: value === null ? null : toText(value),
    gain: value === null ? null : toText(subtract(value, lot.costBasis)),
    longTermFrom: dateText(lot.longTermFrom),
    term: asOf >= lot.longTermFrom ? 'long' : 'short',
    daysToLongTerm: Math.max(0, daysBetween(asOf, lot.longTermFrom)),
    basisUnknown: lot.basisUnknown,
    hedgedQuantity: toText(hedged),
    event: lot.event,
    file,
    line,
    explain: `lot:${lot.id}`,
  };
}
