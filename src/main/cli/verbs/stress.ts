import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import {
  countOf,
  countText,
  gainText,
  instantText,
  moneyText,
  priceText,
  quantityText,
  shareText,
} from '../numbers.ts';
import { overlayOf, overlayOptions } from '../overlay-options.ts';
import { paragraph } from '../paragraph.ts';
import { table, type Column } from '../table.ts';
import {
  reportOf,
  textOption,
  wrongUsage,
  type Calls,
  type Report,
  type Verb,
  type VerbContext,
} from '../verb.ts';
import { traceTree } from '../trace-tree.ts';

type Run = CallAnswer<'stress.run'>;
type Outcome = Run['results'][number];
type Grid = CallAnswer<'stress.grid'>;
type Register = CallAnswer<'stress.register'>;
type Tested = Pick<CallInput<'stress.run'>, 'overlay' | 'plan'>;

export const stress: Verb = {
  summary: 'what falls, rises, funding, depegs and lost venues would do to coins and futures together',
  usage: '[NAME…] [--with-overlay] [--plan ID] [--grid COIN] [--risks] [--list]',
  example: 'stress "All coins +30 %" --with-overlay --contract BTC=cme:MBT',
  options: {
    'with-overlay': { type: 'boolean', help: 'with the futures that "hedge plan" would add' },
    ...overlayOptions,
    plan: { type: 'string', help: 'with the legs of this saved plan that are not opened yet' },
    grid: { type: 'string', help: 'liquidation, margin and exposure over the price of this coin' },
    from: { type: 'string', help: 'with --grid: the lowest price, as a share below now (default -0.5)' },
    to: { type: 'string', help: 'with --grid: the highest (default 1)' },
    step: { type: 'string', help: 'with --grid: from one price to the next (default 0.05)' },
    risks: { type: 'boolean', help: 'every risk with its reading for this portfolio' },
    list: { type: 'boolean', help: 'the scenarios, with what happens in them and where they come from' },
  },
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    if (context.options['list'] === true) return await reportOf(calls, 'stress.scenarios', {}, listedText);
    const tested = await testedOf(context, calls.value);
    return tested.ok ? await answer(context, calls.value, tested.value) : tested;
  },
};

async function answer(context: VerbContext, calls: Calls, tested: Tested): Promise<Result<Report>> {
  const coin = textOption(context, 'grid');
  if (context.options['risks'] === true)
    return await reportOf(ok(calls), 'stress.register', tested, registerText);
  if (coin !== undefined) {
    const range = Object.fromEntries(
      ['from', 'to', 'step'].flatMap((name) => {
        const text = textOption(context, name);
        return text === undefined ? [] : [[name, text]];
      }),
    );
    return await reportOf(ok(calls), 'stress.grid', { ...tested, coin, ...range }, gridText);
  }
  const names = context.positionals;
  const input = names.length === 0 ? tested : { ...tested, scenarios: [...names] };
  return await reportOf(ok(calls), 'stress.run', input, runText);
}

async function testedOf(context: VerbContext, calls: Calls): Promise<Result<Tested>> {
  const plan = textOption(context, 'plan');
  const withPlan = plan === undefined ? {} : { plan };
  if (context.options['with-overlay'] !== true) {
    const stray = ['contract', 'rounding'].find((name) => textOption(context, name) !== undefined);
    if (stray !== undefined) return wrongUsage(stray, 'it needs --with-overlay');
    return ok(withPlan);
  }
  const overlay = await overlayOf(context, calls);
  return overlay.ok ? ok({ ...withPlan, overlay: overlay.value }) : overlay;
}

/** `stress`, all or many scenarios as a table; one alone in full. */
function runText(run: Run): string {
  const [first, ...others] = run.results;
  const shown = first !== undefined && others.length === 0 ? oneText(first) : manyText(run);
  return [
    aboutText(run),
    shown,
    ...unknownText(run.results.flatMap(({ unknown }) => unknown)),
    ...issuesText(run.issues),
  ].join('\n\n');
}

function aboutText({ asOf, plannedLegs, pricesAsOf, currency }: Run | Grid | Register): string {
  const planned = plannedLegs === 0 ? '' : ` with ${countOf(plannedLegs, 'planned leg')}`;
  return `As of ${asOf}${planned}, in ${currency}; the oldest price is of ${instantText(pricesAsOf)}`;
}

/** Several scenarios, one a line. */
export function manyText({ results }: Pick<Run, 'results'>): string {
  return table(
    results,
    [
      { title: 'Scenario', cell: ({ scenario }) => scenario.name },
      { title: 'State', cell: ({ state }) => state },
      { title: 'Change', cell: ({ change }) => gainText(change), right: true },
      { title: 'Share', cell: ({ changeRate }) => shareText(changeRate), right: true },
      ...partColumns(results),
      { title: 'Cash needed', cell: ({ cashNeeded }) => moneyText(cashNeeded), right: true },
      { title: 'Closed', cell: ({ accounts }) => closedText(accounts) },
    ],
    'There are no scenarios.',
  );
}

const PARTS = [
  ['coins', 'Coins'],
  ['futures', 'Futures'],
  ['funding', 'Funding'],
  ['fees', 'Fees'],
  ['lost', 'Lost'],
] as const;

/** The parts that add up to the change; those that are nothing in every scenario are left out. */
function partColumns(results: readonly Outcome[]): Column<Outcome>[] {
  return PARTS.filter(([part]) => results.some(({ parts }) => parts[part] !== '0')).map(([part, title]) => ({
    title,
    cell: ({ parts }) => gainText(parts[part]),
    right: true,
  }));
}

const MOST_NAMED = 2;

