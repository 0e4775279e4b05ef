import type { CallAnswer } from '../../shared/contract/contract.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

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
        { title: 'Value', cell: ({ words }) => (words.length <= 70 ? words : `${words.slice(0, 69)}…`) },
        { title: 'How sure', cell: ({ confidenceWords, asOf }) => `${confidenceWords} (${asOf})` },
      ],
      'No fields.',
    ),
    ...correctionsText(fields),
    ...expiriesText(details.expiries),
    ...(notes === null ? [] : [paragraph(`Note: ${notes}`)]),
    paragraph(sourcesText(fields)),
  ].join('\n\n');
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
