import type { ContractSpec } from '../../src/shared/domain/contract-spec.ts';

type Status = ContractSpec['section1256'];

/** CME bitcoin futures: the memo says so; other coins by analogy. Source: lukka.tech (A. Kramer memo, 2020). */
export const regulatedFuture = {
  status: true,
  settled: true,
  reason:
    'A future on a market that the CFTC has designated, marked to market every day (26 U.S.C. 1256(g)(1), (7)). Practitioners agree; the IRS has not ruled on crypto.',
} as const satisfies Status;

/** Dated futures of Coinbase Derivatives and Bitnomial: the same two-part test as CME. */
export const regulatedByAnalogy = {
  status: true,
  settled: true,
  reason:
    'A dated future on a market that the CFTC has designated, marked to market every day: the same test as for CME, by analogy (26 U.S.C. 1256(g)(1), (7)).',
} as const satisfies Status;

/** Perpetual-style futures on a designated market. */
export const regulatedPerpetual = {
  status: true,
  settled: false,
  reason:
    'Listed as a future on a market that the CFTC has designated, but its funding resembles a swap, which 26 U.S.C. 1256(b)(2)(B) leaves out. No IRS guidance was found.',
} as const satisfies Status;

/** Venues abroad: not a qualified board or exchange. */
export const notQualified = {
  status: false,
  settled: true,
  reason:
    'The venue is neither designated by the CFTC nor named by the Treasury, so it is no qualified board or exchange (26 U.S.C. 1256(g)(7)): gains are realised when the position closes.',
} as const satisfies Status;
