import type { CalcEvent, CalcGainsInput, CalcGainsOutput } from '../../../../shared/contract/calc-gains.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Disposal, OpenLot } from '../../../../shared/domain/lot.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { gainsByTaxYear } from '../../../engine/lots/law/gains-by-tax-year.ts';
import type { GainsYear } from '../../../engine/lots/law/gains-by-tax-year.ts';
import { taxYearText } from '../../../engine/lots/law/tax-year-of.ts';
import { isTaxed } from '../../../engine/lots/moves/lot-moves.ts';
import { adjustmentsOf, openLotAdjustments } from './calc-gains-adjustments.ts';
import type { CalcGains } from './calc-gains-figures.ts';
import { methodsNamed } from './calc-gains-options.ts';

const ASSUMED = 'Units whose cost is assumed are among them: see the adjustments of the disposals.';

/** The answer of `calc gains`. */
export function outputOf(
  request: CalcGainsInput,
  gains: CalcGains,
  issues: readonly Issue[],
): CalcGainsOutput {
  const { law, disposals, denied } = gains;
  const events = new Map(request.events.map((event) => [event.id, event]));
  const sharesCost = gains.sequence !== null || methodsNamed(request, law).includes('average');
  return {
    disposals: disposals.map((disposal, place) => disposalText(disposal, place, gains, events)),
    openLots: gains.openLots.map((lot) => openLotText(lot, gains, sharesCost)),
    years: gainsByTaxYear(disposals, law, denied).map((year) => yearText(year, gains)),
    issues: issues.map(({ code, event, message, fix }) => ({
      code,
      event: event ?? null,
      message: `${message} ${fix}`,
    })),
  };
}

function disposalText(
  disposal: Disposal,
  place: number,
  gains: CalcGains,
  events: ReadonlyMap<string, CalcEvent>,
): CalcGainsOutput['disposals'][number] {
  return {
    event: disposal.event,
    asset: disposal.asset,
    account: disposal.account,
    quantity: toText(disposal.quantity),
    lot: disposal.lot,
    acquired: dateText(disposal.acquiredDate),
    disposed: dateText(disposal.disposedDate),
    proceeds: toText(disposal.proceeds),
    costBasis: toText(disposal.costBasis),
    gain: toText(disposal.gain),
    term: gains.law.holding !== null && isTaxed(disposal.cause) ? disposal.term : null,
    reason: disposal.reason,
    ...adjusted(adjustmentsOf(disposal, place, gains, events)),
  };
}

function openLotText(
  lot: OpenLot,
  { law, elections }: CalcGains,
  sharesCost: boolean,
): CalcGainsOutput['openLots'][number] {
  return {
    lot: lot.id,
    asset: lot.asset,
    account: lot.account,
    quantity: toText(lot.quantity),
    acquired: dateText(lot.acquiredDate),
    costBasis: toText(lot.costBasis),
    longTermFrom: law.holding === null ? null : dateText(lot.longTermFrom),
    ...adjusted(openLotAdjustments(lot, sharesCost, elections)),
  };
}

function yearText(sums: GainsYear, { law, sequence }: CalcGains): CalcGainsOutput['years'][number] {
  const taxYear = taxYearText(sums.year, law.taxYear);
  return {
    year: sums.year,
    ...(taxYear === null ? {} : { taxYear }),
    proceeds: toText(sums.proceeds),
    costBasis: toText(sums.costBasis),
    shortTermGain: toText(sums.shortTermGain),
    longTermGain: toText(sums.longTermGain),
    ...(law.holding?.long === 'exempt' ? { exemptGain: toText(sums.exemptGain) } : {}),
    ...(sequence?.deniesLosses === true ? { disallowedLoss: toText(sums.disallowedLoss) } : {}),
    ...adjusted(sums.basisUnknown ? [ASSUMED] : []),
  };
}

/** Left out where there is nothing to say. */
function adjusted(sentences: readonly string[]): { adjustments?: string[] } {
  return sentences.length === 0 ? {} : { adjustments: [...sentences] };
}
