import type { CalcStraddleYearInput } from '../../../../shared/contract/calc-straddle-year.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { compare, sum } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText, lastBusinessDayOfYear } from '../../../../shared/time/local-date.ts';
import { underlyingOf } from '../../../engine/tax/jurisdictions/us/straddles/trust-shares.ts';
import { invalidField } from './calc-gains-invalid-field.ts';
import { firstYearOf } from './calc-straddle-year-case.ts';

type Positions = ReadonlyMap<string, { readonly kind: 'lot' | 'long' | 'short'; readonly asset: string }>;

/** What of a straddle document cannot be computed with, by its field. undefined: nothing. */
export function refusedStraddleYear(input: CalcStraddleYearInput): Failure | undefined {
  const positions = new Map<string, { kind: 'lot' | 'long' | 'short'; asset: string }>();
  for (const [place, lot] of input.lots.entries()) {
    if (positions.has(lot.lot)) return invalidField(`lots.${place}.lot`, `"${lot.lot}" is named twice`);
    positions.set(lot.lot, { kind: 'lot', asset: lot.asset });
    const refused = refusedLot(lot, `lots.${place}`);
    if (refused !== undefined) return refused;
  }
  for (const [place, future] of input.futures.entries()) {
    const path = `futures.${place}`;
    if (positions.has(future.position))
      return invalidField(`${path}.position`, `"${future.position}" is named twice`);
    positions.set(future.position, { kind: future.side, asset: future.asset });
    const refused = refusedFuture(future, path) ?? refusedMarks(future, input);
    if (refused !== undefined) return refused;
  }
  return refusedOffsets(input, positions) ?? refusedNames(input, positions);
}

function refusedLot(lot: CalcStraddleYearInput['lots'][number], path: string): Failure | undefined {
  if (lot.sold !== undefined && lot.proceeds === undefined)
    return invalidField(`${path}.proceeds`, 'missing: it goes with sold');
  if (lot.sold === undefined && lot.proceeds !== undefined)
    return invalidField(`${path}.sold`, 'missing: it goes with proceeds');
  if (lot.sold !== undefined && lot.sales !== undefined)
    return invalidField(`${path}.sales`, 'the lot is sold as a whole by sold; give one of both');
  if (lot.sold !== undefined && lot.sold < lot.acquired)
    return invalidField(`${path}.sold`, 'before it was acquired');
  const early = lot.sales?.findIndex(({ date }) => date < lot.acquired) ?? -1;
  if (early !== -1) return invalidField(`${path}.sales.${early}.date`, 'before the lot was acquired');
  const sold = sum(
    (lot.sales ?? []).map((one) => quantity(one.quantity)),
    zeroQuantity,
  );
  return compare(sold, quantity(lot.quantity)) > 0
    ? invalidField(`${path}.sales`, 'more is sold than the lot holds')
    : undefined;
}

function refusedFuture(future: CalcStraddleYearInput['futures'][number], path: string): Failure | undefined {
  if (future.closed !== undefined && future.closeValue === undefined)
    return invalidField(`${path}.closeValue`, 'missing: it goes with closed');
  if (future.closed === undefined && future.closeValue !== undefined)
    return invalidField(`${path}.closed`, 'missing: it goes with closeValue');
  return future.closed !== undefined && future.closed < future.opened
    ? invalidField(`${path}.closed`, 'before it was opened')
    : undefined;
}

/** A section 1256 contract that is open at the end of a year cannot do without its mark. */
function refusedMarks(
  future: CalcStraddleYearInput['futures'][number],
  input: CalcStraddleYearInput,
): Failure | undefined {
  if (!future.section1256) return undefined;
  for (let year = firstYearOf(input); year <= input.year; year++) {
    const end = dateText(lastBusinessDayOfYear(year));
    const isOpen = future.opened <= end && (future.closed === undefined || future.closed > end);
    const isKnown = input.marks?.futures?.some(
      (mark) => mark.position === future.position && mark.year === year,
    );
    if (isOpen && isKnown !== true)
      return invalidField(
        'marks.futures',
        `"${future.position}" is a section 1256 contract that was open on ${end}: its value of that day is missing`,
      );
  }
  return undefined;
}

function refusedOffsets(
  { offsets = [], elections }: CalcStraddleYearInput,
  positions: Positions,
): Failure | undefined {
  for (const [place, offset] of offsets.entries()) {
    const path = `offsets.${place}`;
    const short = positions.get(offset.short);
    const long = positions.get(offset.long);
    if (short?.kind !== 'short')
      return invalidField(`${path}.short`, `"${offset.short}" is not a short future of this document`);
    if (long === undefined || long.kind === 'short')
      return invalidField(`${path}.long`, `"${offset.long}" is not a lot or a long future of this document`);
    const isSame = underlyingOf(assetId(short.asset)) === underlyingOf(assetId(long.asset));
    if (!isSame && (elections?.crossAsset ?? 'never') === 'never')
      return invalidField(
        `${path}.long`,
        `"${offset.long}" is ${long.asset} and "${offset.short}" is a future of ${short.asset}: a hedge across coins is a straddle only by the election crossAsset`,
      );
    if (offset.recorded !== undefined && offset.regime === undefined)
      return invalidField(`${path}.regime`, 'missing: it says what was recorded');
  }
  return undefined;
}

function refusedNames(input: CalcStraddleYearInput, positions: Positions): Failure | undefined {
  const named = [
    ['marks.futures', input.marks?.futures],
    ['carryingCosts', input.carryingCosts],
    ['carried', input.carried],
  ] as const;
  for (const [path, rows = []] of named) {
    for (const [place, { position }] of rows.entries()) {
      const isCarried = path === 'carried';
      const kind = positions.get(position)?.kind;
      if (kind === undefined || (kind === 'lot' && !isCarried))
        return invalidField(`${path}.${place}.position`, `"${position}" is not a position of this document`);
    }
  }
  const late = input.carried?.findIndex(({ year }) => year >= input.year) ?? -1;
  return late === -1
    ? undefined
    : invalidField(`carried.${late}.year`, `a loss that waited was sustained before ${input.year}`);
}
