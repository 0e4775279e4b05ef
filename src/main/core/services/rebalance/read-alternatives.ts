import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { addYears, dateText } from '../../../../shared/time/local-date.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { comparePlan } from '../plan/compare-plan.ts';

type Shown = CallAnswer<'rebalance.alternatives'>['alternatives'][number];

/** The ways back to the targets side by side. Until schedules can be priced: selling and hedging as `plan.compare` has them. */
export const readAlternatives: Handler<'rebalance.alternatives'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const exitDate = request.exitDate ?? dateText(addYears(derived.value.asOf, 1));
  const { discountPerYear, spotFee, carryPerYear } = request;
  const compared = await comparePlan(
    {
      overlay: request.overlay ?? { contracts: [], rounding: 'nearest' },
      assumptions: {
        exitDate,
        ...(discountPerYear === undefined ? {} : { discountPerYear }),
        ...(spotFee === undefined ? {} : { spotFee }),
        ...(carryPerYear === undefined ? {} : { carryPerYear }),
      },
    },
    context,
  );
  if (!compared.ok) return compared;
  const { value } = compared;
  context.progress('Price the ways', 1, 1);
  const unknown = ['nothing', 'mixed', 'new-money'] as const;
  return ok({
    asOf: dateText(derived.value.asOf),
    horizon: request.horizon ?? exitDate,
    currency: derived.value.facts.currency,
    value: '0',
    sentence: value.sentence,
    best: value.better === 'sell-now' ? 'sell-now' : 'hedge',
    saves: value.difference,
    reasons: value.reasons.slice(0, 3),
    notWorthIt: null,
    risks: [
      { kind: 'margin', text: 'Margin: futures need money that lies ready and can be called for.' },
      { kind: 'basis', text: 'Basis: the contract’s price and the coin’s need not move alike.' },
      { kind: 'complexity', text: 'Complexity: two sides to watch, to roll and to report.' },
    ],
    alternatives: [
      ...value.alternatives.map((one): Shown => ({
        ...empty(one.kind === 'sell-now' ? 'sell-now' : 'hedge', one.title),
        possible: true,
        why: null,
        until: one.kind === 'sell-now' ? dateText(derived.value.asOf) : exitDate,
        cost: one.presentCost,
        tax: one.tax,
        carry: one.carry,
        fees: one.fees,
        lockedMargin: one.lockedMargin,
        taxByYear: one.taxByYear.map(({ year, shortTermGain, longTermGain, section1256Gain, tax }) => ({
          year,
          due: `${year + 1}-04-15`,
          shortTermGain,
          longTermGain,
          section1256Gain,
          taxWith: tax,
          taxWithout: '0',
          added: tax,
        })),
        trace: one.trace,
      })),
      ...unknown.map((kind) => empty(kind, kind)),
    ],
    exits: [],
    decides: null,
    paths: [],
    assumptions: {
      discountPerYear: value.assumptions.discountPerYear,
      spotFee: value.assumptions.spotFee,
      spotSlippage: '0',
      marginCostPerYear: '0',
      carryPerYear: value.assumptions.carryPerYear,
      words: [],
    },
    caveats: value.caveats,
    notes: value.parametersNotes,
    issues: value.issues,
  });
};

function empty(kind: Shown['kind'], title: string): Shown {
  return {
    kind,
    title,
    possible: false,
    why: 'It is not computed yet.',
    steps: [],
    until: null,
    cost: null,
    tax: null,
    carry: null,
    carryRange: null,
    fees: null,
    slippage: null,
    marginCost: null,
    lockedMargin: null,
    marginWords: null,
    newMoney: '0',
    taxByYear: [],
    liquidation: [],
    straddle: [],
    lossesWaiting: null,
    lossesCarried: null,
    gainLeft: null,
    weights: [],
    driftLeft: null,
    wealth: [],
    sales: [],
    purchases: [],
    hedges: [],
    trace: null,
  };
}
