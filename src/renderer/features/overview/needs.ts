/** What needs the person, grouped by cause, most urgent first; and the one thing to do next. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { groupIssues, type IssueText } from '../../ui/issue-groups.ts';
import type { ScreenId, ScreenParams } from '../../ui/navigation.tsx';

export interface Way {
  readonly screen: ScreenId;
  readonly params: ScreenParams;
  /** What the button says. */
  readonly words: string;
}

export interface Need {
  readonly key: string;
  readonly severity: IssueText['severity'];
  readonly message: string;
  readonly fix: string;
  /** How many more have the same cause. */
  readonly more: number;
  readonly way: Way;
  /** A second thing that can be done about it. */
  readonly also?: Way;
}

export interface NeedsInput {
  readonly holdings: readonly Pick<CallAnswer<'holdings.read'>['holdings'][number], 'asset' | 'quantity'>[];
  readonly issues: readonly IssueText[];
  readonly prices: CallAnswer<'prices.read'> | undefined;
  readonly targets: CallAnswer<'targets.read'> | undefined;
  /** Rules that fired and wait, and whether all rest after a decision: then drift alone asks for nothing. */
  readonly rules: { readonly waiting: number; readonly quiet: boolean };
  readonly plans: CallAnswer<'targets.plans'>['plans'];
  readonly monitor: CallAnswer<'monitor.read'> | undefined;
  readonly today: string;
}

const order = { error: 0, warning: 1, note: 2 } as const;

export function needs(input: NeedsInput): readonly Need[] {
  const fromIssues = groupIssues(distinct(input.issues)).map(({ key, first, rest }) => ({
    key,
    severity: first.severity,
    message: first.message,
    fix: first.fix,
    more: rest.length,
    way: wayFor(first),
  }));
  const all = [
    ...fromIssues,
    ...hedgeNeeds(input),
    ...priceNeeds(input),
    ...stepNeeds(input),
    ...targetNeeds(input),
  ];
  return byUrgency(all);
}

/** Most urgent first; equal ones as given. */
export function byUrgency(list: readonly Need[]): readonly Need[] {
  return list.toSorted((a, b) => order[a.severity] - order[b.severity]);
}

/** Where an issue is mended: the first part of its code names what it is about. */
export function wayFor({ code, asset }: IssueText): Way {
  const params: ScreenParams = asset === null ? {} : { asset };
  switch (code.split('/')[0]) {
    case 'price':
    case 'prices':
    case 'valuation':
      return { screen: 'holdings', params: { prices: 'open' }, words: 'Enter prices' };
    case 'balances':
      return { screen: 'import', params: { tab: 'balances' }, words: 'Open Import' };
    case 'transfers':
      return { screen: 'import', params: { tab: 'transfers' }, words: 'Open Import' };
    case 'lots':
    case 'import':
      return { screen: 'import', params: {}, words: 'Open Import' };
    case 'hedge':
    case 'monitor':
    case 'position':
      return { screen: 'monitor', params: {}, words: 'Open the monitor' };
    case 'policy':
    case 'targets':
    case 'overlay':
      return { screen: 'targets', params, words: 'Open Targets' };
    case 'tax':
    case 'profile':
    case 'plan':
      return {
        screen: 'plan',
        params: code.startsWith('profile') ? { profile: 'open' } : { tab: 'years' },
        words: 'Open the plan',
      };
    case undefined:
    default:
      return { screen: 'holdings', params, words: 'Open Holdings' };
  }
}

/** Hedges near trouble. What is only to be watched waits on the monitor. */
function hedgeNeeds({ monitor }: NeedsInput): readonly Need[] {
  if (monitor === undefined) return [];
  const urgent = monitor.rows.filter(({ level }) => level === 'danger' || level === 'act');
  const [first] = urgent;
  if (first === undefined) return [];
  const { leg, position, level, alarms, next } = first;
  const key = leg ?? position;
  return [
    {
      key: 'hedge urgent',
      severity: level === 'danger' ? 'error' : 'warning',
      message: alarms[0]?.words ?? `The hedge with ${first.symbol} needs you.`,
      fix: next,
      more: urgent.length - 1,
      way: { screen: 'monitor', params: key === null ? {} : { leg: key }, words: 'Open the monitor' },
    },
  ];
}

