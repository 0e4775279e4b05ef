/** The choices that law leaves open as questions, and what each answer changes. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { compare } from '../../../shared/num/arithmetic.ts';
import { money } from '../../../shared/num/parse.ts';
import { zeroMoney, type Money } from '../../../shared/num/types.ts';
import { parseLocalDate } from '../../../shared/time/local-date.ts';
import { signOf } from '../../ui/number-format.ts';
import { formatDate } from '../../ui/date-format.ts';

export type Choices = CallAnswer<'elections.read'>;
export type TaxElection = Choices['taxElections'][number];
export type LotElection = Choices['elections'][number];
export type Elsewhere = Choices['elsewhere'][number];
export type ContractStatus = Choices['contracts'][number];
export type Identified = Choices['straddles'][number];
export type EndingToday = Choices['endingToday'][number];
export type Regime = Identified['regime'];
export type Effects = CallAnswer<'elections.effects'>;
export type Effect = Effects['elections'][number];
export type OptionEffect = Effect['options'][number];

/** A choice about lots or about futures and straddles, asked the same way. */
export interface Question extends LotElection {
  readonly kind: TaxElection['kind'];
  readonly late: string | null;
}

export interface QuestionGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly questions: readonly Question[];
}

const groupWords = {
  straddles: {
    title: 'Hedges against coins that you hold',
    about:
      'A short against your coins is normally a straddle: its losses can wait, and clocks can start anew.',
  },
  futures: { title: 'Futures and funding', about: 'What payments between longs and shorts are for tax.' },
  losses: {
    title: 'Losses',
    about: 'Where a loss of 60/40 futures goes: back to earlier years, or forward.',
  },
  'future-law': {
    title: 'If the law changes',
    about: 'Not law today. Set the day that a law names, and every later figure follows it.',
  },
} as const satisfies Readonly<
  Record<TaxElection['group'], { readonly title: string; readonly about: string }>
>;

/** All questions in the order in which they are asked: hedges first, what is not law yet last. */
export function questionGroups({
  taxElections,
  elections,
}: Pick<Choices, 'taxElections' | 'elections'>): readonly QuestionGroup[] {
  const of = (group: TaxElection['group']): QuestionGroup => ({
    id: group,
    ...groupWords[group],
    questions: taxElections.filter((each) => each.group === group),
  });
  const lots: QuestionGroup = {
    id: 'lots',
    title: 'Lots',
    about: 'How purchases, fees and coins without a record are treated.',
    questions: elections.map((each) => ({ ...each, kind: 'options' as const, late: null })),
  };
  return [of('straddles'), of('futures'), of('losses'), lots, of('future-law')].filter(
    ({ questions }) => questions.length > 0,
  );
}

/** What is in force, as one says it. */
export function valueWords({ options, value, kind }: Pick<Question, 'options' | 'value' | 'kind'>): string {
  const option = options.find((each) => each.value === value);
  if (option !== undefined) return option.words;
  return kind === 'date-or-off' ? `Holds from ${formatDate(value)}` : value;
}

/** Is it chosen, and in time? */
export function madeWords({
  madeAt,
  late,
}: Pick<Question, 'madeAt' | 'late'>): 'not chosen' | 'chosen' | 'too late' {
  if (late !== null && madeAt !== null) return 'too late';
  return madeAt === null ? 'not chosen' : 'chosen';
}

export type EffectVerdict =
  | { readonly is: 'none' }
  /** Some other answer would lower tax, by up to so much. */
  | { readonly is: 'saves'; readonly amount: string }
  /** Every other answer that changes anything costs more: up to so much. */
  | { readonly is: 'costs'; readonly amount: string }
  /** The sum stays, but years or losses that wait move. */
  | { readonly is: 'moves' }
  /** None changes anything, but some answer is not worked out. */
  | { readonly is: 'partly' }
  | { readonly is: 'unknown' };

