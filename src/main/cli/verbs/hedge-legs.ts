import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { countOf, gainText, moneyText, orderText, priceText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

type Legs = CallAnswer<'hedge.legs'>;
type PlanLife = Legs['plans'][number];
type LegLife = PlanLife['legs'][number];
type Plan = CallAnswer<'targets.plans'>['plans'][number];

export const hedgeLegs: Verb = {
  summary:
    'the legs of every saved plan: what became of them, their fills, lots and records; and what belongs to none',
  usage: '[--fills]',
  example: 'hedge legs --fills',
  options: { fills: { type: 'boolean', help: 'with every linked fill and the row it came from' } },
  run: async (context) => {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const plans = await calls.value.call('targets.plans', {});
    if (!plans.ok) return plans;
    const steps = new Map(plans.value.plans.map((plan) => [plan.id, plan.steps]));
    const fills = context.options['fills'] === true;
    return await reportOf(ok(calls.value), 'hedge.legs', {}, (answer) => legsText(answer, steps, fills));
  },
};

function legsText(
  { plans, unclaimed, issues }: Legs,
  steps: ReadonlyMap<string, Plan['steps']>,
  fills: boolean,
): string {
  const none = 'No overlay is saved: `hedgerow hedge plan --save --exit DATE`.';
  return [
    ...(plans.length === 0 ? [none] : plans.map((plan) => lifeText(plan, steps.get(plan.plan) ?? [], fills))),
    ...(unclaimed.length === 0 ? [] : [unclaimedText(unclaimed)]),
    ...issuesText(issues),
  ].join('\n\n\n');
}

function lifeText(plan: PlanLife, steps: Plan['steps'], fills: boolean): string {
  return [
    `Plan ${plan.plan} of ${plan.firstDay}, to close by ${plan.exitDate} (${plan.state})\n${paragraph(plan.sentence)}\n${paragraph(`Why: ${plan.reason}`)}`,
    ...plan.legs.map((leg) => legText(leg, fills)),
    ...(steps.length === 0 ? [] : [stepsText(steps)]),
  ].join('\n\n');
}

export function legText(leg: LegLife, fills: boolean): string {
  const lots = `${countOf(leg.lots.length, 'lot')} hedged, ${countOf(leg.records.length, 'record')}${leg.linkable === 0 ? '' : `, ${countOf(leg.linkable, 'fill')} to link`}`;
  return [
    `${leg.leg}: ${leg.side} ${orderText(leg, leg.asset)} of ${leg.symbol}, ${leg.state}`,
    paragraph(`${leg.stateWords} ${lots}.`, 2),
    ...(leg.contracts.length === 0 ? [] : [contractTable(leg)]),
    ...(fills && leg.fills.length > 0 ? [fillTable(leg.fills)] : []),
    ...issuesText(leg.issues),
  ].join('\n');
}

function contractTable({ contracts, asset }: LegLife): string {
  return table(
    contracts,
    [
      { title: '  Contract', cell: (one) => `  ${one.symbol}` },
      {
        title: 'Open',
        cell: (one) => (one.side === 'flat' ? 'closed' : `${one.side} ${orderText(one, asset)}`),
      },
      { title: 'Entry', cell: (one) => priceText(one.averageEntry), right: true },
      {
        title: 'Realised',
        cell: (one) => `${gainText(one.realisedProfit.quantity)} ${one.realisedProfit.asset}`,
        right: true,
      },
      {
        title: 'Funding',
        cell: (one) => `${gainText(one.funding.quantity)} ${one.funding.asset}`,
        right: true,
      },
      { title: 'From', cell: (one) => one.opened.slice(0, 10) },
      { title: 'To', cell: (one) => one.closed?.slice(0, 10) ?? '' },
    ],
    '',
  );
}

export function fillTable(fills: LegLife['fills']): string {
  return table(
    fills,
    [
      { title: '  Fill', cell: (fill) => `  ${fill.event}` },
      { title: 'Day', cell: (fill) => fill.date },
      { title: 'Order', cell: (fill) => `${fill.side} ${quantityText(fill.quantity)} ${fill.symbol}` },
      { title: 'Price', cell: (fill) => priceText(fill.price), right: true },
      { title: 'Did', cell: (fill) => fill.did },
      { title: 'From', cell: (fill) => `${fill.file}, line ${fill.line}` },
    ],
    '',
  );
}

function unclaimedText(unclaimed: Legs['unclaimed']): string {
  const rows = table(
    unclaimed,
    [
      { title: 'Open, in no plan', cell: (one) => one.position },
      { title: 'Side', cell: (one) => one.side },
      { title: 'Quantity', cell: (one) => orderText(one, one.asset), right: true },
      { title: 'Notional', cell: (one) => moneyText(one.notional), right: true },
    ],
    '',
  );
  return `${rows}\n${paragraph('`hedgerow hedge adopt --exit DATE` makes a plan of them; `hedgerow hedge link LEG FILL…` puts their fills to a leg.')}`;
}

function stepsText(steps: Plan['steps']): string {
  return steps
    .map((step) => paragraph(`[${step.doneAt === null ? ' ' : 'x'}] ${step.date} ${step.text}`, 2))
    .join('\n');
}

/** One saved overlay, as `hedge plan --save` shows it too. */
export function planText({ id, createdAt, exitDate, sentence, legs, steps, record }: Plan): string {
  return [
    `Plan ${id} of ${createdAt.slice(0, 10)}, to close by ${exitDate}\n${paragraph(sentence)}`,
    table(
      legs,
      [
        { title: 'Leg', cell: (leg) => leg.id },
        { title: 'Asset', cell: (leg) => leg.asset },
        { title: 'Contract', cell: (leg) => leg.contract },
        { title: 'Side', cell: (leg) => leg.side },
        { title: 'Quantity', cell: (leg) => quantityText(leg.quantity), right: true },
        { title: 'Price', cell: (leg) => priceText(leg.price), right: true },
        { title: 'Notional', cell: (leg) => moneyText(leg.notional), right: true },
        { title: 'State', cell: (leg) => leg.state },
      ],
      'No legs.',
    ),
    stepsText(steps),
    `Identified in record ${record.sequence} on ${record.recordedAt} (${record.hash.slice(0, 16)}…)`,
  ].join('\n\n');
}