function priceNeeds({ prices, issues }: NeedsInput): readonly Need[] {
  if (prices === undefined || issues.some(({ code }) => /^(?:price|valuation)/u.test(code))) return [];
  const way: Way = { screen: 'holdings', params: { prices: 'open' }, words: 'Enter prices' };
  const { missing } = prices;
  const [first] = missing;
  if (first !== undefined) {
    return [
      {
        key: 'prices missing',
        severity: 'warning',
        message: `${first} has no price, so it is not in your total.`,
        fix: 'Type a price; Hedgerow never fetches one.',
        more: missing.length - 1,
        way,
      },
    ];
  }
  const aged = prices.prices.filter(({ stale }) => stale);
  const [oldest] = aged.toSorted((a, b) => b.ageDays - a.ageDays);
  if (oldest === undefined) return [];
  return [
    {
      key: 'prices aged',
      severity: 'note',
      message: `The price of ${oldest.of} is ${oldest.ageDays} days old.`,
      fix: 'Figures are as of those prices. Type new ones to bring them up to date.',
      more: aged.length - 1,
      way,
    },
  ];
}

function stepNeeds({ plans, today }: NeedsInput): readonly Need[] {
  const due = plans.flatMap(({ steps }) =>
    steps.filter(({ doneAt, date }) => doneAt === null && date <= today),
  );
  const [first] = due.toSorted((a, b) => a.date.localeCompare(b.date));
  if (first === undefined) return [];
  return [
    {
      key: 'steps due',
      severity: 'warning',
      message: `A step of your plan is due: ${first.text}`,
      fix: 'Do it, then mark it done.',
      more: due.length - 1,
      way: { screen: 'plan', params: { tab: 'steps' }, words: 'Open the plan' },
    },
  ];
}

function targetNeeds({ targets, rules }: NeedsInput): readonly Need[] {
  if (targets === undefined) return [];
  const way: Way = { screen: 'targets', params: {}, words: 'Open Targets' };
  if (targets.policy === null) {
    return [
      {
        key: 'no targets',
        severity: 'note',
        message: 'You have not said yet which mix you want.',
        fix: 'Set targets, and Hedgerow shows how far you are from them.',
        more: 0,
        way: { ...way, words: 'Set targets' },
      },
    ];
  }
  if (rules.waiting > 0 || rules.quiet) return [];
  const [first] = targets.triggers;
  // Each trigger begins with its asset; two rules may fire for one.
  const assets = new Set(targets.triggers.map((trigger) => trigger.split(' ', 1)[0]));
  if (first === undefined) return [];
  return [
    {
      key: 'drift',
      severity: 'warning',
      message: first,
      fix: 'See what each way back costs: selling, hedging, a mix or new money.',
      more: assets.size - 1,
      way: { ...way, params: { tab: 'ways' }, words: 'See the ways back' },
    },
  ];
}

/** Holdings and targets may both report one issue. */
function distinct(issues: readonly IssueText[]): readonly IssueText[] {
  const seen = new Map(
    issues.map((issue) => [
      [issue.code, issue.message, issue.event, issue.asset, issue.account].join('\n'),
      issue,
    ]),
  );
  return [...seen.values()];
}

/** The screen's one button: the first need, put as a thing to do; null when nothing needs anybody. */
export function nextAction(list: readonly Need[]): Way | null {
  const [first] = list;
  if (first === undefined) return null;
  return { ...first.way, words: first.key === 'no targets' ? 'Set targets' : 'Fix next issue' };
}
