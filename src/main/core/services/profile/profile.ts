import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { Profile, ProfileYear } from '../../../../shared/domain/profile.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { parseMoney } from '../../../../shared/num/parse.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { parseTimeZone, timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { HandlersOf } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';

type ProfileText = NonNullable<CallAnswer<'plan.profile'>['profile']>;
type YearText = ProfileText['years'][number];

export const profileHandlers: HandlersOf<'plan.profile' | 'plan.saveProfile'> = {
  'plan.profile': async (_, { session }) => {
    const facts = await factsOf(session);
    if (!facts.ok) return facts;
    const { profile } = facts.value;
    return ok({ profile: profile === null ? null : profileText(profile) });
  },
  'plan.saveProfile': async (request, { session, clock }) => {
    if (session.ledger === null) return fail('ledger/locked', {});
    const profile = profileOf(request);
    if (!profile.ok) return profile;
    const saved = await session.ledger.write.saveProfile(profile.value, clock);
    return saved.ok ? ok({}) : saved;
  },
};

function profileText(profile: Profile): ProfileText {
  return {
    jurisdiction: profile.jurisdiction,
    currency: 'USD',
    timeZone: timeZoneText(profile.timeZone),
    carryforward: {
      shortTerm: toText(profile.carryforward.shortTerm),
      longTerm: toText(profile.carryforward.longTerm),
    },
    years: profile.years.map((year) => ({
      year: year.year,
      filingStatus: year.filingStatus,
      ordinaryIncome: toText(year.ordinaryIncome),
      deduction: year.deduction === 'standard' ? 'standard' : toText(year.deduction),
      otherInvestmentIncome: toText(year.otherInvestmentIncome),
      qualifiedDividends: toText(year.qualifiedDividends),
      otherShortTermGain: toText(year.otherShortTermGain),
      otherLongTermGain: toText(year.otherLongTermGain),
    })),
  };
}

/** Errors: `call/invalid-input`, naming the first field that is wrong; nothing is stored then. */
function profileOf(text: CallRequest<'plan.saveProfile'>): Result<Profile> {
  const zone = parseTimeZone(text.timeZone);
  if (zone === undefined) return invalid('timeZone', 'expected a zone such as "America/New_York"');
  const shortTerm = amount('carryforward.shortTerm', text.carryforward.shortTerm, 'not negative');
  if (!shortTerm.ok) return shortTerm;
  const longTerm = amount('carryforward.longTerm', text.carryforward.longTerm, 'not negative');
  if (!longTerm.ok) return longTerm;
  const years: ProfileYear[] = [];
  for (const [place, yearText] of text.years.entries()) {
    const field = `years.${place}`;
    if (years.some(({ year }) => year === yearText.year)) return invalid(`${field}.year`, 'given twice');
    const year = profileYearOf(yearText, field);
    if (!year.ok) return year;
    years.push(year.value);
  }
  return ok({
    jurisdiction: text.jurisdiction,
    currency: assetId(text.currency),
    timeZone: zone,
    carryforward: { shortTerm: shortTerm.value, longTerm: longTerm.value },
    years: years.toSorted((a, b) => a.year - b.year),
  });
}

/** Incomes and the deduction are not negative; gains outside the ledger may be. */
const AMOUNTS = {
  ordinaryIncome: 'not negative',
  otherInvestmentIncome: 'not negative',
  qualifiedDividends: 'not negative',
  otherShortTermGain: 'signed',
  otherLongTermGain: 'signed',
} as const;

function profileYearOf(text: YearText, field: string): Result<ProfileYear> {
  const amounts = {} as Record<keyof typeof AMOUNTS, Money>;
  for (const [name, sign] of Object.entries(AMOUNTS) as [keyof typeof AMOUNTS, Sign][]) {
    const parsed = amount(`${field}.${name}`, text[name], sign);
    if (!parsed.ok) return parsed;
    amounts[name] = parsed.value;
  }
  const { year, filingStatus } = text;
  if (text.deduction === 'standard') return ok({ year, filingStatus, deduction: 'standard', ...amounts });
  const deduction = amount(`${field}.deduction`, text.deduction, 'not negative');
  return deduction.ok ? ok({ year, filingStatus, deduction: deduction.value, ...amounts }) : deduction;
}

type Sign = 'signed' | 'not negative';

function amount(field: string, text: string, sign: Sign): Result<Money> {
  const parsed = parseMoney(text);
  if (!parsed.ok) return invalid(field, 'expected an amount such as 85000 or 1234.56');
  if (sign === 'not negative' && parsed.value < zeroMoney) return invalid(field, 'it cannot be negative');
  return ok(parsed.value);
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
