/** What a user types about a field of a contract → its canonical text, as `correctedTerms` reads it. */
import type { ContractTerms, EvidentField } from '../../../../shared/domain/contract-terms.ts';
import { LIQUIDATION_MODELS } from '../../../../shared/domain/margin-table.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { parseTimeZone, timeZoneText } from '../../../../shared/time/time-zone.ts';
import { NOT_KNOWN } from '../corrected-terms.ts';
import { FIELD_WORDS } from '../evidence.ts';
import { typedMargin } from './typed-margin.ts';
import {
  notTyped,
  typedNumber,
  typedRate,
  typedValue,
  typedWhole,
  typedWord,
  type TypedValue,
} from './typed-values.ts';
import { sizeUnit } from './size-unit.ts';

/** What of a contract decides how its fields are written. */
export type FieldContext = Pick<
  ContractTerms,
  'kind' | 'payoff' | 'underlying' | 'quote' | 'settleAsset' | 'quantityUnit' | 'liquidation'
>;

/** Fields without which nothing can be computed, or that cannot be without a value. */
const NEEDED: ReadonlySet<EvidentField> = new Set([
  'multiplier',
  'quantityUnit',
  'quantityStep',
  'settlement',
  'resets',
  'section1256',
]);
const OF_PERPETUALS: ReadonlySet<EvidentField> = new Set(['fundingIntervalHours']);
/** Some perpetual ones have an expiry rule all the same: years ahead, by the venue's rules. */
const OF_DATED: ReadonlySet<EvidentField> = new Set(['fixing']);

/**
 * The canonical text of a typed value: decimal text, a word, "16:00 Europe/London", "yes disputed", or a margin table's JSON;
 * "unknown" where the field may be without a value.
 * Errors: `contracts/bad-value`.
 */
export function parseField(terms: FieldContext, field: EvidentField, text: string): Result<string> {
  const typed = typedField(terms, field, text.trim());
  return typed.ok
    ? ok(typed.value)
    : fail('contracts/bad-value', { field: FIELD_WORDS[field], reason: typed.reason }, { field });
}

function typedField(terms: FieldContext, field: EvidentField, text: string): TypedValue {
  if (/^(unknown|not known)$/iu.test(text))
    return NEEDED.has(field) ? notTyped('nothing can be computed without it') : typedValue(NOT_KNOWN);
  if (OF_PERPETUALS.has(field) && terms.kind === 'dated')
    return notTyped('a dated contract pays no funding; only "unknown" fits');
  if (OF_DATED.has(field) && terms.kind === 'perpetual')
    return notTyped('a perpetual contract has no hour of a final price; only "unknown" fits');
  return PARSERS[field](text, terms);
}

type Parser = (text: string, terms: FieldContext) => TypedValue;

const inQuote =
  (zero: 'allowed' | 'refused'): Parser =>
  (text, { quote }) =>
    typedNumber(text, { units: [quote], zero });

const inOrderUnits =
  (zero: 'allowed' | 'refused'): Parser =>
  (text, terms) =>
    typedNumber(text, { units: orderUnits(terms), zero });

const words: Parser = (text) => (text.length <= 500 ? typedValue(text) : notTyped('it is too long'));
const yesOrNo: Parser = (text) =>
  typedWord(text, [
    ['yes', 'true'],
    ['no', 'false'],
  ]);

const PARSERS: Readonly<Record<EvidentField, Parser>> = {
  multiplier: (text, terms) => typedNumber(text, { units: [sizeUnit(terms)], zero: 'refused' }),
  quantityUnit: (text, terms) =>
    terms.payoff === 'quanto'
      ? typedWord(text, [['contracts']])
      : typedWord(text, [
          ['contracts', 'contract'],
          ['base', 'coins', terms.underlying],
          ['quote', 'money', terms.quote],
        ]),
  quantityStep: inOrderUnits('refused'),
  minQuantity: inOrderUnits('refused'),
  maxQuantity: inOrderUnits('refused'),
  minNotional: inQuote('allowed'),
  priceTick: inQuote('refused'),
  expiryRule: words,
  settlement: (text) =>
    typedWord(text, [
      ['cash', 'money'],
      ['coins', 'physical', 'delivery', 'in kind'],
    ]),
  settlementIndex: words,
  fixing: typedFixing,
  resets: (text) => typedWord(text, [['never'], ['daily', 'every day'], ['settlement']]),
  takerFee: (text) => typedFee(text, 'taker'),
  makerFee: (text) => typedFee(text, 'maker'),
  feePerContract: inQuote('allowed'),
  fundingIntervalHours: typedInterval,
  margin: (text, { liquidation, quote }) => typedMargin(text, liquidation === 'broker', quote),
  maxLeverage: (text) => typedWhole(text, /^(\d+)\s*(?:x|times)?$/iu, 1, 1000),
  liquidation: (text) =>
    typedWord(
      text,
      LIQUIDATION_MODELS.map((model) => [model] as const),
    ),
  section1256: (text) =>
    typedWord(text, [
      ['yes', 'true'],
      ['no', 'false'],
      ['yes disputed', 'yes, disputed'],
      ['no disputed', 'no, disputed'],
    ]),
  usPersons: yesOrNo,
};

function orderUnits({ quantityUnit, underlying, quote }: FieldContext): string[] {
  if (quantityUnit === 'contracts') return ['contracts', 'contract'];
  return [quantityUnit === 'base' ? underlying : quote];
}

/** What a taker pays is never below zero; a maker can be paid a rebate, written with a minus. */
function typedFee(text: string, who: 'taker' | 'maker'): TypedValue {
  const typed = typedRate(text);
  if (!typed.ok) return typed;
  const fee = rate(typed.value);
  if (fee > rate('0.05') || fee < rate('-0.05'))
    return notTyped('a fee above 5 % of the trade is none that a venue takes; look at its unit');
  if (fee < rate('0') && who === 'taker')
    return notTyped('a taker pays: write the fee without a minus; only a maker can get a rebate');
  return typed;
}

/** "8", "8 h", "480 minutes": some venues state minutes. */
function typedInterval(text: string): TypedValue {
  const minutes = /^(\d+)\s*(?:m|min|minutes)$/iu.exec(text)?.[1];
  if (minutes !== undefined)
    return Number(minutes) % 60 === 0
      ? typedWhole(String(Number(minutes) / 60), /^(\d+)$/u, 1, 24)
      : notTyped('it is no whole number of hours');
  const typed = typedWhole(text, /^(\d+)\s*(?:h|hours?)?$/iu, 1, 24);
  const isMinutes = !typed.ok && /^\d{2,4}$/u.test(text) && Number(text) % 60 === 0;
  return isMinutes
    ? notTyped(`${text} looks like minutes: write "${text} minutes" or "${Number(text) / 60} hours"`)
    : typed;
}

/** "16:00 Europe/London". */
function typedFixing(text: string): TypedValue {
  const [, time, zone = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)\s+(\S+)$/u.exec(text) ?? [];
  const known = parseTimeZone(zone);
  return time === undefined || known === undefined
    ? notTyped(`"${text}" is no hour with a time zone, such as "16:00 Europe/London" or "08:00 UTC"`)
    : typedValue(`${time} ${timeZoneText(known)}`);
}
