/** What to weigh before opening an overlay: each a whole sentence with the figures of this overlay. */
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { moneyTimes, ratio } from '../../../shared/num/products.ts';
import { roundTo } from '../../../shared/num/rounding.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { CarryEstimate } from '../futures/carry.ts';
import { hedgedLotsWords } from './hedged-lots.ts';
import type { HedgedLot } from './hedged-lots.ts';
import { legMargin } from './leg-margin.ts';
import type { OverlayLeg } from './overlay.ts';
import { listText, moneyText, percentText } from '../words.ts';

export interface OverlayRisk {
  readonly kind: 'margin' | 'basis' | 'complexity' | 'tax';
  readonly text: string;
}

export interface OverlayRiskInput {
  readonly legs: readonly OverlayLeg<ContractTerms>[];
  /** The carry of each leg's contract, in the order of the legs. */
  readonly carry: readonly CarryEstimate[];
  readonly hedgedLots: readonly HedgedLot[];
  readonly currency: string;
}

/** The adverse move whose cash need is shown (30 % is our choice). */
const ADVERSE_MOVE = rate('0.3');

/** The risks of an overlay, in the order margin, basis, complexity, tax. Legs that order nothing are left out. */
export function overlayRisks(input: OverlayRiskInput): OverlayRisk[] {
  const legs = input.legs.filter(({ sized }) => !isZero(sized.quantity.amount));
  if (legs.length === 0) return [];
  return [
    ...legs.map((leg) => risk('margin', marginWords(leg, input.currency))),
    ...input.carry.map(({ words }) => risk('basis', words)),
    ...complexityRisks(legs),
    ...taxRisks(legs, input.hedgedLots),
  ];
}

function risk(kind: OverlayRisk['kind'], text: string): OverlayRisk {
  return { kind, text };
}

function marginWords(leg: OverlayLeg<ContractTerms>, currency: string): string {
  const { asset, chosen, sized } = leg;
  const { terms } = chosen;
  const loss = moneyText(moneyTimes(sized.notional, ADVERSE_MOVE, 'half-even'), currency);
  const asked = legMargin(leg);
  const margin =
    asked === null
      ? `What ${terms.symbol} asks as margin is not known here: ask the venue.`
      : `${terms.symbol} asks at least ${moneyText(asked, currency)} of margin (${percentText(roundTo(ratio<Money>(asked, sized.notional, 'half-even'), 4, 'half-even'))}).`;
  return sized.direction === 'short'
    ? `${margin} If ${asset} rises 30 %, the short loses ${loss} in cash while the gain sits in coins that you have not sold: keep that much at ${terms.venue}.`
    : `${margin} If ${asset} falls 30 %, the long loses ${loss} in cash: keep that much at ${terms.venue}.`;
}

function complexityRisks(legs: readonly OverlayLeg<ContractTerms>[]): OverlayRisk[] {
  const venues = distinct(legs.map(({ chosen }) => chosen.terms.venue));
  const regimes = distinct(legs.map(({ chosen }) => regimeOf(chosen.terms)));
  const expiries = legs.flatMap(({ chosen: { terms } }) =>
    terms.expiry === null ? [] : [`${terms.symbol} ends on ${dateText(terms.expiry)}`],
  );
  const barred = distinct(
    legs.filter(({ chosen }) => chosen.terms.usPersons === false).map(({ chosen }) => chosen.terms.venue),
  );
  return [
    risk(
      'complexity',
      `${legs.length === 1 ? 'One leg' : `${legs.length} legs`} at ${listText(venues)}, taxed as ${listText(regimes)}.`,
    ),
    ...(expiries.length === 0
      ? []
      : [risk('complexity', `${listText(expiries)}: to hold on after that, the leg has to be rolled.`)]),
    ...(barred.length === 0
      ? []
      : [risk('complexity', `${listText(barred)} in general takes no persons of the United States.`)]),
  ];
}

function regimeOf(terms: ContractTerms): string {
  if (!terms.section1256.status) return 'short-term gain when closed';
  return terms.section1256.settled
    ? '60/40 each year end (section 1256)'
    : '60/40 each year end (section 1256, not settled)';
}

function taxRisks(legs: readonly OverlayLeg<ContractTerms>[], lots: readonly HedgedLot[]): OverlayRisk[] {
  const statuses = distinct(
    legs.map(({ chosen }) => `${chosen.terms.symbol}: ${chosen.terms.section1256.reason}`),
  );
  const restarting = lots.filter(({ clockRestarts }) => clockRestarts);
  const straddle =
    lots.length === 0
      ? []
      : [
          risk(
            'tax',
            'A short against coins that you hold is a straddle (26 U.S.C. 1092): its losses wait while those coins have an unrealised gain, its gains are taxed at once.',
          ),
        ];
  const restart =
    restarting.length === 0
      ? []
      : [
          risk(
            'tax',
            `${hedgedLotsWords(restarting)} would start the holding period anew on the day the short is closed (Reg. 1.1092(b)-2T(a)).`,
          ),
        ];
  return [...straddle, ...restart, ...statuses.map((text) => risk('tax', text))];
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
