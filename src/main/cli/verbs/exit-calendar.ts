import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { calendarKind } from '../../../shared/contract/calendar-calls.ts';
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { calendarText, movedText } from '../calendar-text.ts';
import { textOption, wrongUsage, type Calls, type Report, type Verb, type VerbContext } from '../verb.ts';

type Asked = CallInput<'calendar.read'>;
type Moves = CallInput<'calendar.whatIf'>['moves'];

const kinds = calendarKind.options;

export const exitCalendar: Verb = {
  summary:
    'the dates that matter: lots turning long-term, year ends, expiries, windows, plan steps, taxes due; and as an .ics file',
  usage: '[--kind KIND,…] [--asset ASSET,…] [--from DATE] [--to DATE] [--ics FILE] [--move ENTRY=DATE,…]',
  example: 'exit calendar --kind payment,year-end --to 2027-12-31 --ics dates.ics',
  options: {
    kind: { type: 'string', help: `only these, separated by commas: ${kinds.join(', ')}` },
    asset: { type: 'string', help: 'only what is about these coins; dates of no single coin stay' },
    from: { type: 'string', help: 'the first day (default: today; steps that wait stay)' },
    to: { type: 'string', help: 'the last day (default: the end of next year, or of the last plan’s year)' },
    each: { type: 'boolean', help: 'every day on which lots turn long-term, not each month’s together' },
    ids: { type: 'boolean', help: 'the id of each entry, as --move takes it' },
    ics: { type: 'string', help: 'write an iCalendar file for other calendars; - for stdout' },
    'with-amounts': {
      type: 'boolean',
      help: 'quantities and prices in the file, too (a calendar is seldom private)',
    },
    remind: { type: 'string', help: 'in the file: a reminder so many days before' },
    move: {
      type: 'string',
      help: 'what it would change to do planned steps on other days; nothing is stored',
    },
    force: { type: 'boolean', help: 'overwrite a file that is there' },
  },
  run: async (context) => {
    const asked = askedOf(context);
    if (!asked.ok) return asked;
    const file = textOption(context, 'ics');
    const move = textOption(context, 'move');
    if (file !== undefined && move !== undefined)
      return wrongUsage('move', 'a file holds the plan as it stands: use --move without --ics');
    if (file !== undefined && file !== '-' && existsSync(file) && context.options['force'] !== true)
      return wrongUsage('ics', `${file} is there already; --force overwrites it. Nothing was written`);
    const moves = move === undefined ? ok(null) : movesOf(move);
    if (!moves.ok) return moves;
    const remind = textOption(context, 'remind');
    if (remind !== undefined && !/^(?:[0-5]?\d|60)$/u.test(remind))
      return wrongUsage('remind', 'expected a number of days from 0 to 60');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    if (moves.value !== null) return await tried(moves.value, calls.value);
    if (file !== undefined) return await inFile(file, { ...asked.value, ...extras(context) }, calls.value);
    const answer = await calls.value.call('calendar.read', asked.value);
    const shown = { withIds: context.options['ids'] === true, each: context.options['each'] === true };
    return answer.ok ? ok({ document: answer.value, text: () => calendarText(answer.value, shown) }) : answer;
  },
};

function askedOf(context: VerbContext): Result<Asked> {
  const [stray] = context.positionals;
  if (stray !== undefined) return wrongUsage(stray, 'this verb takes options only');
  const chosen = listed(context, 'kind');
  const unknown = chosen?.find((one) => !kinds.some((kind) => kind === one));
  if (unknown !== undefined) return wrongUsage('kind', `“${unknown}” is none: expected ${kinds.join(', ')}`);
  const assets = listed(context, 'asset')?.map((asset) => asset.toUpperCase());
  const [from, to] = [textOption(context, 'from'), textOption(context, 'to')];
  return ok({
    ...(chosen === undefined ? {} : { kinds: kinds.filter((kind) => chosen.includes(kind)) }),
    ...(assets === undefined ? {} : { assets }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
}

function listed(context: VerbContext, name: string): string[] | undefined {
  return textOption(context, name)
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** "step:plan-1:plan-1-step-5=2027-02-01,…" */
function movesOf(text: string): Result<Moves> {
  const moves: Moves = [];
  for (const part of text.split(',')) {
    const [, entry, date] = /^(.+)=(\d{4}-\d\d-\d\d)$/u.exec(part.trim()) ?? [];
    if (entry === undefined || date === undefined)
      return wrongUsage('move', 'expected ENTRY=DATE, such as step:plan-1:plan-1-step-5=2027-02-01');
    moves.push({ entry, date });
  }
  return ok(moves);
}

function extras(context: VerbContext): { readonly withAmounts?: boolean; readonly remindDays?: number } {
  const remind = textOption(context, 'remind');
  return {
    ...(context.options['with-amounts'] === true ? { withAmounts: true } : {}),
    ...(remind === undefined ? {} : { remindDays: Number(remind) }),
  };
}

async function tried(moves: Moves, calls: Calls): Promise<Result<Report>> {
  const answer = await calls.call('calendar.whatIf', { moves });
  return answer.ok ? ok({ document: answer.value, text: () => movedText(answer.value) }) : answer;
}

async function inFile(
  file: string,
  asked: CallInput<'calendar.file'>,
  calls: Calls,
): Promise<Result<Report>> {
  const answer = await calls.call('calendar.file', asked);
  if (!answer.ok) return answer;
  const { content } = answer.value;
  if (file === '-') return ok({ document: answer.value, text: () => content.trimEnd() });
  try {
    await writeFile(file, content);
  } catch {
    const reason = `${file} cannot be written`;
    return fail('call/invalid-input', { field: 'ics', reason }, { field: 'ics' });
  }
  const path = resolve(file);
  const { entries, notes } = answer.value;
  return ok({ document: { file: path, entries, notes }, text: () => writtenText(path, answer.value) });
}

function writtenText(path: string, { entries, notes }: CallAnswer<'calendar.file'>): string {
  return [`Wrote ${entries} ${entries === 1 ? 'entry' : 'entries'} to ${path}`, ...notes].join('\n');
}
