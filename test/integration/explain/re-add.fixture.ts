/** Traces computed again from their leaves, with nothing of the product: decimal.js and the words of `how`. */
import { Decimal } from 'decimal.js';
import type { TraceText } from '../../../src/shared/contract/texts.ts';

const Exact = Decimal.clone({ precision: 80 });
const half = (x: Decimal): Decimal => new Exact(x.toFixed(18, Decimal.ROUND_HALF_EVEN));

type Computation = (parts: readonly Decimal[]) => Decimal | null;
const sum = (parts: readonly Decimal[]): Decimal => parts.reduce((a, b) => a.plus(b), new Exact(0));

const computations: Readonly<Record<string, Computation>> = {
  'as given': () => null,
  'the same as its part': ([only]) => only ?? null,
  'sum of the parts': sum,
  'the first part less the others': ([first, ...others]) => first?.minus(sum(others)) ?? null,
  'the first part times the second': ([a, b]) =>
    a === undefined || b === undefined ? null : half(a.times(b)),
  'the smallest of the parts': (parts) => Exact.min(...parts),
  'the largest of the parts': (parts) => Exact.max(...parts),
  'sum of the parts after the first, which divide it up': ([, ...rest]) => sum(rest),
  'the first part; the others stand beside it': ([first]) => first ?? null,
};

/** Every figure of a trace that its parts do not give, as a path of labels with what they give. */
export function figuresThatDoNotReAdd(trace: TraceText, path = ''): string[] {
  const here = `${path}/${trace.label}`;
  const compute = computations[trace.how];
  if (compute === undefined) return [`${here}: nobody knows how to compute "${trace.how}"`];
  const parts = trace.parts.map((part) => new Exact(part.value));
  const expected = trace.parts.length === 0 && trace.how !== 'sum of the parts' ? null : compute(parts);
  const wrong =
    expected === null || expected.equals(trace.value)
      ? []
      : [`${here}: ${trace.value}, but its parts give ${expected.toFixed()}`];
  const childless = trace.how !== 'as given' && trace.how !== 'sum of the parts' && trace.parts.length === 0;
  const empty = childless ? [`${here}: computed from no parts`] : [];
  return [...wrong, ...empty, ...trace.parts.flatMap((part) => figuresThatDoNotReAdd(part, here))];
}

/** How many figures a trace holds that are computed from others. */
export function computedFigures(trace: TraceText): number {
  const own = trace.how === 'as given' ? 0 : 1;
  return trace.parts.reduce((total, part) => total + computedFigures(part), own);
}
