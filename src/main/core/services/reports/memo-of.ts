import { add, isZero } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Handler } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { closeOutMemo } from '../../../reports/papers/close-out-memo.ts';
import type { MemoFacts, MemoHolding, MemoPosition } from '../../../reports/papers/close-out-memo.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import { contractStatuses } from '../elections/contract-statuses.ts';
import { readLegs } from '../hedge/read-legs.ts';
import { positionText } from '../holdings/position-text.ts';
import type { PaperRequest } from './document-of.ts';
import { traceLines } from './memo-traces.ts';
import { yearFactsOf } from './year-facts-of.ts';

/** The figures whose traces the appendix tells, where the year has them. */
const assessedFigures = ['netShortTerm', 'netLongTerm', 'lossAllowed', 'totalTax'];
const realisedFigures = [
  'shortTermGain',
  'longTermGain',
  'section1256Gain',
  'otherFuturesGain',
  'straddleShort',
  'straddleLong',
  'straddleSection1256',
] as const;

/** The memo about a year for an accountant. */
export async function memoOf({ year, derived, context, choices }: PaperRequest): Promise<ReportDocument> {
  const facts = yearFactsOf(derived, year);
  const ids = [
    ...(facts.taxYear === null ? [] : assessedFigures.map((line) => `tax:${year}/${line}`)),
    ...realisedFigures
      .filter((figure) => !isZero(facts.realised[figure]))
      .map((figure) => `year:${year}/${figure}`),
  ];
  const traces: MemoFacts['traces'][number][] = [];
  for (const id of ids) {
    context.progress('Following figures to their rows', traces.length, ids.length);
    context.signal.throwIfAborted();
    const found = await traceLines(id, derived, context);
    if (found !== null) traces.push({ id, ...found });
  }
  const check = await context.session.ledger?.read.verifyRecords();
  return closeOutMemo({
    facts,
    holdings: holdingsOf(derived),
    positions: positionsOf(derived),
    hedges: await hedgesOf(context),
    lotChoices: choices.lots,
    taxChoices: choices.taxes,
    records: { count: derived.facts.records.length, isIntact: check?.intact ?? false },
    traces,
    notes: [],
    issues: [],
  });
}

function holdingsOf({ heldLots }: Derived): readonly MemoHolding[] {
  return [...Map.groupBy(heldLots, ({ asset }) => asset)].map(([asset, lots]) => ({
    asset,
    quantity: lots.reduce((sum, lot) => add(sum, lot.quantity), zeroQuantity),
    costBasis: lots.reduce((sum, lot) => add(sum, lot.costBasis), zeroMoney),
    explain: `holding:${asset}`,
  }));
}

function positionsOf(derived: Derived): readonly MemoPosition[] {
  const statuses = new Map(contractStatuses(derived).map(({ contract, words }) => [contract, words]));
  return derived.positions.open.map((position) => {
    const { contract, contractName, accountName, side, unit, explain } = positionText(position, derived);
    return {
      name: contractName,
      account: accountName,
      side,
      quantity: `${toText(position.quantity.amount)} ${unit}`,
      section1256: statuses.get(contract) ?? '',
      explain,
    };
  });
}

async function hedgesOf(context: Parameters<Handler<'hedge.legs'>>[1]): Promise<readonly string[]> {
  const legs = await readLegs({}, context);
  if (!legs.ok) return [];
  return legs.value.plans.flatMap(({ legs: ofPlan }) =>
    ofPlan.map(
      ({ asset, side, contractName, stateWords, leg }) =>
        `${asset}, ${side} ${contractName} (${leg}): ${stateWords}`,
    ),
  );
}
