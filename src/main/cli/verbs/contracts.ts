import type { CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countOf, quantityText, shareText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Report, type Verb, type VerbContext } from '../verb.ts';

export const contracts: Verb = {
  summary: 'the futures contracts Hedgerow knows, and your own: search and filter them',
  usage: '[WORD…] [--underlying ASSET] [--venue NAME] [--us] [--own] [--today]',
  example: 'contracts micro --underlying XBT --us',
  options: {
    underlying: { type: 'string', help: 'only contracts on this asset' },
    venue: { type: 'string', help: 'only of this venue, by name or key: CME, binance-um' },
    kind: { type: 'string', help: 'only perpetual or dated ones' },
    payoff: { type: 'string', help: 'only linear, inverse or quanto ones' },
    us: { type: 'boolean', help: 'only those open to United States persons' },
    '60-40': { type: 'boolean', help: 'only section 1256 contracts, taxed 60/40' },
    own: { type: 'boolean', help: 'only those that you added' },
    corrected: { type: 'boolean', help: 'only those that you corrected' },
    today: { type: 'boolean', help: 'what can be chosen today: of a series its next expiries' },
  },
  run: async (context) =>
    context.options['today'] === true ? await listedToday(context) : await catalogue(context),
};

async function catalogue(context: VerbContext): Promise<Result<Report>> {
  const filters = filtersOf(context);
  if (!filters.ok) return filters;
  return await reportOf(
    await context.openLedger(),
    'contracts.list',
    filters.value,
    ({ contracts: rows, total }) =>
      [
        table(
          rows,
          [
            { title: 'Contract', cell: (row) => row.id },
            { title: 'Name', cell: (row) => row.name },
            { title: 'Kind', cell: (row) => `${row.payoff} ${row.series ? 'series' : row.kind}` },
            { title: 'Unit', cell: (row) => row.size, right: true },
            { title: '60/40', cell: (row) => taxText(row.section1256, row.section1256Settled) },
            { title: 'US persons', cell: (row) => personsText(row.usPersons) },
            {
              title: 'Size is',
              cell: (row) => (row.confidence === 'theirs' ? 'set by you' : row.confidence),
            },
            { title: 'Yours', cell: (row) => (row.own ? 'added' : row.corrected > 0 ? 'corrected' : '') },
            { title: 'Terms as of', cell: (row) => row.asOf },
          ],
          'No contract fits. Fewer words or filters find more.',
        ),
        `${rows.length} of ${countOf(total, 'contract')}. \`hedgerow contracts show ID\` has every field.`,
      ].join('\n\n'),
  );
}

function filtersOf(context: VerbContext): Result<CallInput<'contracts.list'>> {
  const search = context.positionals.join(' ');
  const underlying = textOption(context, 'underlying');
  const venue = textOption(context, 'venue');
  const kind = textOption(context, 'kind');
  const payoff = textOption(context, 'payoff');
  if (kind !== undefined && kind !== 'perpetual' && kind !== 'dated')
    return wrongUsage('--kind', 'expected perpetual or dated');
  if (payoff !== undefined && payoff !== 'linear' && payoff !== 'inverse' && payoff !== 'quanto')
    return wrongUsage('--payoff', 'expected linear, inverse or quanto');
  return ok({
    ...(search === '' ? {} : { search }),
    ...(underlying === undefined ? {} : { underlying }),
    ...(venue === undefined ? {} : { venue }),
    ...(kind === undefined ? {} : { kind }),
    ...(payoff === undefined ? {} : { payoff }),
    ...(context.options['us'] === true ? { usPersons: true } : {}),
    ...(context.options['60-40'] === true ? { section1256: true } : {}),
    ...(context.options['own'] === true ? { own: true } : {}),
    ...(context.options['corrected'] === true ? { corrected: true } : {}),
  });
}

async function listedToday(context: VerbContext): Promise<Result<Report>> {
  const underlying = textOption(context, 'underlying')?.toUpperCase();
  return await reportOf(
    await context.openLedger(),
    'targets.contracts',
    underlying === undefined ? {} : { underlying },
    ({ contracts: rows }) =>
      table(
        rows,
        [
          { title: 'Contract', cell: (row) => row.id },
          { title: 'Name', cell: (row) => row.name },
          { title: 'Kind', cell: (row) => `${row.payoff} ${row.kind}` },
          {
            title: 'Unit',
            cell: (row) =>
              `${quantityText(row.multiplier)} ${row.payoff === 'inverse' ? row.quote : row.underlying}`,
            right: true,
          },
          {
            title: 'Step',
            cell: (row) => `${quantityText(row.quantityStep)} ${row.quantityUnit}`,
            right: true,
          },
          { title: 'Expiry', cell: (row) => row.expiry ?? row.expiryRule ?? '-' },
          { title: 'Margin', cell: (row) => shareText(row.initialMargin), right: true },
          { title: '60/40', cell: (row) => taxText(row.section1256, row.section1256Settled) },
          { title: 'US persons', cell: (row) => personsText(row.usPersons) },
          { title: 'Terms as of', cell: (row) => row.asOf },
        ],
        'None.',
      ),
  );
}

function taxText(status: boolean, settled: boolean): string {
  return `${status ? 'yes' : 'no'}${settled ? '' : ' (unsettled)'}`;
}

function personsText(usPersons: boolean | null): string {
  return usPersons === null ? 'unknown' : usPersons ? 'yes' : 'no';
}
