import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import type { Result } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { gainText, moneyText, orderText, priceText, quantityText, shareText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Report, type Verb, type VerbContext } from '../verb.ts';

type Monitor = CallAnswer<'monitor.read'>;
type Row = Monitor['rows'][number];
type Limits = NonNullable<CallInput<'monitor.setThresholds'>['thresholds']>;

export const monitor: Verb = {
  summary:
    'the watch over hedge legs, the worst first; of one leg: every figure, and the trade that restores it',
  usage: '[LEG|POSITION|default] [--set NAME=VALUE,…] [--reset] [--closed]',
  example: 'monitor plan-1-leg-1 --set ratio=0.05,distance=0.25',
  options: {
    set: {
      type: 'string',
      help: 'when to speak up: ratio, distance, sigmas (shares), checkDays, rollWarnDays, rollActDays, priceAgeDays (days)',
    },
    reset: { type: 'boolean', help: 'back to the default limits' },
    closed: { type: 'boolean', help: 'with the legs that are closed' },
  },
  async run(context) {
    const [of] = context.positionals;
    const set = textOption(context, 'set');
    if (set !== undefined || context.options['reset'] === true)
      return await setLimits(context, of ?? 'default', set);
    const closed = context.options['closed'] === true;
    const calls = await context.openLedger();
    if (!calls.ok || of === undefined) return await reportOf(calls, 'monitor.read', { closed }, monitorText);
    const read = await calls.value.call('monitor.read', { leg: of });
    if (!read.ok) return read;
    const isLeg = read.value.rows[0]?.leg === of;
    const proposal = isLeg ? await calls.value.call('monitor.proposal', { leg: of }) : null;
    if (proposal?.ok === false) return proposal;
    const words = proposal === null ? '' : proposal.value.sentence;
    const text = (): string => read.value.rows.map((row) => rowText(row, words)).join('\n\n');
    return ok({ document: read.value, text });
  },
};

async function setLimits(context: VerbContext, of: string, set: string | undefined): Promise<Result<Report>> {
  const limits = set === undefined ? ok(null) : limitsOf(set);
  if (!limits.ok) return limits;
  return await reportOf(
    await context.openLedger(),
    'monitor.setThresholds',
    { of, thresholds: limits.value },
    ({ thresholds }) =>
      Object.entries(thresholds)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join('\n'),
  );
}

const SHARES = new Set(['ratio', 'distance', 'sigmas']);
const COUNTS = new Set(['checkDays', 'rollWarnDays', 'rollActDays', 'priceAgeDays']);

function limitsOf(set: string): Result<Limits> {
  const limits: Record<string, string | number> = {};
  for (const word of set.split(',')) {
    const [name = '', value = ''] = word.split('=');
    if (SHARES.has(name)) limits[name] = value;
    else if (COUNTS.has(name) && /^\d+$/u.test(value)) limits[name] = Number(value);
    else
      return wrongUsage('set', `expected a name and a value such as ratio=0.05 or checkDays=7, not ${word}`);
  }
  return ok(limits as Limits);
}

function monitorText({ rows, header, issues }: Monitor): string {
  return [
    `${header.level.toUpperCase()}: ${header.sentence}\n${paragraph(`Next: ${header.next}`)}`,
    table(
      rows,
      [
        { title: 'Leg', cell: (row) => row.leg ?? row.position ?? '' },
        { title: 'State', cell: (row) => row.state },
        {
          title: 'Open',
          cell: (row) => `${row.side === 'sell' ? 'short' : 'long'} ${orderText(row, row.asset)}`,
        },
        { title: 'Ratio', cell: (row) => shareText(row.ratio.now), right: true },
        { title: 'Plan', cell: (row) => shareText(row.ratio.planned), right: true },
        { title: 'Left over', cell: (row) => moneyText(row.residual.value), right: true },
        { title: 'To liquidation', cell: distanceCell, right: true },
        { title: 'Buffer', cell: (row) => moneyText(row.margin.buffer), right: true },
        { title: 'Funding', cell: (row) => gainText(row.funding.quantity), right: true },
        { title: 'Days', cell: (row) => (row.expiry === null ? '' : String(row.expiry.days)), right: true },
        {
          title: 'Price age',
          cell: (row) => `${row.price.ageDays ?? '-'} d${row.stale ? ' STALE' : ''}`,
          right: true,
        },
        { title: 'Level', cell: (row) => row.level },
      ],
      'No futures are open and none are planned.',
    ),
    ...rows.flatMap((row) =>
      row.alarms.slice(0, 3).map(({ level, words }) => paragraph(`${level}: ${words}`, 2)),
    ),
    ...issuesText(issues),
  ].join('\n');
}

function distanceCell({ liquidation }: Row): string {
  if (liquidation.kind === 'none') return 'none';
  return liquidation.distance === null ? '?' : shareText(liquidation.distance);
}

/** One leg in full. */
function rowText(row: Row, proposal: string): string {
  const lines = [
    `${row.leg ?? row.position ?? ''}: ${row.contractName}, ${row.state}, ${row.level}`,
    ...row.alarms.map(({ level, words }) => paragraph(`${level}: ${words}`, 2)),
    paragraph(`Price: ${row.price.words} ${priceText(row.price.mark)} ${row.quote}`, 2),
    paragraph(`Ratio: ${row.ratio.words}`, 2),
    ...(row.drift === null ? [] : [driftText(row, row.drift)]),
    paragraph(
      `Left over: ${quantityText(row.residual.coins)} ${row.asset}, ${moneyText(row.residual.value)}`,
      2,
    ),
    paragraph(`Margin: ${row.margin.words}`, 2),
    paragraph(`Liquidation: ${row.liquidation.words}`, 2),
    paragraph(
      `Funding: ${gainText(row.funding.quantity)} ${row.funding.asset} in ${row.funding.payments} payments`,
      2,
    ),
    ...(row.basis === null ? [] : [paragraph(`Basis: ${row.basis.words}`, 2)]),
    ...(row.expiry === null ? [] : [paragraph(`End: ${row.expiry.words}`, 2)]),
    ...(proposal === '' ? [] : [paragraph(`Proposal: ${proposal}`, 2)]),
    paragraph(`Next: ${row.next}`, 2),
  ];
  return lines.join('\n');
}

function driftText(row: Row, drift: NonNullable<Row['drift']>): string {
  const changed = drift.causes.filter(({ coins }) => coins !== '0');
  return [
    paragraph(
      `Gap: ${quantityText(drift.gapAtPlan)} ${row.asset} at plan, ${quantityText(drift.gapNow)} now`,
      2,
    ),
    ...changed.map(({ words }) => paragraph(words, 4)),
  ].join('\n');
}
