/** Bybit's tiers: cap, maintenance in per cent, deduction, leverage. */
import { leverageTiers } from '../margin-tables.ts';

/** The last complete table that was found, of about 2024 or 2025. */
export const btcUsdtTiers = leverageTiers('settle-value', [
  ['2 000 000', '0.5', '0', 100],
  ['2 600 000', '0.56', '1200', 90],
  ['3 200 000', '0.63', '3020', 80],
  ['3 800 000', '0.67', '4300', 75],
  ['4 400 000', '0.71', '5820', 70],
  ['5 000 000', '0.77', '8460', 65],
  ['5 600 000', '0.91', '15460', 55],
  ['8 500 000', '1', '20500', 50],
  ['10 000 000', '1.3', '46000', 45],
  ['14 000 000', '1.5', '66000', 40],
  ['20 000 000', '1.6', '80000', 35],
  ['28 000 000', '2', '160000', 30],
  ['38 000 000', '2.5', '300000', 25],
  ['50 000 000', '2.9', '452000', 20],
  ['55 000 000', '3', '502000', 19],
  ['60 000 000', '3.5', '777000', 18],
  ['65 000 000', '3.6', '837000', 17],
  ['70 000 000', '3.8', '967000', 16],
  ['75 000 000', '4', '1107000', 15],
  ['80 000 000', '4.5', '1482000', 14],
]);

/** The coarser steps of 2026: only the first three were found; their deductions follow from the rule. */
export const firstTiers2026 = leverageTiers('settle-value', [
  ['300 000', '0.33', '0', 150],
  ['800 000', '0.5', '510', 100],
  ['2 000 000', '1', '4510', 50],
]);

/** In BTC: the first two steps. */
export const btcUsdTiers = leverageTiers('settle-value', [
  ['150', '0.5', '0', 100],
  ['300', '1', '0.75', 50],
]);