function closedText(accounts: Outcome['accounts']): string {
  const closed = accounts.filter((account) => account.closed !== null);
  const named = closed
    .slice(0, MOST_NAMED)
    .map(({ accountName, settleAsset }) => `${accountName} ${settleAsset}`);
  const more = closed.length - named.length;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${countText(more)} more`;
}

function oneText(outcome: Outcome): string {
  const { scenario, state, sentence, steps, needs, netDelta, legs, trace } = outcome;
  return [
    `${scenario.name} (${state})\n${paragraph(scenario.words, 2)}`,
    paragraph(sentence),
    table(
      steps,
      [
        { title: 'Step', cell: ({ label }) => label },
        { title: 'Hour', cell: ({ hour }) => quantityText(hour), right: true },
        { title: 'Wealth', cell: ({ wealth }) => moneyText(wealth), right: true },
        { title: 'Cash needed', cell: ({ cashNeeded }) => moneyText(cashNeeded), right: true },
        { title: 'What happens', cell: ({ events }) => events.join(' ') },
      ],
      'No steps.',
    ),
    ...(needs.length === 0 ? [] : [needsText(needs)]),
    table(
      netDelta,
      [
        { title: 'Coins that move', cell: ({ asset }) => asset },
        { title: 'Before', cell: ({ before }) => quantityText(before), right: true },
        { title: 'After', cell: ({ after }) => quantityText(after), right: true },
      ],
      'No coins.',
    ),
    ...(legs.length === 0 ? [] : [legsText(legs)]),
    traceTree(trace, new Map()).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function needsText(needs: Outcome['needs']): string {
  return table(
    needs,
    [
      { title: 'Venue', cell: ({ venue }) => venue },
      { title: 'To stay open', cell: ({ toMaintenance }) => moneyText(toMaintenance), right: true },
      { title: 'To initial margin', cell: ({ toInitial }) => moneyText(toInitial), right: true },
      { title: 'At', cell: ({ step }) => step },
    ],
    '',
  );
}

function legsText(legs: Outcome['legs']): string {
  return table(
    legs,
    [
      { title: 'Position', cell: ({ side, contractName }) => `${side} ${contractName}` },
      { title: 'Account', cell: ({ accountName }) => accountName },
      { title: 'State', cell: ({ state, planned }) => (planned ? `${state} (planned)` : state) },
      { title: 'Price', cell: ({ closePrice, mark }) => priceText(closePrice ?? mark), right: true },
      {
        title: 'Profit',
        cell: ({ profit, settleAsset }) => `${quantityText(profit)} ${settleAsset}`,
        right: true,
      },
      { title: 'Funding', cell: ({ funding }) => quantityText(funding), right: true },
    ],
    '',
  );
}

function gridText(grid: Grid): string {
  return [
    `${aboutText(grid)}\n${grid.coin} at ${priceText(grid.price)}`,
    paragraph(grid.sentence),
    table(
      grid.points,
      [
        { title: 'Move', cell: ({ move }) => shareText(move), right: true },
        { title: 'Price', cell: ({ price }) => priceText(price), right: true },
        { title: 'Wealth', cell: ({ wealth }) => moneyText(wealth), right: true },
        { title: `Net ${grid.coin}`, cell: ({ netDelta }) => quantityText(netDelta), right: true },
        { title: 'Hedged', cell: ({ hedgeRatio }) => shareText(hedgeRatio), right: true },
        { title: 'Cash needed', cell: ({ cashNeeded }) => moneyText(cashNeeded), right: true },
        ...grid.accounts.map((account, place) => ({
          title: `Buffer ${marginName(account, grid)}`,
          cell: ({ accounts }: Grid['points'][number]) => bufferText(accounts[place]),
          right: true,
        })),
      ],
      'No prices.',
    ),
    ...unknownText(grid.unknown),
    ...issuesText(grid.issues),
  ].join('\n\n');
}

/** An account by its name; where an isolated position in it stands apart, that by the name of its contract. */
export function marginName(
  { id, accountName, settleAsset }: Grid['accounts'][number],
  { accounts, legs }: Pick<Grid, 'accounts' | 'legs'>,
): string {
  const alike = accounts.filter((one) => one.accountName === accountName && one.settleAsset === settleAsset);
  const name = `${accountName} ${settleAsset}`;
  if (alike.length < 2) return name;
  const [leg, ...others] = legs.filter(({ margin }) => margin === id);
  return leg === undefined || others.length > 0 ? name : `${name}, ${leg.contractName}`;
}

function bufferText(at: Grid['points'][number]['accounts'][number] | undefined): string {
  if (at === undefined || at.buffer === null) return '-';
  return `${quantityText(at.buffer)}${at.liquidated === true ? ' closed' : ''}`;
}

function registerText(register: Register): string {
  const rows = register.rows.map(
    ({ name, state, words, todo }) =>
      `${paragraph(`${state.toUpperCase()} ${name}: ${words}`)}\n${paragraph(todo, 4)}`,
  );
  return [aboutText(register), ...rows, ...issuesText(register.issues)].join('\n\n');
}

/** The list of scenarios, as `stress --list`, `stress add` and `stress remove` show it. */
export function listedText({ scenarios }: CallAnswer<'stress.scenarios'>): string {
  return scenarios
    .map(
      ({ id, name, words, source, steps }) =>
        `${name} (${id})\n${paragraph(words, 2)}\n${paragraph(`${countOf(steps.length, 'step')}; source: ${source}.`, 2)}`,
    )
    .join('\n\n');
}

function unknownText(unknown: readonly string[]): string[] {
  const once = [...new Set(unknown)];
  return once.length === 0
    ? []
    : [['Not in the figures', ...once.map((words) => paragraph(words, 2))].join('\n')];
}
