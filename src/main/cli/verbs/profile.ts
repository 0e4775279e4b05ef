import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { moneyText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const profile: Verb = {
  summary: 'the taxpayer as stored',
  usage: '',
  example: 'profile --json',
  options: {},
  run: async (context) => reportOf(await context.openLedger(), 'plan.profile', {}, profileText),
};

function profileText({ profile: stored }: CallAnswer<'plan.profile'>): string {
  if (stored === null) return 'No profile yet: `hedgerow profile set FILE`.';
  const { jurisdiction, currency, timeZone, carryforward, years } = stored;
  return [
    `Taxpayer in ${jurisdiction.toUpperCase()}, in ${currency}, days by ${timeZone}.`,
    `Losses carried in: ${moneyText(carryforward.shortTerm)} short-term, ${moneyText(carryforward.longTerm)} long-term.`,
    table(
      years,
      [
        { title: 'Year', cell: (row) => String(row.year) },
        { title: 'Status', cell: (row) => row.filingStatus },
        { title: 'Ordinary income', cell: (row) => moneyText(row.ordinaryIncome), right: true },
        {
          title: 'Deduction',
          cell: (row) => (row.deduction === 'standard' ? 'standard' : moneyText(row.deduction)),
          right: true,
        },
        { title: 'Investment income', cell: (row) => moneyText(row.otherInvestmentIncome), right: true },
        { title: 'Other short-term', cell: (row) => moneyText(row.otherShortTermGain), right: true },
        { title: 'Other long-term', cell: (row) => moneyText(row.otherLongTermGain), right: true },
      ],
      'No year is filled in.',
    ),
  ].join('\n');
}
