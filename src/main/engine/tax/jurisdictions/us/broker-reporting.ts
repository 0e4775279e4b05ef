/**
 * From when brokers report sales of digital assets to the IRS: what decides the boxes of Form 8949.
 * Law: Reg. 1.6045-1(d)(2), (e); T.D. 10000.
 */

/** First year of Form 1099-DA, which states gross proceeds, and of the boxes G to L. */
export const firstProceedsReported = 2025;
/** First year in which the cost of units is reported too that were bought at the broker from then on. */
export const firstCostReported = 2026;
