import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { percentText, quantityText } from '../../words.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { Size } from '../units.ts';
import { measuredFor } from './margin-tier.ts';
import type { TierTable } from './margin-tier.ts';

/** Above this a first tier is most likely a rate that was typed in per cent: Bybit writes 0.5 % as "0.5" and as "0.005". */
const UNUSUAL = rate('0.2');

/**
 * What is doubtful about a position's margin though its table gives a number, as sentences; none where nothing is.
 * Source: risks.md 2.6 (rates in per cent and as fractions), 2.7 (the last tier's end).
 */
export function marginCautions(terms: ContractTerms, size: Size, at: ValuationPoint): string[] {
  return [...rateCautions(terms), ...endCautions(terms, size, at)];
}

/** Of the table alone: tiers that begin with a rate no venue asks of its smallest positions. */
export function rateCautions({ margin, symbol }: Pick<ContractTerms, 'margin' | 'symbol'>): string[] {
  if (margin?.kind !== 'tiers') return [];
  const [first] = margin.tiers;
  return first === undefined || first.maintenanceRate < UNUSUAL
    ? []
    : [
        `The smallest tier of ${symbol} keeps back ${percentText(first.maintenanceRate)} of the position: a rate is a fraction, so 0.005 is 0.5 %. Is the unit right?`,
      ];
}

function endCautions(terms: ContractTerms, size: Size, at: ValuationPoint): string[] {
  if (terms.margin?.kind !== 'tiers') return [];
  const { tiers, unit } = terms.margin;
  const end = tiers.at(-1)?.cap ?? null;
  const measured = measuredFor(unit, terms, size, at);
  if (end === null || measured === null || measured <= end) return [];
  const of = unitText(unit, terms);
  return [
    `The margin table of ${terms.symbol} ends at ${quantityText(end, of)}, and this position is ${quantityText(measured, of)}: the last tier is used for all of it, but the venue may allow or ask otherwise.`,
  ];
}

function unitText(unit: TierTable['unit'], { settleAsset, underlying }: ContractTerms): string {
  return { 'settle-value': settleAsset, contracts: 'contracts', coins: underlying }[unit];
}
