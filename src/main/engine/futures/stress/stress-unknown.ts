import { listText } from '../../words.ts';
import { maintenanceMargin } from '../margin/maintenance-margin.ts';
import type { PoolOutcome } from './stress-outcome.ts';
import type { StressLeg, StressPortfolio } from './stress-portfolio.ts';

/** What is in no figure of a stress test, each a whole sentence: missing prices, margins and fees. */
export function unknownOf(portfolio: StressPortfolio, pools: readonly PoolOutcome[]): readonly string[] {
  return [
    ...portfolio.unknown,
    ...unpricedWords(portfolio),
    ...pools.flatMap(({ pool }) => (pool.unknown === null ? [] : [pool.unknown])),
    ...marginWords(pools),
    ...feeWords(pools),
  ];
}

function unpricedWords({ holdings, pools, prices }: StressPortfolio): string[] {
  const assets = [...holdings.map(({ asset }) => asset), ...pools.map(({ settleAsset }) => settleAsset)];
  const missing = [...new Set(assets.filter((asset) => !prices.has(asset)))].toSorted();
  return missing.length === 0
    ? []
    : [`No price of ${listText(missing)} is known: what is held of it is in no figure.`];
}

function marginWords(pools: readonly PoolOutcome[]): string[] {
  const contracts = pools
    .filter(
      ({ pool, needs }) => pool.unknown === null && needs.some(({ toMaintenance }) => toMaintenance === null),
    )
    .flatMap(({ pool }) => pool.legs.filter(isUnknown))
    .map(({ terms }) => terms.name);
  const names = [...new Set(contracts)].toSorted();
  return names.length === 0
    ? []
    : [
        `What ${listText(names)} asks as margin is not known, so nobody can tell when it would be closed by force or how much cash it would need; it is taken to stay open until its equity is used up. Above its full size no equity is too small.`,
      ];
}

function isUnknown({ terms, side, size, at }: StressLeg): boolean {
  return maintenanceMargin(terms, side, size, at) === null;
}

function feeWords(pools: readonly PoolOutcome[]): string[] {
  const accounts = pools
    .filter(({ closed }) => closed !== null && closed.fee === null)
    .map(({ pool }) => pool.accountName);
  const names = [...new Set(accounts)].toSorted();
  return names.length === 0
    ? []
    : [`A fee of the forced close at ${listText(names)} is not known and is not in the loss.`];
}
