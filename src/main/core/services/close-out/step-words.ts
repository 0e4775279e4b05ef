/** Steps of saved exit plans in words. */
import type { ClosedAs, SavedFuture } from '../../../../shared/domain/exit-plan.ts';
import { isPositive, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitStep, ExitStepKind } from '../../../engine/exit/close-out/exit-steps.ts';
import { taxYearOf } from '../../../engine/tax/jurisdictions/us/futures/recognised-gains.ts';
import { moneyText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { orderWords } from '../hedge/leg-words.ts';
import type { StepProgress } from './plan-progress.ts';

const VERBS: Readonly<Record<ExitStepKind, string>> = {
  'close-short': 'Buy back',
  'close-long': 'Sell',
  'open-short': 'Sell',
  'open-long': 'Buy',
  sell: 'Sell',
  buy: 'Buy',
};

/** "Buy back" */
export function sideWords({ kind }: Pick<ExitStep, 'kind'>): string {
  return VERBS[kind];
}

/** "Buy back 2 contracts of MBTZ26 in IBKR, reduce-only." In: of the step, or of a slice of it. */
export function stepWords(
  step: Pick<ExitStep, 'kind' | 'date' | 'asset' | 'account' | 'hedge' | 'roll' | 'rolledBefore'>,
  quantity: Quantity,
  derived: Derived,
): string {
  const { kind, asset, account, hedge } = step;
  const where = account === null ? '' : derived.accountName(account);
  if (hedge === null) {
    const from = where === '' ? '' : kind === 'sell' ? ` from ${where}` : ` in ${where}`;
    return `${VERBS[kind]} ${quantityText(quantity, asset)}${from}.`;
  }
  const what = `${futuresQuantityWords(hedge.future, quantity, derived)} of ${contractWords(step, hedge.future, derived)}`;
  const reduceOnly = kind.startsWith('close') ? ', reduce-only' : ', to open';
  const rolls = step.roll === null ? '' : ' (roll)';
  return `${VERBS[kind]} ${what}${where === '' ? '' : ` in ${where}`}${reduceOnly}${rolls}.`;
}

/** The contract of a step; one that follows it is told by the day on which it is assumed to end. */
export function contractWords(
  { kind, date, roll, rolledBefore }: Pick<ExitStep, 'kind' | 'date' | 'roll' | 'rolledBefore'>,
  future: SavedFuture,
  derived: Derived,
): string {
  const symbol = symbolOf(future, derived);
  if (roll !== null && kind.startsWith('open'))
    return `the contract after ${symbol} that ends about ${dateText(roll.ends)}`;
  const expiry = derived.facts.termsOf(future.contract)?.expiry ?? null;
  return rolledBefore === null || expiry === null || expiry >= date
    ? symbol
    : `the contract that ${symbol} was rolled into (it ends about ${dateText(rolledBefore.ends)})`;
}

/** Both halves of a roll in one sentence. */
export function rollWords(
  { hedge, asset, quantity, account, roll }: ExitStep,
  derived: Derived,
): string | null {
  if (hedge === null || roll === null) return null;
  const where = account === null ? '' : ` in ${derived.accountName(account)}`;
  const what = futuresQuantityWords(hedge.future, quantity, derived);
  return `Roll ${what} of ${symbolOf(hedge.future, derived)}${where} into a contract that ends about ${dateText(roll.ends)}: close and open in turns, so that ${asset} stays hedged.`;
}

export function symbolOf({ contract }: Pick<SavedFuture, 'contract'>, { facts }: Derived): string {
  return facts.termsOf(contract)?.symbol ?? contract;
}

export function futuresQuantityWords(
  { contract, asset }: Pick<SavedFuture, 'contract' | 'asset'>,
  quantity: Quantity,
  { facts }: Derived,
): string {
  const terms = facts.termsOf(contract);
  return terms === undefined ? quantityText(quantity, asset) : orderWords(quantity, terms);
}

/** The tax year in which a step's result counts. */
export function stepYear({ hedge }: ExitStep, date: LocalDate, { facts }: Derived): number {
  const terms = hedge === null ? undefined : facts.termsOf(hedge.future.contract);
  return terms === undefined ? yearOf(date) : taxYearOf(date, terms.section1256.status);
}

/** How a step's result is taxed, in words. */
export function characterWords(step: ExitStep, derived: Derived): string {
  const { kind, hedge } = step;
  const year = stepYear(step, step.date, derived);
  if (kind === 'buy') return 'No tax: the purchase is a new lot, and its year begins the day after.';
  if (kind.startsWith('open')) return 'No tax by itself; what it hedges has to be on record the same day.';
  if (hedge === null) {
    const waits = sum(
      step.sales.map((sale) => sale.waits),
      zeroMoney,
    );
    const held = isPositive(waits)
      ? ` Of the losses ${moneyText(waits, derived.facts.currency)} have to wait by the straddle rules.`
      : '';
    return `Capital gain or loss of ${year}, by each lot’s own term.${held}`;
  }
  return futuresCharacter(hedge.change.closedAs, year, derived.facts.currency);
}

const COUNTED: Readonly<Record<ClosedAs['character'], (year: number) => string>> = {
  section1256: (year) =>
    `60 % long-term and 40 % short-term, counted in ${year}; what was marked at earlier year ends is taken off.`,
  short: (year) => `Short-term gain or loss of ${year}.`,
  long: (year) =>
    `Long-term gain or loss of ${year}: held for more than a year, or a loss of a short against coins that were long-term when it was opened (Reg. 1.1092(b)-2T(b)(1)).`,
  mixed: (year) => `Gain or loss of ${year}, in part long-term and in part short-term.`,
};

/** As the tax engine counts it when the plan is carried out. */
function futuresCharacter(closedAs: ClosedAs | null, year: number, currency: string): string {
  if (closedAs === null) return `Gain or loss of ${year}; as what it counts is not known yet.`;
  const waits = isPositive(closedAs.waits)
    ? ` Of its losses of the year ${moneyText(closedAs.waits, currency)} have to wait while the coins that it hedged have gains.`
    : '';
  return `${COUNTED[closedAs.character](year)}${waits}`;
}

const DONE_AT: Readonly<Record<StepProgress['state'], string>> = {
  waiting: 'To be done on ',
  due: 'To be done today, ',
  late: 'Not done on ',
  partly: 'Done in part: ',
  done: 'Done',
  over: 'More was traded than planned',
  'by-hand': 'Ticked by hand',
};

/** Where a step stands, in a sentence. */
export function stateWords(
  { step, state, filled, left, trades, tick }: StepProgress,
  derived: Derived,
): string {
  const words = (quantity: Quantity): string =>
    step.hedge === null
      ? quantityText(quantity, step.asset)
      : futuresQuantityWords(step.hedge.future, quantity, derived);
  const last = trades.at(-1);
  switch (state) {
    case 'done':
    case 'over': {
      const fills = trades.length === 1 ? 'an imported trade' : `${trades.length} imported trades`;
      const more = state === 'over' ? `, ${words(subtract(filled, step.quantity))} more than planned` : '';
      return `${DONE_AT.done} on ${dateText(last?.date ?? step.date)} by ${fills}${more}.`;
    }
    case 'partly':
      return `${DONE_AT.partly}${words(filled)} came in, ${words(left)} are left.`;
    case 'by-hand': {
      const came = isPositive(filled) ? `${words(filled)} came in` : 'no imported trade shows it yet';
      return `${DONE_AT['by-hand']}${tick === null || tick.note === '' ? '' : ` (${tick.note})`}; ${came}.`;
    }
    case 'late':
      return `${DONE_AT.late}${dateText(step.date)}: no imported trade shows it.`;
    case 'due':
    case 'waiting':
      return `${DONE_AT[state]}${dateText(step.date)}.`;
  }
}
