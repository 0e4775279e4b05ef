import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { quantityText } from '../numbers.ts';
import { type Column, table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

type Transfers = CallAnswer<'transfers.read'>;
type Side = Transfers['departures'][number];

export const transfers: Verb = {
  summary: 'moves between your own accounts as Hedgerow takes them, and rows without another side',
  usage: '',
  example: 'transfers    # then `transfers same` or `transfers apart` where it is wrong',
  options: {},
  run: async (context) => await reportOf(await context.openLedger(), 'transfers.read', {}, transfersText),
};

function transfersText({ pairs, departures, arrivals, decisions }: Transfers): string {
  return [
    'Taken for one move',
    table(
      pairs,
      [
        { title: 'Left', cell: ({ departure }) => departure.time },
        { title: 'From', cell: ({ departure }) => departure.accountName },
        { title: 'To', cell: ({ arrival }) => arrival.accountName },
        { title: 'Asset', cell: ({ asset }) => asset },
        { title: 'Arrived', cell: ({ arrival }) => quantityText(arrival.quantity), right: true },
        { title: 'Fee', cell: ({ fee }) => quantityText(fee), right: true },
        { title: 'Why', cell: ({ why }) => why },
        { title: 'Departure', cell: ({ departure }) => departure.event },
        { title: 'Arrival', cell: ({ arrival }) => arrival.event },
      ],
      'None.',
    ),
    'Left, and arrived nowhere that the files show: held by no account',
    sidesTable(departures, 'None.'),
    'Arrived from nowhere that the files show',
    arrivalsTable(arrivals),
    ...(decisions.length === 0
      ? []
      : [
          'Said by you',
          table(
            decisions,
            [
              { title: 'Departure', cell: ({ departure }) => departure },
              { title: 'Arrival', cell: ({ arrival }) => arrival },
              { title: 'Asset', cell: ({ asset }) => asset },
              {
                title: 'They are',
                cell: ({ verdict }) => (verdict === 'same' ? 'one move' : 'not one move'),
              },
              { title: 'In force', cell: ({ inForce }) => (inForce ? 'yes' : 'no: a row is not there') },
            ],
            '',
          ),
        ]),
  ].join('\n\n');
}

const sideColumns: readonly Column<Side>[] = [
  { title: 'Time', cell: ({ time }) => time },
  { title: 'Account', cell: ({ accountName }) => accountName },
  { title: 'Asset', cell: ({ asset }) => asset },
  { title: 'Quantity', cell: ({ quantity }) => quantityText(quantity), right: true },
  { title: 'Row', cell: ({ where }) => where },
  { title: 'Id', cell: ({ event }) => event },
  { title: 'Could be', cell: ({ couldBe }) => couldBe.map(candidateText).join(', ') },
];

/** "0.3 at Kraken (5f1d…-0)". */
function candidateText({ quantity, accountName, event }: Side['couldBe'][number]): string {
  return `${quantityText(quantity)} at ${accountName} (${event})`;
}

function sidesTable(sides: readonly Side[], none: string): string {
  return table(sides, sideColumns, none);
}

function arrivalsTable(arrivals: Transfers['arrivals']): string {
  const cost = ({ isCoin }: Transfers['arrivals'][number]): string =>
    isCoin ? 'not known: `transfers cost` says it' : 'needs none';
  return table(arrivals, [...sideColumns, { title: 'Cost', cell: cost }], 'None.');
}
