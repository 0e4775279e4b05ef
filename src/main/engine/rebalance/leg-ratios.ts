/** Which hedge ratios one may choose for a leg, each with its reason, and which one is used. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import { compare, larger, smaller } from '../../../shared/num/arithmetic.ts';
import type { Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../shared/num/types.ts';
import { afterTaxRatio, afterTaxWords } from '../futures/hedge-ratio/after-tax-ratio.ts';
import type { MinimumVarianceAnswer } from '../futures/hedge-ratio/minimum-variance-ratio.ts';
import { minimumVarianceWords } from '../futures/hedge-ratio/minimum-variance-ratio.ts';
import { percentText } from '../words.ts';

export type RatioKind = 'naive' | 'minimum-variance' | 'after-tax' | 'after-tax-kept' | 'own';

export interface RatioOption {
  readonly kind: RatioKind;
  /** null where it cannot be told: the words say why. */
  readonly ratio: Rate | null;
  readonly low: Rate | null;
  readonly high: Rate | null;
  readonly words: string;
}

export interface LegRatio {
  readonly used: RatioKind;
  readonly ratio: Rate;
  readonly options: readonly RatioOption[];
}

/** How the next gain on coins and on the futures is taxed in the year of the exit, or why that is not known. */
export type ExitTax =
  | { readonly kind: 'known'; readonly spot: Rate; readonly futures: Rate; readonly year: number }
  | { readonly kind: 'unknown'; readonly why: string };

export interface LegRatioInput {
  readonly asset: AssetId;
  readonly symbol: string;
  readonly isShort: boolean;
  /** The contract follows another coin. */
  readonly isCross: boolean;
  readonly variance: MinimumVarianceAnswer | null;
  readonly tax: ExitTax;
  /** What was asked for; null: one, or in a cross hedge the minimum variance. */
  readonly asked: Exclude<RatioKind, 'own'> | { readonly own: Rate } | null;
}

/**
 * The ratios of a leg and the one in use. Where the one asked for cannot be told, one is used, and its option says why.
 */
export function legRatio(input: LegRatioInput): LegRatio {
  const { asked, isCross } = input;
  const options = [
    naive(input),
    ...(isCross ? [minimumVariance(input)] : []),
    ...(input.isShort ? [afterTax(input), afterTaxKept(input)] : []),
  ];
  if (asked !== null && typeof asked === 'object') {
    const words = `Your own: ${percentText(asked.own)} of what brings ${input.asset} to its target.`;
    return {
      used: 'own',
      ratio: asked.own,
      options: [...options, { kind: 'own', ratio: asked.own, low: null, high: null, words }],
    };
  }
  const kind = asked ?? (isCross ? 'minimum-variance' : 'naive');
  const chosen = options.find((option) => option.kind === kind);
  return chosen === undefined || chosen.ratio === null || compare(chosen.ratio, zeroRate) <= 0
    ? { used: 'naive', ratio: oneRate, options }
    : { used: kind, ratio: chosen.ratio, options };
}

function naive({ asset, isCross, symbol }: LegRatioInput): RatioOption {
  const words = isCross
    ? `One for one in value: right only if ${asset} moves just as ${symbol} does.`
    : `One for one: ${symbol} follows ${asset} itself, so this leaves the least to chance before tax; estimating a ratio would only add noise.`;
  return { kind: 'naive', ratio: oneRate, low: null, high: null, words };
}

function minimumVariance({ asset, symbol, variance }: LegRatioInput): RatioOption {
  if (variance === null || variance.kind === 'too-little') {
    const why = variance?.why ?? 'No price histories are read here.';
    return {
      kind: 'minimum-variance',
      ratio: null,
      low: null,
      high: null,
      words: `Least variance: not known. ${why}`,
    };
  }
  const { ratio, low, high } = variance.value;
  return {
    kind: 'minimum-variance',
    ratio,
    low,
    high,
    words: minimumVarianceWords(variance.value, asset, symbol),
  };
}

function afterTax({ tax }: LegRatioInput): RatioOption {
  if (tax.kind === 'unknown') return unknownTax('after-tax', tax.why);
  const found = afterTaxRatio(tax);
  if (found === null) return unknownTax('after-tax', 'The futures would be taxed away whole.');
  return {
    kind: 'after-tax',
    ratio: found.ratio,
    low: found.low,
    high: found.high,
    words: afterTaxWords(found, tax, tax.year),
  };
}

/** The coins are never sold: their cost steps up at death, or they are given away. */
function afterTaxKept({ tax }: LegRatioInput): RatioOption {
  if (tax.kind === 'unknown') return unknownTax('after-tax-kept', tax.why);
  const rates = { spot: zeroRate, futures: tax.futures };
  const found = afterTaxRatio(rates);
  if (found === null) return unknownTax('after-tax-kept', 'The futures would be taxed away whole.');
  return {
    kind: 'after-tax-kept',
    ratio: found.ratio,
    low: smaller(found.ratio, oneRate),
    high: larger(found.ratio, oneRate),
    words: `If these coins are never sold (kept until death, when their cost steps up, or given to charity), only the futures are taxed, at ${percentText(tax.futures)} in ${tax.year}: ${percentText(found.ratio)} leaves you with the same at every price. While a loss of the futures has to wait (straddle), 100 % is right for a rise.`,
  };
}

function unknownTax(kind: RatioKind, why: string): RatioOption {
  return { kind, ratio: null, low: null, high: null, words: `After tax: not known. ${why}` };
}
