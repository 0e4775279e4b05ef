import type { Alternative, Comparison, Plan, Step } from './view-model.ts';

export function step(id: string, date: string, doneAt: string | null = null): Step {
  return { id, date, text: `Step ${id}`, doneAt };
}

export function plan(id: string, fields: Partial<Plan> = {}): Plan {
  return {
    id,
    createdAt: '2026-11-01T00:00:00Z',
    exitDate: '2027-01-15',
    sentence: '',
    legs: [],
    steps: [],
    record: { sequence: 1, recordedAt: '2026-11-01T00:00:00Z', hash: 'h' },
    ...fields,
  };
}

const trace = { label: '', value: '0', unit: 'USD', how: '', rule: null, events: [], lots: [], parts: [] };

function alternative(kind: Alternative['kind'], years: readonly number[]): Alternative {
  return {
    kind,
    title: kind,
    taxByYear: years.map((year) => ({
      year,
      shortTermGain: '0',
      longTermGain: '0',
      section1256Gain: '0',
      otherFuturesGain: '0',
      tax: '0',
    })),
    tax: '0',
    carry: '0',
    fees: '0',
    futuresProfit: '0',
    lockedMargin: '0',
    presentCost: '0',
    sales: [],
    purchases: [],
    effectiveWeights: [],
    trace,
  };
}

export function comparison(fields: Partial<Comparison> = {}): Comparison {
  return {
    sentence: '',
    reasons: [],
    better: 'equal',
    difference: '0',
    alternatives: [alternative('sell-now', [2026]), alternative('hedge-then-sell', [2027])],
    assumptions: {
      exitDate: '2027-01-15',
      priceChange: [],
      carryPerYear: '0',
      discountPerYear: '0',
      spotFee: '0',
    },
    caveats: [],
    parametersNotes: [],
    issues: [],
    ...fields,
  };
}
