/**
 * The tax of a year in a model: short and long netted, losses used as law orders them, brackets and bands.
 *
 * net short, net long → loss carried out, gain in income, net capital gain → taxable income → tax
 */
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ShapeBand, YearShape } from '../../tax/year-shape.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Results of a year in units, signed, with 60/40 divided. */
export interface YearResults {
  readonly short: Terms;
  readonly long: Terms;
  /** What they can come to. */
  readonly shortRange: Range;
  readonly longRange: Range;
}

/** Losses carried from one year to the next, positive. */
export interface Carried {
  readonly short: Terms;
  readonly long: Terms;
  readonly most: number;
}

export interface YearTaxInput {
  readonly shape: YearShape;
  readonly unit: number;
  /** What a unit of this tax is worth today. */
  readonly factor: number;
  readonly results: YearResults;
  readonly carriedIn: Carried;
}

/** Adds the year's tax to the objective; what is carried out of it comes back. */
export function addYearTax(builder: ModelBuilder, input: YearTaxInput): Carried {
  const { shape, unit, results, carriedIn } = input;
  const short = new Terms().plusTerms(results.short).plusTerms(carriedIn.short, -1);
  const long = new Terms().plusTerms(results.long).plusTerms(carriedIn.long, -1);
  const shortRange = { low: results.shortRange.low - carriedIn.most, high: results.shortRange.high };
  const longRange = { low: results.longRange.low - carriedIn.most, high: results.longRange.high };
  const total: Range = {
    low: Math.max(
      shortRange.low + longRange.low,
      results.shortRange.low + results.longRange.low - carriedIn.most,
    ),
    high: shortRange.high + longRange.high,
  };
  const netShort = builder.named(short, shortRange.low, shortRange.high);
  const netLong = builder.named(long, longRange.low, longRange.high);
  const limit = toFloat(shape.lossLimit) / unit;
  const gain = builder.column(Math.max(-limit, total.low), Math.max(0, total.high));
  const carriedOut = addCarry(builder, { netShort, netLong, gain, limit, shortRange, longRange, total });
  const netGain = addNetGain(builder, { netShort, netLong, gain, limit, longRange, total });
  addTax(builder, input, { gain, netGain, total, limit });
  return carriedOut;
}

interface Netted {
  readonly netShort: number;
  readonly netLong: number;
  readonly shortRange: Range;
  readonly longRange: Range;
  readonly total: Range;
}

/** gain = net short + net long + what is carried; a loss beyond the limit alone is carried. */
function addCarry(
  builder: ModelBuilder,
  {
    netShort,
    netLong,
    gain,
    limit,
    shortRange,
    longRange,
    total,
  }: Netted & { readonly gain: number; readonly limit: number },
): Carried {
  const most = Math.max(0, -limit - total.low);
  const carried = builder.column(0, most);
  builder.equal(new Terms().plus(netShort).plus(netLong).plus(carried).plus(gain, -1), 0);
  if (most === 0) return { short: new Terms(), long: new Terms(), most: 0 };
  const isCarried = builder.binary();
  builder.atMost(new Terms().plus(carried).plus(isCarried, -most), 0);
  const room = Math.max(0, total.high) + limit;
  builder.atMost(new Terms().plus(gain).plus(isCarried, room), room - limit);
  if (longRange.low >= 0) return { short: new Terms().plus(carried), long: new Terms(), most };
  // The short-term part is what a net short-term loss leaves after the limit, never more than all.
  const carriedShort = builder.column(0, Math.min(most, Math.max(0, -limit - shortRange.low)));
  builder.atMost(new Terms().plus(carriedShort).plus(carried, -1), 0);
  const hasShort = builder.binary();
  builder.atMost(new Terms().plus(carriedShort).plus(hasShort, -most), 0);
  const wide = Math.max(0, shortRange.high) + limit;
  builder.atMost(new Terms().plus(carriedShort).plus(netShort).plus(hasShort, wide), wide - limit);
  return {
    short: new Terms().plus(carriedShort),
    long: new Terms().plus(carried).plus(carriedShort, -1),
    most,
  };
}

/** At most the net long-term gain, and at most both together: what the lower rates apply to. */
function addNetGain(
  builder: ModelBuilder,
  {
    netShort,
    netLong,
    gain,
    limit,
    longRange,
    total,
  }: Omit<Netted, 'shortRange'> & { readonly gain: number; readonly limit: number },
): number {
  const high = Math.max(0, Math.min(longRange.high, total.high));
  const netGain = builder.column(0, high);
  const both = new Terms().plus(netShort).plus(netLong);
  if (high === 0) return netGain;
  if (longRange.low >= 0 && total.low >= 0) {
    builder.atMost(new Terms().plus(netGain).plus(netLong, -1), 0);
    builder.atMost(new Terms().plus(netGain).plusTerms(both, -1), 0);
    return netGain;
  }
  const isGain = builder.binary();
  builder.atMost(new Terms().plus(netGain).plus(isGain, -high), 0);
  const atMost = (of: Terms, low: number): void => {
    const wide = Math.max(0, -low);
    builder.atMost(new Terms().plus(netGain).plusTerms(of, -1).plus(isGain, wide), wide);
  };
  atMost(new Terms().plus(netLong), longRange.low);
  atMost(both, total.low);
  // Of a gain nothing is carried: what it adds to income is the whole. Without one it lacks the limit at most.
  atMost(new Terms().plus(gain), -limit);
  return netGain;
}

