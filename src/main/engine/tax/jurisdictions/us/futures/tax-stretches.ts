/**
 * futures events → stretches → what counts of each, when, and where it stood at each year's end.
 *
 * Issues: `prices/missing`, `tax/no-year-end-mark`, `tax/no-year-end-price`.
 */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { FundingTreatment } from '../../../../../../shared/domain/tax-elections.ts';
import { absolute, larger } from '../../../../../../shared/num/arithmetic.ts';
import { oneRate, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Price, Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../../../shared/time/time-zone.ts';
import { payoffRules } from '../../../../futures/payoff/payoff-rules.ts';
import type { PositionsInput } from '../../../../futures/positions.ts';
import type { FuturesStretch, StretchStep } from '../../../../futures/stretch.ts';
import { stretchesOf } from '../../../../futures/stretches-of.ts';
import type { PriceBook } from '../../../../valuation/price-book.ts';
import type { FuturesResult } from '../../../../futures/position.ts';
import type { Valuer } from '../../../../valuation/valuer.ts';
import { valuerOf } from '../../../../valuation/valuer.ts';
import type { DatedGain, TaxPositionId } from '../straddles/straddle-case.ts';
import { recognisedGains, taxYearOf, valuedResult } from './recognised-gains.ts';
import { stretchYearEnds } from './stretch-year-ends.ts';
import type { YearEndContext } from './stretch-year-ends.ts';
import type { TaxStretch, ValuedResult } from './tax-stretch.ts';

export interface TaxStretchesInput extends PositionsInput, YearEndContext {
  readonly prices: PriceBook;
  readonly funding: FundingTreatment;
}

/** A result that names no position that the files open: it counts on its day. */
export interface LooseGain extends DatedGain {
  readonly section1256: boolean;
  /** Of the ledger; what is planned has none. */
  readonly row: ValuedResult | null;
}

export interface TaxStretches {
  /** In the order in which they began. */
  readonly stretches: readonly TaxStretch[];
  readonly loose: readonly LooseGain[];
  readonly issues: readonly Issue[];
}

/** A position before anything is recognised: what offsets are found on. */
export interface OpenedStretch {
  readonly id: TaxPositionId;
  readonly stretch: FuturesStretch;
  readonly asset: AssetId;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** Coins at its largest. */
  readonly coins: Quantity;
}

/**
 * Positions from leaving zero to coming back, before anything is recognised. No election changes them: they are kept as
 * long as the events, so that a what-if does not walk over all events again.
 */
export function openedStretches(input: OpenedInput): OpenedStretches {
  const kept = keptOpened.get(input.events);
  if (kept !== undefined && isSame(kept.input, input)) return kept.opened;
  const { stretches, loose } = stretchesOf(input);
  const opened = { opened: stretches.map((stretch) => openedStretch(stretch, input)), loose };
  const { specOf, futuresAccounts, timeZone } = input;
  keptOpened.set(input.events, {
    input: { specOf, timeZone, ...(futuresAccounts === undefined ? {} : { futuresAccounts }) },
    opened,
  });
  return opened;
}

type OpenedInput = PositionsInput & Pick<YearEndContext, 'timeZone'>;

interface KeptOpened {
  readonly input: Omit<OpenedInput, 'events'>;
  readonly opened: OpenedStretches;
}

const keptOpened = new WeakMap<PositionsInput['events'], KeptOpened>();

function isSame(kept: KeptOpened['input'], { specOf, futuresAccounts, timeZone }: OpenedInput): boolean {
  return kept.specOf === specOf && kept.futuresAccounts === futuresAccounts && kept.timeZone === timeZone;
}

export interface OpenedStretches {
  readonly opened: readonly OpenedStretch[];
  readonly loose: readonly FuturesResult[];
}

/**
 * Their results as they count, and where they stood at each year's end.
 * In: `hedges`, whether a position hedges coins on a day.
 */
export function taxStretches(
  { opened, loose }: OpenedStretches,
  input: TaxStretchesInput,
  hedges: (id: TaxPositionId, date: LocalDate) => boolean,
): TaxStretches {
  const valuer = valuerOf(input.prices, input.timeZone);
  const issues: Issue[] = [];
  const stretches = opened.map((one) => {
    const context = { ...input, valuer, hedges: (date: LocalDate) => hedges(one.id, date) };
    const recognition = recognisedGains(one.stretch, context);
    const ends = stretchYearEnds(one.stretch, recognition.waiting, input);
    issues.push(...ends.issues);
    return taxStretch(one, recognition, ends.yearEnds);
  });
  const gains = loose.flatMap((result) => looseGain(result, input, valuer));
  return { stretches, loose: gains, issues: [...valuer.issues, ...issues] };
}

function looseGain(
  result: FuturesResult,
  { specOf, timeZone }: TaxStretchesInput,
  valuer: Valuer,
): readonly LooseGain[] {
  const row = valuedResult({ result, share: null }, { valuer, timeZone });
  if (row === null) return [];
  const spec = result.contract === null ? undefined : specOf(result.contract);
  const section1256 = spec?.section1256.status ?? false;
  const { date, value } = row;
  const year = taxYearOf(date, section1256);
  return [{ date, year, amount: value, character: 'capital', event: result.event, section1256, row }];
}

function openedStretch(
  stretch: FuturesStretch,
  { timeZone }: Pick<YearEndContext, 'timeZone'>,
): OpenedStretch {
  const coins = stretch.steps.reduce<Quantity>(
    (most, step) => larger(most, coinsAfter(stretch, step)),
    zeroQuantity,
  );
  return {
    id: stretchId(stretch),
    stretch,
    asset: stretch.spec.underlying,
    openedOn: localDateOf(stretch.opened, timeZone),
    closedOn: stretch.closed === null ? null : localDateOf(stretch.closed, timeZone),
    coins,
  };
}

/** "cme:MBT@acc#1"; where longs and shorts are kept apart, the side stands before the number: "…@acc/long#1". */
function stretchId({ spec, account, positionSide, number }: FuturesStretch): TaxPositionId {
  const side = positionSide === 'one-way' ? '' : `/${positionSide}`;
  return `${spec.id}@${account}${side}#${number}` as TaxPositionId;
}

/**
 * Coins that a step leaves open, positive: of inverse and quanto contracts at the average entry, so that they do not change
 * with the price.
 */
export function coinsAfter({ spec }: Pick<FuturesStretch, 'spec'>, { after }: StretchStep): Quantity {
  if (after.size === zeroQuantity) return zeroQuantity;
  const rules = payoffRules(spec.payoff);
  const price = rules.averageEntry(after.size, after.entryValue);
  return absolute<Quantity>(rules.delta(after.size, { price, settlePrice: oneRate as unknown as Price }));
}

function taxStretch(
  { id, stretch, asset, openedOn, closedOn, coins }: OpenedStretch,
  recognition: ReturnType<typeof recognisedGains>,
  yearEnds: ReturnType<typeof stretchYearEnds>['yearEnds'],
): TaxStretch {
  const { spec, direction } = stretch;
  const { recognised, waiting, waitingRows, leftOut, carried } = recognition;
  return {
    id,
    spec,
    stretch,
    openedOn,
    closedOn,
    recognised,
    waiting,
    waitingRows,
    leftOut,
    carried,
    open: stretch.closed === null ? (stretch.steps.at(-1)?.after ?? null) : null,
    future: {
      id,
      asset,
      name: spec.symbol,
      side: direction,
      section1256: spec.section1256.status,
      coins,
      opened: openedOn,
      closed: closedOn,
      results: recognised,
      yearEnds,
    },
  };
}
