import type { ProjectedYear, Projection, YearView } from './projection.ts';

const trace = {
  label: 'All tax',
  value: '0',
  unit: 'USD',
  how: '',
  rule: null,
  events: [],
  lots: [],
  parts: [],
};
const none = { shortTerm: '0', longTerm: '0' };

export function view(fields: Partial<YearView> = {}): YearView {
  return {
    explain: 'tax:2026',
    parametersYear: 2026,
    shortTermGain: '0',
    longTermGain: '0',
    section1256Gain: '0',
    section1256CarriedBack: '0',
    section1256BroughtBack: '0',
    otherFuturesGain: '0',
    income: '0',
    ordinaryIncome: '0',
    carriedIn: none,
    carriedOut: none,
    netShortTerm: '0',
    netLongTerm: '0',
    lossAllowed: '0',
    deferred: [],
    deferredTotal: '0',
    taxableIncome: '0',
    ordinaryTax: '0',
    capitalGainTax: '0',
    netInvestmentIncomeTax: '0',
    federalTax: '0',
    stateTax: '0',
    totalTax: '0',
    effectiveRate: '0',
    marginalRates: { ordinary: '0', shortTerm: '0', longTerm: '0', section1256: '0' },
    marginalWords: [],
    amtFlag: null,
    notes: [],
    trace,
    ...fields,
  };
}

export function projected(year: number, fields: Partial<ProjectedYear> = {}): ProjectedYear {
  return {
    year,
    status: year < 2026 ? 'past' : year === 2026 ? 'running' : 'ahead',
    assessed: true,
    basisUnknown: false,
    priceMissing: false,
    ledger: {
      shortTermGain: '0',
      longTermGain: '0',
      section1256Gain: '0',
      otherFuturesGain: '0',
      income: '0',
    },
    realised: view(),
    planned: null,
    scenario: null,
    differences: [],
    ...fields,
  };
}

export function projection(years: readonly ProjectedYear[], fields: Partial<Projection> = {}): Projection {
  return {
    asOf: '2026-11-22',
    currentYear: 2026,
    lastYear: 2031,
    years: [...years],
    steps: [],
    deferral: null,
    prices: [],
    assumptions: [],
    issues: [],
    exitPlans: { counted: [], apart: [] },
    ...fields,
  };
}
