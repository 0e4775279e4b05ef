import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { moneyText, shareText } from '../numbers.ts';
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
  const { jurisdiction, currency, timeZone, carryforward, years, inflation, history, waiting } = stored;
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
    ...peopleAndState(years),
    ...(inflation === '0'
      ? ['Amounts of years that are not published yet: those of the last published year, without inflation.']
      : [`Amounts of years that are not published yet grow by ${shareText(inflation)} a year.`]),
    ...(history.length === 0
      ? []
      : [
          'Years before, for section 1256 losses carried back:',
          table(
            history,
            [
              { title: 'Year', cell: (row) => String(row.year) },
              { title: 'Net section 1256 gain', cell: (row) => moneyText(row.section1256Gain), right: true },
              { title: 'Net capital gain', cell: (row) => moneyText(row.capitalGainNetIncome), right: true },
            ],
            '',
          ),
        ]),
    ...(waiting.length === 0
      ? []
      : [
          'Straddle losses that waited before the first year:',
          table(
            waiting,
            [
              { title: 'Of', cell: (row) => String(row.year) },
              { title: 'Loss', cell: (row) => moneyText(row.amount), right: true },
              { title: 'Character', cell: (row) => CHARACTERS[row.character] },
              { title: 'On', cell: (row) => row.position },
              { title: 'Lots', cell: (row) => row.lots.join(', ') },
            ],
            '',
          ),
        ]),
  ].join('\n');
}

const CHARACTERS = {
  short: 'short-term',
  long: 'long-term',
  section1256: '60/40',
  'sixty-forty': '60/40 beside section 1256',
} as const;

/** What most years do not have, only where one has it. */
function peopleAndState(years: NonNullable<CallAnswer<'plan.profile'>['profile']>['years']): string[] {
  return years.flatMap(({ year, stateRate, seniors, blind }) => [
    ...(stateRate === '0'
      ? []
      : [`${year}: state tax of ${shareText(stateRate)} of federal taxable income.`]),
    ...(seniors === 0 ? [] : [`${year}: ${seniors} of 65 or older.`]),
    ...(blind === 0 ? [] : [`${year}: ${blind} blind.`]),
  ]);
}
