import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, quantityText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type Plan = CallAnswer<'exit.plan'>;

/** An exit plan for people: what to do, what it costs, what else would cost, and what it rests on. */
export function exitPlanText(plan: Plan): string {
  const { sentence, savesWords, days, words, notes, issues } = plan;
  return [
    paragraph(sentence),
    paragraph([statusWords(plan), ...(savesWords === null ? [] : [savesWords])].join(' ')),
    costsTable(plan),
    `Beside it\n${rulesTable(plan)}`,
    `Tax by year\n${yearsTable(plan)}`,
    ...days.map(dayText),
    ...(plan.leftOut.length === 0 ? [] : [leftOutText(plan)]),
    `Assumed\n${assumptionsTable(plan)}`,
    [...words, ...notes].map((one) => paragraph(one)).join('\n'),
    ...issuesText(issues),
  ].join('\n\n');
}

function statusWords({ status, stoppedBy, bound, gap, search, currency }: Plan): string {
  const found =
    status === 'optimal'
      ? 'No plan of the model costs less.'
      : 'It is the best that was found; a cheaper one is not ruled out.';
  const least = bound === null ? '' : ` Bound ${moneyText(bound)} ${currency}, gap ${shareText(gap ?? '0')}.`;
  const stopped = stoppedBy === null ? '' : ' The search ended at its time limit.';
  return `${found}${least}${stopped} ${search.priced} schedules priced in ${search.seconds.toFixed(1)} s.`;
}

function costsTable(plan: Plan): string {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Cost in today’s money', plan.cost],
    ['Tax that it adds', plan.tax],
    ['Carry of the futures', plan.carry],
    ['Fees', plan.fees],
    ['Slippage', plan.slippage],
    ['What locked margin would have earned', plan.marginCost],
    ['Most margin locked', plan.lockedMargin],
    ['Losses that still wait', plan.lossesWaiting],
    ['Losses carried on', plan.lossesCarried],
    ['Gain left in what is kept', plan.gainLeft],
  ];
  return table(
    rows,
    [
      { title: '', cell: ([label]) => label },
      {
        title: plan.currency,
        cell: ([, amount]) => (amount === null ? 'not known' : moneyText(amount)),
        right: true,
      },
    ],
    '',
  );
}

function rulesTable({ rules }: Plan): string {
  const refused = rules.flatMap(({ title, why }) => (why === null ? [] : [paragraph(`${title}: ${why}`, 2)]));
  const compared = table(
    rules,
    [
      { title: 'Simple rule', cell: (rule) => rule.title },
      { title: 'Cost', cell: (rule) => (rule.costs === null ? '' : moneyText(rule.costs.cost)), right: true },
      { title: 'Tax', cell: (rule) => (rule.costs === null ? '' : moneyText(rule.costs.tax)), right: true },
      {
        title: 'The plan saves',
        cell: (rule) => (rule.saved === null ? '' : gainText(rule.saved)),
        right: true,
      },
    ],
    '',
  );
  return [compared, ...refused].join('\n');
}

function yearsTable({ taxByYear }: Plan): string {
  return table(
    taxByYear,
    [
      { title: 'Year', cell: (row) => String(row.year) },
      { title: 'Due', cell: (row) => row.due },
      { title: 'Short-term', cell: (row) => gainText(row.shortTermGain), right: true },
      { title: 'Long-term', cell: (row) => gainText(row.longTermGain), right: true },
      { title: 'Section 1256', cell: (row) => gainText(row.section1256Gain), right: true },
      { title: 'Tax with it', cell: (row) => moneyText(row.taxWith), right: true },
      { title: 'without', cell: (row) => moneyText(row.taxWithout), right: true },
      { title: 'Added', cell: (row) => gainText(row.added), right: true },
    ],
    'No year is touched.',
  );
}

function dayText({ date, why, words, sells, exposure }: Plan['days'][number]): string {
  const lots =
    sells.length === 0
      ? []
      : [
          table(
            sells,
            [
              { title: 'Sell', cell: (sale) => sale.asset },
              { title: 'Quantity', cell: (sale) => quantityText(sale.quantity), right: true },
              { title: 'Bought', cell: (sale) => sale.acquiredDate },
              { title: 'At', cell: (sale) => sale.accountName },
              { title: 'Proceeds', cell: (sale) => moneyText(sale.proceeds), right: true },
              { title: 'Cost basis', cell: (sale) => moneyText(sale.costBasis), right: true },
              { title: 'Gain', cell: (sale) => gainText(sale.gain), right: true },
              { title: 'Term', cell: (sale) => sale.term },
            ],
            '',
          ),
        ];
  const after = exposure.map(
    ({ asset, net, wanted }) => `${asset} ${quantityText(net)} (wanted ${quantityText(wanted)})`,
  );
  return [
    `${date}: ${why.join('; ')}`,
    ...words.map((one) => paragraph(one, 2)),
    ...lots,
    ...(after.length === 0 ? [] : [paragraph(`After it, spot and futures: ${after.join(', ')}.`, 2)]),
  ].join('\n');
}

const MOST_SHOWN = 8;

function leftOutText({ leftOut }: Plan): string {
  const shown = leftOut.slice(0, MOST_SHOWN).map(({ date, why }) => `${date} (${why.join('; ')})`);
  const more = leftOut.length - shown.length;
  return paragraph(
    `Days left out for want of room: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}. --max-dates allows more.`,
  );
}

function assumptionsTable({ assumptions }: Plan): string {
  return table(
    assumptions,
    [
      { title: 'What', cell: (one) => one.label },
      { title: 'Value', cell: (one) => one.value, right: true },
      { title: 'From', cell: (one) => one.from },
    ],
    'Nothing.',
  );
}
