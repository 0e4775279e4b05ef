import type { CallAnswer } from '../../shared/contract/contract.ts';
import type { MarginTableDocument } from '../../shared/domain/margin-table-document.ts';
import { quantityText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

/** Longer values stand below the table. */
const LONG = 70;

type Details = CallAnswer<'contracts.read'>;

/** Every field of a contract for people: value, how sure, what the user set and what it stands in place of. */
export function contractDetailsText(details: Details): string {
  const { contract, example, notes, fields } = details;
  return [
    `${contract.id}  ${contract.name}`,
    paragraph(
      `${contract.venue}, ${contract.payoff} ${contract.series ? 'series of dated contracts' : contract.kind} on ${contract.underlying}, quoted in ${contract.quote}, settled in ${contract.settleAsset}. Terms as of ${contract.asOf}: ${contract.confidenceWords}.`,
    ),
    paragraph(`${example}.`),
    table(
      fields,
      [
        { title: 'Field', cell: ({ field }) => field },
        { title: 'Meaning', cell: ({ label }) => label },
        {
          title: 'Value',
          cell: ({ words }) => (words.length <= LONG ? words : `${words.slice(0, LONG - 1)}…`),
        },
        { title: 'How sure', cell: ({ confidenceWords, asOf }) => `${confidenceWords} (${asOf})` },
      ],
      'No fields.',
    ),
    ...longValues(fields),
    ...tiersText(fields),
    ...correctionsText(fields),
    ...expiriesText(details.expiries),
    ...(notes === null ? [] : [paragraph(`Note: ${notes}`)]),
    paragraph(sourcesText(fields)),
  ].join('\n\n');
}

/** What did not fit into the table, whole. */
function longValues(fields: Details['fields']): string[] {
  return fields
    .filter(({ words }) => words.length > LONG)
    .map(({ label, words }) => paragraph(`${label.charAt(0).toUpperCase()}${label.slice(1)}: ${words}`));
}

function tiersText(fields: Details['fields']): string[] {
  const value = fields.find(({ field }) => field === 'margin')?.value ?? '';
  if (!value.startsWith('{')) return [];
  const margin = JSON.parse(value) as MarginTableDocument;
  if (margin.kind !== 'tiers') return [];
  return [
    `Margin tiers, up to a position in ${margin.unit === 'settle-value' ? 'the settle asset' : margin.unit}`,
    table(
      margin.tiers,
      [
        { title: 'Up to', cell: ({ cap }) => (cap === null ? 'no end' : quantityText(cap)), right: true },
        { title: 'Maintenance', cell: (tier) => rateText(tier.maintenanceRate), right: true },
        { title: 'Less', cell: ({ deduction }) => quantityText(deduction), right: true },
        {
          title: 'Initial',
          cell: (tier) => (tier.initialRate === null ? 'unknown' : rateText(tier.initialRate)),
          right: true,
        },
      ],
      '',
    ),
  ];
}

/** Finer than shares of a portfolio: a tier may ask 0.65 %. */
function rateText(text: string): string {
  const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 4 });
  return percent.format(text as Intl.StringNumericLiteral).replace('%', ' %');
}

function correctionsText(fields: Details['fields']): string[] {
  const lines = fields.flatMap(({ field, correction }) =>
    correction === null
      ? []
      : [
          paragraph(
            `${field}: set by you for ${correction.contract} on ${correction.setAt.slice(0, 10)} (${correction.source}), in place of: ${correction.shippedWords}.`,
            2,
          ),
        ],
  );
  return lines.length === 0 ? [] : [['Yours', ...lines].join('\n')];
}

function expiriesText(expiries: Details['expiries']): string[] {
  if (expiries.length === 0) return [];
  return [
    table(
      expiries,
      [
        { title: 'Expires', cell: ({ contract }) => contract },
        { title: 'Date', cell: ({ expiry }) => expiry },
        { title: 'Days', cell: ({ days }) => String(days), right: true },
        { title: 'Final price', cell: ({ fixing }) => fixing?.utc ?? 'hour not known' },
        { title: 'Your clock', cell: ({ fixing }) => fixing?.local ?? '' },
      ],
      '',
    ),
  ];
}

function sourcesText(fields: Details['fields']): string {
  const sources = [...new Set(fields.flatMap((field) => field.sources))];
  return sources.length === 0 ? 'No sources.' : `Sources: ${sources.join(' · ')}`;
}
