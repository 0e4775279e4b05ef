/** All that is settled of how a file is written: what parts its cells, its times and numbers, and what signs say. */
import type { CallAnswer } from '../../shared/contract/contract.ts';

type Suggestion = CallAnswer<'mapping.suggest'>;
type Preview = CallAnswer<'mapping.preview'>;
type Profile = Suggestion['profile'];

const delimiterWords = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'upright lines' } as const;
const zoneFrom = {
  file: 'said by the file',
  'file-name': "said by the file's name",
  assumed: 'assumed: please check',
  given: 'chosen',
} as const;

/** Whether or not the rows can be read yet. */
export function mappingWritingText({ delimiter }: Suggestion, profile: Profile, preview: Preview): string {
  const { account } = profile;
  const lines = [
    `Account: ${account.name} (${account.kind})`,
    `Cells are parted by ${delimiterWords[delimiter]}; ${decimalsText(profile, preview)}`,
    `Times: ${preview.timeZone} (${zoneFrom[preview.timeZoneFrom]})${datesText(preview)}`,
    ...feesText(profile),
    ...futuresText(profile),
  ];
  return lines.map((line) => `${line}.`).join('\n');
}

function decimalsText({ decimalMark: set }: Profile, { decimalMark, problems }: Preview): string {
  if (problems.some(({ field }) => field === 'decimalMark'))
    return 'nobody knows yet which mark decimals have';
  return `decimals have a ${decimalMark === ',' ? 'comma' : 'point'}${set === undefined ? '' : ' (set)'}`;
}

/** With the year first nothing was open. */
function datesText({ dateOrder }: Preview): string {
  return dateOrder === null || dateOrder === 'year-first' ? '' : `; dates ${dateOrder}`;
}

function feesText({ columns, fees }: Profile): string[] {
  if (columns.fee === undefined) return [];
  const sign = `A fee that was paid stands ${fees.sign === 'negative-is-cost' ? 'with a minus' : 'without a sign'}`;
  return fees.inside === true ? [sign, 'Amounts have the fee in them already'] : [sign];
}

const profitWords = {
  gross: 'The profit is before fees and funding',
  net: 'The profit has fees and funding taken off',
  'net-of-fees': 'The profit has fees taken off, but not funding',
} as const;

function futuresText({ columns, funding, profit, contract }: Profile): string[] {
  const lines: string[] = [];
  if (columns.profit !== undefined && profit !== null) lines.push(profitWords[profit]);
  if (columns.funding !== undefined && funding !== null)
    lines.push(`Funding above zero was paid ${funding === 'positive-is-paid' ? 'by you' : 'to you'}`);
  if (contract !== null && contract.payoff !== null)
    lines.push(`Contracts: ${contract.venue}, ${contract.payoff}`);
  return lines;
}
