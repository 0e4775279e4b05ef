/** Why a line of the policy stands where it does: its share, and its distance from the target in money. Both re-add. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { CASH } from '../../../../shared/domain/policy.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes, ratio } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { leaf, node, reference } from '../../../engine/explain/trace-nodes.ts';
import { effectiveValues } from '../../../engine/rebalance/drift.ts';
import type { Drift, DriftLine, DriftRow, TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { traceText } from '../trace-text.ts';

type Traces = CallAnswer<'policy.drift'>['traces'];

interface Figures {
  readonly drift: Drift;
  readonly currency: string;
  readonly values: ReadonlyMap<AssetId, Value>;
}

interface Value {
  readonly exposure: TargetedExposure;
  readonly effective: Money;
}

/** One for each line, in their order. In: the exposures that the drift is of. */
export function driftTraces(drift: Drift, exposures: readonly TargetedExposure[], currency: string): Traces {
  const effective = effectiveValues(exposures);
  const values = new Map(
    exposures.map((exposure, index) => [
      exposure.asset,
      { exposure, effective: effective[index] ?? zeroMoney },
    ]),
  );
  const figures = { drift, currency, values };
  return drift.lines.map((line) => ({
    of: line.of,
    drift: traceText(shareTrace(line, figures)),
    driftValue: traceText(moneyTrace(line, figures)),
  }));
}

const nameOf = (of: string): string => (of === CASH ? 'Cash' : of);

/** Share of the whole less target, in parts of one. */
function shareTrace(line: DriftLine, figures: Figures): Trace {
  const name = nameOf(line.of);
  const rows = rowsOf(line, figures.drift);
  const shares = rows.map((row) => shareOf(row, figures));
  const share =
    shares.length === 1 && shares[0] !== undefined
      ? shares[0]
      : node(`Share of ${name}`, line.effectiveWeight, 'share', 'sum', shares);
  return node(`Drift of ${name}`, line.drift, 'share', 'difference', [
    share,
    leaf(`Target of ${name}`, line.target, 'share'),
  ]);
}

/** The largest share has the digits that rounding leaves, so that all are one together. */
function shareOf(row: DriftRow, figures: Figures): Trace {
  const { drift, currency } = figures;
  const effective = effectiveTrace(row.asset, figures);
  const whole = leaf('All that the targets are of', drift.value, currency);
  const exact = ratio<Money>(figures.values.get(row.asset)?.effective ?? zeroMoney, drift.value, 'half-even');
  const quotient = node(`Share of ${row.asset}`, exact, 'share', 'quotient', [effective, whole]);
  const left = subtract(row.effectiveWeight, exact);
  if (isZero(left)) return quotient;
  const rest = leaf('What rounding leaves of the whole', left, 'share');
  return node(`Share of ${row.asset}`, row.effectiveWeight, 'share', 'sum', [quotient, rest]);
}

function moneyTrace(line: DriftLine, figures: Figures): Trace {
  const rows = rowsOf(line, figures.drift);
  const parts = rows.map((row) => distanceOf(row, figures));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return node(
    `${nameOf(line.of)} against its target`,
    sum(
      rows.map(({ driftValue }) => driftValue),
      zeroMoney,
    ),
    figures.currency,
    'sum',
    parts,
  );
}

function distanceOf(row: DriftRow, figures: Figures): Trace {
  const { drift, currency } = figures;
  const wanted = moneyTimes(drift.value, row.target, 'half-even');
  return node(`${row.asset} against its target`, row.driftValue, currency, 'difference', [
    effectiveTrace(row.asset, figures),
    node(`Target of ${row.asset}`, wanted, currency, 'product', [
      leaf('All that the targets are of', drift.value, currency),
      leaf('Target', row.target, 'share'),
    ]),
  ]);
}

/** Coins and money with what futures add or take away. */
function effectiveTrace(asset: AssetId, { values, currency }: Figures): Trace {
  const found = values.get(asset);
  const effective = found?.effective ?? zeroMoney;
  const spot = found?.exposure.spotValue ?? zeroMoney;
  const futures = subtract(effective, spot);
  const isMoney = found?.exposure.isMoney === true;
  const held = `${asset}: coins and money`;
  return node(`Effective value of ${asset}`, add(spot, futures), currency, 'sum', [
    isZero(spot) ? leaf(held, spot, currency) : reference(held, spot, currency, `holding:${asset}/value`),
    leaf(
      isMoney ? 'The other side of futures on coins' : `${asset}: what futures add or take away`,
      futures,
      currency,
    ),
  ]);
}

function rowsOf({ of, members }: DriftLine, { rows }: Drift): readonly DriftRow[] {
  return members.length > 0 ? members : rows.filter(({ asset }) => asset === of);
}
