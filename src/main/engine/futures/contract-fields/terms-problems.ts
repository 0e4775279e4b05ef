/** What cannot be true of a contract's terms as a whole: each in words, none for terms that fit together or are not known. */
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';

export function termsProblems(terms: ContractTerms): string[] {
  return [...payoffProblems(terms), ...kindProblems(terms), ...orderProblems(terms)];
}

/** Of what the contract is, whatever its size and limits. */
export function payoffProblems({
  payoff,
  underlying,
  quote,
  settleAsset,
  quantityUnit,
}: ContractTerms): string[] {
  const problems: string[] = [];
  if (underlying === quote) problems.push(`it cannot follow and be quoted in the same asset (${quote})`);
  if (payoff === 'inverse' && settleAsset !== underlying)
    problems.push(
      `an inverse contract settles in the coin that it follows (${underlying}), not in ${settleAsset}`,
    );
  if (payoff === 'linear' && settleAsset !== quote)
    problems.push(
      `a linear contract settles in the money that it is quoted in (${quote}), not in ${settleAsset}`,
    );
  if (payoff === 'quanto' && (settleAsset === quote || settleAsset === underlying))
    problems.push('a quanto contract settles in a third asset, neither the coin nor the quote money');
  if (payoff === 'quanto' && quantityUnit !== 'contracts')
    problems.push('a quanto contract is ordered in contracts');
  return problems;
}

function kindProblems(terms: ContractTerms): string[] {
  const { kind, expiry, series, fixing, fundingIntervalHours } = terms;
  const problems: string[] = [];
  if (kind === 'dated' && fundingIntervalHours !== null) problems.push('a dated contract pays no funding');
  if (kind === 'perpetual' && (expiry !== null || series !== null))
    problems.push('a perpetual contract has no expiry');
  if (kind === 'perpetual' && fixing !== null)
    problems.push('a perpetual contract has no hour of a final price');
  return problems;
}

function orderProblems({
  quantityStep,
  minQuantity,
  maxQuantity,
  payoff,
  settlement,
}: ContractTerms): string[] {
  const problems: string[] = [];
  if (minQuantity !== null && maxQuantity !== null && minQuantity > maxQuantity)
    problems.push('the smallest quantity is above the largest');
  if (minQuantity !== null && roundToStep(minQuantity, quantityStep, 'floor') !== minQuantity)
    problems.push('the smallest quantity is no multiple of the step');
  if (payoff === 'quanto' && settlement === 'coins') problems.push('a quanto contract delivers no coins');
  return problems;
}
