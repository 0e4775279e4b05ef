import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LotMatching } from '../../../engine/lots/lot-matching.ts';
import type { RealisedYear } from '../../../engine/tax/realised-years.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { disposalIndexOf, disposalPage, restsOnUnknownCost } from './disposal-index.ts';
import type { DisposalGroup, DisposalIndex } from './disposal-index.ts';
import { choicesOf } from './filter-choices.ts';
import { sourcesOf } from './event-sources.ts';
import { gainIssues } from './lot-issues.ts';
import { unknownCostOf } from './unknown-cost.ts';

type Answer = CallAnswer<'holdings.gains'>;
type Asked = CallRequest<'holdings.gains'>;

export const readGainsHandlers: HandlersOf<'holdings.gains'> = {
  'holdings.gains': async (asked, context) => {
    const derived = await derivedOf(context);
    return derived.ok ? ok(answerOf(asked, derived.value)) : derived;
  },
};

function answerOf(asked: Asked, derived: Derived): Answer {
  const { lots, taxYears } = derived;
  const index = disposalIndexOf(lots);
  const wanted = index.groups.filter((group) => isWanted(group, asked));
  const years = taxYears.realised.filter(({ year }) => asked.year === undefined || asked.year === year);
  return {
    total: wanted.reduce((total, { count }) => total + count, 0),
    sums: sumsOf(wanted),
    unknownCost: unknownCostOf(derived),
    ...choicesOf(
      index.groups.map(({ asset }) => asset),
      index.groups.map(({ account }) => account),
      derived,
    ),
    years: years.map((year) => yearText(year, index)),
    disposals: disposalPage(index, new Set(wanted), asked).map(disposalTexts(derived)),
    issues: gainIssues(derived),
  };
}

function isWanted({ year, asset, account, term }: DisposalGroup, asked: Asked): boolean {
  return (
    (asked.year === undefined || asked.year === year) &&
    (asked.asset === undefined || asked.asset === asset) &&
    (asked.account === undefined || asked.account === account) &&
    (asked.term === undefined || asked.term === term)
  );
}

function sumsOf(groups: readonly DisposalGroup[]): Answer['sums'] {
  const total = (of: 'proceeds' | 'costBasis' | 'gain' | 'atCost'): string =>
    toText(
      sum(
        groups.map((group) => group[of]),
        zeroMoney,
      ),
    );
  return {
    proceeds: total('proceeds'),
    costBasis: total('costBasis'),
    gain: total('gain'),
    atCost: total('atCost'),
    basisUnknown: groups.some(({ basisUnknown }) => basisUnknown),
  };
}

function yearText(year: RealisedYear, { groups }: DisposalIndex): Answer['years'][number] {
  return {
    year: year.year,
    proceeds: toText(year.proceeds),
    costBasis: toText(year.costBasis),
    shortTermGain: toText(year.shortTermGain),
    longTermGain: toText(year.longTermGain),
    section1256Gain: toText(year.section1256Gain),
    otherFuturesGain: toText(year.otherFuturesGain),
    income: toText(year.income),
    basisUnknown: restsOnUnknownCost(year.year, groups),
    explain: `year:${year.year}`,
  };
}

/** What turns the disposal at a place into the contract's shape. */
function disposalTexts(derived: Derived): (place: number) => Answer['disposals'][number] {
  const { lots, accountName } = derived;
  const sourceOf = sourcesOf(derived);
  return (place) => {
    const disposal = lots.disposalAt(place);
    const { file, line } = sourceOf(disposal.event, disposal.disposed);
    return {
      event: disposal.event,
      asset: disposal.asset,
      account: disposal.account,
      accountName: accountName(disposal.account),
      quantity: toText(disposal.quantity),
      lot: disposal.lot,
      acquired: dateText(disposal.acquiredDate),
      disposed: dateText(disposal.disposedDate),
      proceeds: toText(disposal.proceeds),
      costBasis: toText(disposal.costBasis),
      gain: toText(disposal.gain),
      term: disposal.term,
      cause: disposal.cause,
      reason: disposal.reason,
      basisUnknown: disposal.basisUnknown,
      file,
      line,
      explain: `disposal:${disposal.event}/${numberInEvent(place, lots)}`,
    };
  };
}

/** Its place among the disposals of its event, from one: they stand together. */
function numberInEvent(place: number, lots: LotMatching): number {
  const { event } = lots.disposalAt(place);
  let number = 1;
  for (let before = place - 1; before >= 0 && lots.disposalAt(before).event === event; before--) number++;
  return number;
}
