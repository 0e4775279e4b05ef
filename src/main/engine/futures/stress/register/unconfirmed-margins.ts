import { evidenceOf } from '../../evidence.ts';
import type { StressPortfolio } from '../stress-portfolio.ts';

/** Contracts whose margin nobody knows, or whose figures are from memory only. */
export function unconfirmedFor({ pools }: StressPortfolio): readonly string[] {
  const terms = pools.flatMap(({ legs }) => legs.map((leg) => leg.terms));
  const open = terms.filter((one) => {
    const confidence = evidenceOf(one, 'margin')?.confidence;
    return one.margin === null || confidence === 'uncertain' || confidence === 'from-knowledge';
  });
  return [...new Set(open.map(({ name }) => name))].toSorted();
}