function addTax(
  builder: ModelBuilder,
  { shape, unit, factor }: YearTaxInput,
  {
    gain,
    netGain,
    total,
    limit,
  }: {
    readonly gain: number;
    readonly netGain: number;
    readonly total: Range;
    readonly limit: number;
  },
): void {
  const other = toFloat(shape.otherTaxable) / unit;
  const preferential = toFloat(shape.otherPreferential) / unit;
  const lowGain = Math.max(-limit, total.low);
  const highGain = Math.max(0, total.high);
  // The net capital gain is at most what gains add to income: all but the loss that is allowed stays.
  const ordinary = new Terms()
    .plus(gain)
    .plus(netGain, -1)
    .plusConstant(other - preferential);
  const lowOrdinary = other - preferential - limit;
  const differences = difference(shape.brackets, shape.stacked).map((band) => ({
    ...band,
    from: band.from / unit,
  }));
  addPieces(
    builder,
    ordinary,
    { low: lowOrdinary, high: other - preferential + highGain },
    differences,
    factor,
  );
  const taxable = new Terms().plus(gain).plusConstant(other);
  const stacked = bandsOf(shape.stacked, unit, toFloat(shape.flatRate));
  addPieces(builder, taxable, { low: other + lowGain, high: other + highGain }, stacked, factor);
  const onGains = bandsOf(shape.onGains, unit, 0);
  addPieces(builder, new Terms().plus(gain), { low: lowGain, high: highGain }, onGains, factor);
}

interface Band {
  readonly from: number;
  readonly rate: number;
}

function bandsOf(bands: readonly ShapeBand[], unit: number, more: number): readonly Band[] {
  return bands.map(({ from, rate }) => ({ from: toFloat(from) / unit, rate: toFloat(rate) + more }));
}

/** One scale of rates less another, over the same income. */
function difference(scale: readonly ShapeBand[], less: readonly ShapeBand[]): readonly Band[] {
  const rateAt = (bands: readonly ShapeBand[], at: number): number => {
    const band = bands.findLast(({ from }) => toFloat(from) <= at);
    return band === undefined ? 0 : toFloat(band.rate);
  };
  const starts = [...new Set([...scale, ...less].map(({ from }) => toFloat(from)))].toSorted((a, b) => a - b);
  return starts.map((from) => ({ from, rate: rateAt(scale, from) - rateAt(less, from) }));
}

/**
 * Adds what bands take of an amount to the objective. Where rates rise the pieces fill in order by themselves; where one falls
 * a yes or no says whether all before it is full.
 */
function addPieces(
  builder: ModelBuilder,
  amount: Terms,
  range: Range,
  bands: readonly Band[],
  factor: number,
): void {
  const pieces = piecesWithin(bands, range);
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) {
    builder.costTerms(amount, only.rate * factor);
    builder.offset += (only.before - only.rate * only.from) * factor;
    return;
  }
  const sum = new Terms().plusTerms(amount, -1).plusConstant(range.low);
  builder.offset += (pieces[0]?.before ?? 0) * factor;
  const columns = pieces.map(({ width, rate }) => builder.column(0, width, rate * factor));
  for (const column of columns) sum.plus(column);
  builder.equal(sum, 0);
  for (const [place, piece] of pieces.entries()) {
    const previous = pieces[place - 1];
    if (previous === undefined || piece.rate >= previous.rate - 1e-12) continue;
    const isFull = builder.binary();
    const rest = new Terms();
    let later = 0;
    for (const [at, { width }] of pieces.entries()) {
      const column = columns[at] ?? 0;
      if (at < place) builder.atLeast(new Terms().plus(column).plus(isFull, -width), 0);
      else {
        rest.plus(column);
        later += width;
      }
    }
    builder.atMost(rest.plus(isFull, -later), 0);
  }
}

interface Piece {
  readonly from: number;
  readonly width: number;
  readonly rate: number;
  /** What the bands take of what lies below. */
  readonly before: number;
}

/** The bands within a range; below the first nothing is taken. */
function piecesWithin(bands: readonly Band[], { low, high }: Range): readonly Piece[] {
  const edges = [{ from: Number.NEGATIVE_INFINITY, rate: 0 }, ...bands];
  const pieces: Piece[] = [];
  let before = 0;
  for (const [place, { from, rate }] of edges.entries()) {
    const to = edges[place + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (to <= low && to < high) {
      before += rate === 0 ? 0 : rate * (to - from);
      continue;
    }
    if (from >= high && pieces.length > 0) break;
    const start = Math.max(from, low);
    if (pieces.length === 0 && rate !== 0) before += rate * (start - from);
    const last = pieces.at(-1);
    if (last !== undefined && last.rate === rate)
      pieces[pieces.length - 1] = { ...last, width: last.width + Math.min(to, high) - start };
    else pieces.push({ from: start, width: Math.max(0, Math.min(to, high) - start), rate, before });
  }
  return pieces;
}
