import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type {
  HistoryYear,
  Profile,
  ProfileYear,
  WaitingStraddleLoss,
} from '../../../../shared/domain/profile.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { parseTimeZone } from '../../../../shared/time/time-zone.ts';
import { firstYearCovered } from '../../../engine/tax/jurisdictions/us/parameters/parameters-for.ts';
import { amount, invalid, rateUpTo } from './profile-fields.ts';
import type { Sign } from './profile-fields.ts';

type Given = CallRequest<'plan.saveProfile'>;

const FIRST_YEAR = firstYearCovered();

/** Errors: `call/invalid-input` and `tax/profile-year-not-covered`, naming the first field that is wrong; nothing is stored then. */
export function profileOf(text: Given): Result<Profile> {
  const zone = parseTimeZone(text.timeZone);
  if (zone === undefined) return invalid('timeZone', 'expected a zone such as "America/New_York"');
  const shortTerm = amount('carryforward.shortTerm', text.carryforward.shortTerm, 'not negative');
  if (!shortTerm.ok) return shortTerm;
  const longTerm = amount('carryforward.longTerm', text.carryforward.longTerm, 'not negative');
  if (!longTerm.ok) return longTerm;
  const inflation = rateUpTo('0.5', 'inflation', text.inflation);
  if (!inflation.ok) return inflation;
  const years = eachYear('years', text.years, profileYearOf);
  if (!years.ok) return years;
  const first = years.value[0]?.year ?? null;
  const history = eachYear('history', text.history, (year, field) => historyYearOf(year, field, first));
  if (!history.ok) return history;
  const waiting = waitingOf(text.waiting, first);
  if (!waiting.ok) return waiting;
  return ok({
    jurisdiction: text.jurisdiction,
    currency: assetId(text.currency),
    timeZone: zone,
    carryforward: { shortTerm: shortTerm.value, longTerm: longTerm.value },
    inflation: inflation.value,
    history: history.value,
    waiting: waiting.value,
    years: years.value,
  });
}

/** Rows by year, none twice. */
function eachYear<Text extends { readonly year: number }, Row extends { readonly year: number }>(
  list: string,
  texts: readonly Text[],
  rowOf: (text: Text, field: string) => Result<Row>,
): Result<readonly Row[]> {
  const rows: Row[] = [];
  for (const [place, text] of texts.entries()) {
    const field = `${list}.${place}`;
    if (rows.some(({ year }) => year === text.year)) return invalid(`${field}.year`, 'given twice');
    const row = rowOf(text, field);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return ok(rows.toSorted((a, b) => a.year - b.year));
}

/** Incomes and the deduction are not negative; gains outside the ledger may be. */
const AMOUNTS = {
  ordinaryIncome: 'not negative',
  otherInvestmentIncome: 'not negative',
  qualifiedDividends: 'not negative',
  otherShortTermGain: 'signed',
  otherLongTermGain: 'signed',
} as const satisfies Record<string, Sign>;

function profileYearOf(text: Given['years'][number], field: string): Result<ProfileYear> {
  if (text.year < FIRST_YEAR)
    return fail(
      'tax/profile-year-not-covered',
      { year: text.year, first: FIRST_YEAR },
      { field: `${field}.year` },
    );
  const amounts = {} as Record<keyof typeof AMOUNTS, Money>;
  for (const [name, sign] of Object.entries(AMOUNTS) as [keyof typeof AMOUNTS, Sign][]) {
    const parsed = amount(`${field}.${name}`, text[name], sign);
    if (!parsed.ok) return parsed;
    amounts[name] = parsed.value;
  }
  const stateRate = rateUpTo('0.2', `${field}.stateRate`, text.stateRate);
  if (!stateRate.ok) return stateRate;
  const { year, filingStatus, seniors, blind } = text;
  const most = filingStatus === 'marriedJoint' ? 2 : 1;
  for (const [name, people] of [['seniors', seniors] as const, ['blind', blind] as const]) {
    if (people > most)
      return invalid(`${field}.${name}`, `a return as ${filingStatus} counts ${most} at most`);
  }
  const rest = { year, filingStatus, ...amounts, stateRate: stateRate.value, seniors, blind };
  if (text.deduction === 'standard') return ok({ ...rest, deduction: 'standard' });
  const deduction = amount(`${field}.deduction`, text.deduction, 'not negative');
  return deduction.ok ? ok({ ...rest, deduction: deduction.value }) : deduction;
}

/** How many years a section 1256 loss can be carried back: 26 U.S.C. 1212(c)(1). */
const YEARS_BACK = 3;

function historyYearOf(
  text: Given['history'][number],
  field: string,
  first: number | null,
): Result<HistoryYear> {
  if (first === null || text.year >= first || text.year < first - YEARS_BACK) {
    return invalid(
      `${field}.year`,
      first === null
        ? 'give at least one tax year with it'
        : `expected one of the ${YEARS_BACK} years before the first tax year, ${first}`,
    );
  }
  const section1256Gain = amount(`${field}.section1256Gain`, text.section1256Gain, 'signed');
  if (!section1256Gain.ok) return section1256Gain;
  const net = amount(`${field}.capitalGainNetIncome`, text.capitalGainNetIncome, 'signed');
  if (!net.ok) return net;
  return ok({
    year: text.year,
    section1256Gain: section1256Gain.value,
    capitalGainNetIncome: net.value,
  });
}

function waitingOf(texts: Given['waiting'], first: number | null): Result<readonly WaitingStraddleLoss[]> {
  const losses: WaitingStraddleLoss[] = [];
  for (const [place, text] of texts.entries()) {
    const field = `waiting.${place}`;
    if (first === null || text.year >= first)
      return invalid(`${field}.year`, 'expected a year before the first tax year: it was carried into that');
    const parsed = amount(`${field}.amount`, text.amount, 'positive');
    if (!parsed.ok) return parsed;
    losses.push({ ...text, amount: parsed.value });
  }
  return ok(losses);
}
