/** Traces computed again from their leaves, with nothing of the product: decimal.js, plain dates and the words of `how`. */
import { Decimal } from 'decimal.js';
import type { TraceText } from '../../../src/shared/contract/texts.ts';

const Exact = Decimal.clone({ precision: 80 });
const half = (x: Decimal): Decimal => new Exact(x.toFixed(18, Decimal.ROUND_HALF_EVEN));

type Parts = readonly TraceText[];
/** What the parts give; null where they give nothing that a computation could check. */
type Computation = (parts: Parts) => string | null;

const exact = (part: TraceText | undefined): Decimal => new Exact(part?.value ?? 'NaN');
const text = (x: Decimal): string => x.toFixed();
const exactly =
  (compute: (parts: readonly Decimal[]) => Decimal): Computation =>
  (parts) =>
    text(compute(parts.map(exact)));
const sum = (parts: readonly Decimal[]): Decimal => parts.reduce((a, b) => a.plus(b), new Exact(0));
const at = (parts: readonly Decimal[], place: number): Decimal => parts[place] ?? new Exact(Number.NaN);

const computations: Readonly<Record<string, Computation>> = {
  'as given': () => null,
  'explained under its own id': () => null,
  'in this order the lots then held would leave': () => null,
  'as the record says': () => null,
  'the same as its part': ([only]) => only?.value ?? null,
  'sum of the parts': exactly(sum),
  'the first part less the others': exactly(([first, ...others]) =>
    at(first === undefined ? [] : [first], 0).minus(sum(others)),
  ),
  'the first part times the second': exactly((parts) => half(at(parts, 0).times(at(parts, 1)))),
  'the first part divided by the second': exactly((parts) => half(at(parts, 0).div(at(parts, 1)))),
  'the first part times the second, divided by the third': exactly((parts) =>
    half(at(parts, 0).times(at(parts, 1)).div(at(parts, 2))),
  ),
  'the smallest of the parts': exactly((parts) => Exact.min(...parts)),
  'the largest of the parts': exactly((parts) => Exact.max(...parts)),
  'sum of the parts after the first, which divide it up': exactly(([, ...rest]) => sum(rest)),
  'the first part; the others stand beside it': ([first]) => first?.value ?? null,
  'the earliest of the parts': (parts) => parts.map(({ value }) => value).toSorted()[0] ?? null,
  'days from the first part to the second': ([from, to]) =>
    String((dayOf(to?.value) - dayOf(from?.value)) / 86_400_000),
  'the day after the same date one year later': ([from]) => laterByYear(from?.value ?? ''),
  'the first day of the thirteenth month after': ([from]) => thirteenthMonth(from?.value ?? ''),
  'long-term where the second date is not before the first': ([from, on]) =>
    (on?.value ?? '') >= (from?.value ?? '') ? 'long' : 'short',
};

function dayOf(date: string | undefined): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** 29 February has no like in the next year: 28 February stands for it, and the day after is 1 March. */
function laterByYear(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + 1, month - 1, Math.min(day, last) + 1)).toISOString().slice(0, 10);
}

function thirteenthMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + 13, 1)).toISOString().slice(0, 10);
}

/** Every figure of a trace that its parts do not give, as a path of labels with what they give. */
export function figuresThatDoNotReAdd(trace: TraceText, path = ''): string[] {
  const here = `${path}/${trace.label}`;
  return [
    ...faultOf(trace).map((fault) => `${here}: ${fault}`),
    ...trace.parts.flatMap((part) => figuresThatDoNotReAdd(part, here)),
  ];
}

function faultOf(trace: TraceText): string[] {
  const compute = computations[trace.how];
  if (compute === undefined) return [`nobody knows how to compute "${trace.how}"`];
  const isLeaf = trace.how === 'as given';
  if (isLeaf && trace.parts.length > 0) return ['as given, and yet it has parts'];
  if (trace.how === 'explained under its own id')
    return trace.explain === undefined ? ['without an id to go on with'] : [];
  if (!isLeaf && trace.how !== 'sum of the parts' && trace.parts.length === 0)
    return ['computed from no parts'];
  const expected = compute(trace.parts);
  const isRight = expected === null || expected === trace.value;
  return isRight ? [] : [`${trace.value}, but its parts give ${expected}`];
}

/** How many figures a trace holds that are computed from others. */
export function computedFigures(trace: TraceText): number {
  const own = trace.how === 'as given' ? 0 : 1;
  return trace.parts.reduce((total, part) => total + computedFigures(part), own);
}
