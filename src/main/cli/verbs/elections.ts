import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { TAX_ELECTION_GROUPS } from '../../../shared/domain/tax-elections.ts';
import type { TaxElectionGroup } from '../../../shared/domain/tax-elections.ts';
import { countOf, instantText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, type Verb } from '../verb.ts';

type Elections = CallAnswer<'elections.read'>;

export const elections: Verb = {
  summary: 'what the law leaves open, each choice with its deadline, and what is on record',
  usage: '',
  example: 'elections',
  options: {},
  run: async (context) => reportOf(await context.openLedger(), 'elections.read', {}, electionsText),
};

export function electionsText(answer: Elections): string {
  return [
    ...endingText(answer),
    'LOTS',
    ...answer.elections.map((one) => electionText(one)),
    ...TAX_ELECTION_GROUPS.flatMap((group) => groupText(group, answer)),
    `Contracts of this ledger\n${contractsText(answer)}`,
    `Hedges marked as straddles\n${straddlesText(answer)}`,
    `Chosen elsewhere\n${elsewhereText(answer)}`,
    'ON RECORD ABOUT LOTS',
    `Standing orders\n${ordersText(answer)}`,
    `Lots named for sales\n${identificationsText(answer)}`,
    ...allocationText(answer),
    answer.notes.map((note) => paragraph(`- ${note}`, 2)).join('\n'),
  ].join('\n\n');
}

const GROUP_TITLES: Readonly<Record<TaxElectionGroup, string>> = {
  straddles: 'HEDGES AND STRADDLES',
  futures: 'FUTURES',
  losses: 'LOSSES',
  'future-law': 'LAWS THAT MAY COME',
};

/** What has to be on record before today ends: first, because it cannot wait. */
function endingText({ endingToday }: Elections): string[] {
  if (endingToday.length === 0) return [];
  const lines = endingToday.map(({ words, command }) => `${paragraph(`- ${words}`, 2)}\n    ${command}`);
  return [`BEFORE TODAY ENDS\n${lines.join('\n')}`];
}

function groupText(group: TaxElectionGroup, { taxElections }: Elections): string[] {
  const own = taxElections.filter((one) => one.group === group);
  return own.length === 0 ? [] : [GROUP_TITLES[group], ...own.map((one) => electionText(one, one))];
}

type TaxElection = Elections['taxElections'][number];

function electionText(election: Elections['elections'][number], ofTax?: TaxElection): string {
  const { id, title, sentence, law, deadline, options, value, defaultValue, madeAt } = election;
  const made = madeAt === null ? 'not chosen, the default holds' : `chosen on ${madeAt.slice(0, 10)}`;
  const isDate = !options.some((option) => option.value === value);
  const lines = [
    ...options.map(
      (option) =>
        `[${option.value === value ? 'x' : ' '}] ${option.value}: ${option.words}${option.value === defaultValue ? ' (default)' : ''}`,
    ),
    ...(ofTax?.kind === 'date-or-off'
      ? [isDate ? `[x] ${value}: from this day` : '[ ] a date such as 2027-01-01: from that day']
      : []),
  ];
  return [
    paragraph(`${title} (${id}; ${made})`),
    paragraph(sentence, 2),
    ...lines.map((line) => paragraph(line, 2)),
    paragraph(`When: ${deadline}`, 2),
    ...(ofTax?.late == null ? [] : [paragraph(`Note: ${ofTax.late}`, 2)]),
    paragraph(law, 2),
  ].join('\n');
}

function contractsText({ contracts }: Elections): string {
  if (contracts.length === 0) return paragraph('No futures are traded or planned.', 2);
  return [
    ...contracts.map(({ contract, words }) => paragraph(`- ${contract}: ${words}`, 2)),
    paragraph('Another status: `hedgerow contracts set ID section1256=VALUE --source TEXT`.', 2),
  ].join('\n');
}

function straddlesText({ straddles }: Elections): string {
  if (straddles.length === 0)
    return paragraph(
      'None: the plain straddle rules hold. `hedgerow elections identify-straddle LEG REGIME`.',
      2,
    );
  return straddles
    .map(({ sequence, recordedAt, words }) =>
      paragraph(`- Record ${sequence} of ${instantText(recordedAt)}, ${words}`, 2),
    )
    .join('\n');
}

function elsewhereText({ elsewhere }: Elections): string {
  return elsewhere
    .map(({ title, sentence, command }) =>
      paragraph(`- ${title}: ${sentence}${command === null ? '' : ` \`${command}\``}`, 2),
    )
    .join('\n');
}

function ordersText({ orders }: Elections): string {
  if (orders.length === 0)
    return paragraph(
      'None: first in, first out, which is what the law takes. `hedgerow lots order METHOD`.',
      2,
    );
  return orders.map(({ words }) => paragraph(`- ${words}`, 2)).join('\n');
}

/** Not a table: lots and names can be as long as they like. */
function identificationsText({ identifications }: Elections): string {
  if (identifications.length === 0)
    return paragraph('None: `hedgerow lots identify ACCOUNT ASSET LOT=QUANTITY`.', 2);
  return identifications.map((one) => paragraph(`- ${identificationText(one)}`, 2)).join('\n');
}

function identificationText(one: Elections['identifications'][number]): string {
  const lots = one.lots.map(
    ({ quantity, acquiredDate, lot }) => `${quantityText(quantity)} of ${acquiredDate ?? lot}`,
  );
  const used = one.sales.length === 0 ? 'no sale yet' : countOf(one.sales.length, 'sale');
  return [
    `Record ${one.sequence} of ${instantText(one.recordedAt)}, ${one.accountName}: ${one.asset}, ${lots.join(', ')}.`,
    `Used by ${used}; ${quantityText(one.left)} ${one.asset} left.`,
    `The exchange was ${one.toldBroker ? '' : 'not '}told.`,
  ].join(' ');
}

function allocationText({ allocation }: Elections): string[] {
  if (allocation === null) return [];
  const { way, recordedAt } = allocation;
  const how =
    way.kind === 'global'
      ? `the accounts in turn (${way.accounts.join(', ')}), each filled with the lots that come first by ${way.order}`
      : `${way.units.length} parts of lots, each to the account named for it`;
  return [paragraph(`Basis on 2025-01-01 was divided: ${how}. Recorded ${recordedAt.slice(0, 10)}, fixed.`)];
}