/** What the answers to one question mean for this ledger, in one word and at most one amount. */
export function effectVerdict({ options }: Effect): EffectVerdict {
  const others = options.filter(({ inForce }) => !inForce);
  const known = others.flatMap(({ difference }) => (difference === null ? [] : [money(difference)]));
  if (others.length === 0 || known.length === 0) return { is: 'unknown' };
  const lowest = known.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const highest = known.reduce((a, b) => (compare(b, a) > 0 ? b : a));
  const amountOf = (sought: Money): string =>
    others.find(({ difference }) => difference !== null && money(difference) === sought)?.difference ?? '0';
  if (compare(lowest, zeroMoney) < 0) return { is: 'saves', amount: amountOf(lowest).replace('-', '') };
  if (compare(highest, zeroMoney) > 0) return { is: 'costs', amount: amountOf(highest) };
  if (others.some(isMoved)) return { is: 'moves' };
  return known.length === others.length ? { is: 'none' } : { is: 'partly' };
}

/** Does it change a year or what still waits, although the sum of all years stays? */
export function isMoved({ years, lossesAhead }: OptionEffect): boolean {
  return years.length > 0 || (lossesAhead !== null && signOf(lossesAhead) !== 'flat');
}

/** Choices that the law holds one to. By id and value: why, a whole sentence. */
const binding: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'straddle-regime': {
    'section-1256d':
      'It is left again only with the consent of the tax office (26 U.S.C. 1256(d)(3)), and counts for later years too.',
    account: 'It holds for the whole year and is left again only with consent (Reg. 1.1092(b)-4T(f)).',
  },
};

/** Why an answer binds; null where the next can simply take its place. */
export function bindingWords(id: string, value: string): string | null {
  return binding[id]?.[value] ?? null;
}

/** Why a typed day cannot be meant; null where it can. */
export function dayProblem(day: string): string | null {
  if (day === '') return 'Type the day from which it holds';
  return parseLocalDate(day) === undefined ? 'This is not a day' : null;
}

/** What would be recorded, whole sentences. */
export function recordedSentences(
  question: Pick<Question, 'title' | 'options' | 'kind' | 'id'>,
  value: string,
  keptElsewhere: boolean,
): readonly string[] {
  const binds = bindingWords(question.id, value);
  return [
    `“${question.title}”: ${valueWords({ ...question, value })}.`,
    keptElsewhere
      ? 'It is recorded with today’s date, and that your own books show it from before.'
      : 'It is recorded with today’s date and time, sealed with all that was recorded before.',
    'The record stays for good. A later choice can take its place, and both are shown to your accountant.',
    ...(binds === null ? [] : [binds]),
  ];
}

/** Contracts that are taxed the same way for the same reason. */
export interface StatusGroup extends Pick<ContractStatus, 'section1256' | 'settled' | 'yours' | 'words'> {
  readonly contracts: readonly ContractStatus[];
}

/** One row a reason, however many contracts it holds for. */
export function statusGroups(contracts: readonly ContractStatus[]): readonly StatusGroup[] {
  const keyOf = ({ section1256, settled, yours, words }: ContractStatus): string =>
    JSON.stringify([section1256, settled, yours, words]);
  return [...Map.groupBy(contracts, keyOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { section1256, settled, yours, words } = first;
    return [{ section1256, settled, yours, words, contracts: group }];
  });
}

export const regimeWords: Readonly<Record<Regime, string>> = {
  none: 'Nothing special: losses wait',
  identified: 'Identified straddle',
  'section-1256d': 'Futures outside section 1256',
  'straddle-by-straddle': 'Netted before 60/40',
  account: 'Mixed straddle account (warned of only)',
};

export type Leg = CallAnswer<'hedge.legs'>['plans'][number]['legs'][number];

/** Hedges that can be put on record as a kind of straddle: shorts that are not closed. */
export function legsToIdentify({ plans }: CallAnswer<'hedge.legs'>): readonly Leg[] {
  return plans.flatMap(({ legs }) => legs).filter(({ side, state }) => side === 'sell' && state !== 'closed');
}
