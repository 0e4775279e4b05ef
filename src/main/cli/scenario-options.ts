/** What `project` changes for a question: a file, and short options for the usual changes. */
import { readFile } from 'node:fs/promises';
import type { CallInput } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { textOption, wrongUsage, type VerbContext } from './verb.ts';

type Scenario = CallInput<'plan.whatIf'>['scenario'];

export const scenarioOptions = {
  'what-if': { type: 'string', help: 'a JSON file of changes (- for stdin); the options below add to it' },
  income: { type: 'string', help: 'other wages in a year, as 2027=90000,2028=60000' },
  status: { type: 'string', help: 'filing status: single, marriedJoint, marriedSeparate, headOfHousehold' },
  price: {
    type: 'string',
    help: 'a price from now on, as BTC=120000 or BTC=+20%, by a day: BTC=120000@2027-06-30',
  },
  sell: {
    type: 'string',
    help: 'another sale, as BTC:0.5@2027-02-01, a lot’s id in place of BTC, =PRICE behind it',
  },
  move: {
    type: 'string',
    help: 'a planned step on another day, as STEP=2027-01-04 (steps are listed with their ids)',
  },
  without: { type: 'string', help: 'saved plans that are not carried out, by their ids' },
  election: { type: 'string', help: 'a tax choice made otherwise, as funding=when-paid' },
  inflation: { type: 'string', help: 'yearly growth of amounts not published yet, as 2.5%' },
  discount: { type: 'string', help: 'what money due later is discounted at, as 5%' },
  return: { type: 'string', help: 'what money kept meanwhile earns, as 5%' },
} as const;

/** The scenario that the options ask for; null where they ask for none. Errors: `call/invalid-input` naming the option. */
export async function scenarioOfOptions(context: VerbContext): Promise<Result<Scenario | null>> {
  const file = textOption(context, 'what-if');
  const given = file === undefined ? ok({}) : await scenarioFile(context, file);
  if (!given.ok) return given;
  const parts: Result<Partial<Scenario>>[] = [
    pairs(context, 'income', (year, ordinaryIncome) =>
      /^\d{4}$/u.test(year) ? { year: Number(year), ordinaryIncome } : null,
    ).map('income', 'expected YEAR=AMOUNT, such as 2027=90000'),
    pairs(context, 'price', priceOf).map('prices', 'expected ASSET=PRICE, ASSET=+20% or ASSET=PRICE@DATE'),
    sales(context),
    pairs(context, 'move', (step, date) => ({ step, date })).map('moves', 'expected STEP=DATE'),
    pairs(context, 'election', (id, value) => ({ id, value })).map(
      'elections',
      'expected ID=VALUE, such as funding=when-paid',
    ),
    single(context),
  ];
  let scenario: Scenario = given.value;
  for (const part of parts) {
    if (!part.ok) return part;
    scenario = merged(scenario, part.value);
  }
  return ok(Object.keys(scenario).length === 0 && file === undefined ? null : scenario);
}

async function scenarioFile(context: VerbContext, file: string): Promise<Result<Scenario>> {
  let text: string;
  try {
    text = file === '-' ? await context.terminal.readStdin() : await readFile(file, 'utf8');
  } catch {
    return wrongUsage('what-if', `the file ${file} cannot be read`);
  }
  try {
    const found: unknown = JSON.parse(text);
    const isObject = typeof found === 'object' && found !== null && !Array.isArray(found);
    // The core checks what is in it, field by field.
    return isObject ? ok(found as Scenario) : wrongUsage('what-if', 'expected a JSON object');
  } catch {
    return wrongUsage('what-if', `${file === '-' ? 'stdin' : file} is not JSON`);
  }
}

/** Lists grow, other fields are replaced. */
function merged(scenario: Scenario, more: Partial<Scenario>): Scenario {
  const together: Record<string, unknown> = { ...scenario };
  for (const [name, value] of Object.entries(more)) {
    const before = together[name];
    together[name] =
      Array.isArray(before) && Array.isArray(value)
        ? [...(before as unknown[]), ...(value as unknown[])]
        : value;
  }
  return together;
}

/** "A=1,B=2" as entries of a scenario's list. */
function pairs<Entry>(
  context: VerbContext,
  option: string,
  entryOf: (name: string, value: string) => Entry | null,
) {
  return {
    map(field: keyof Scenario, expected: string): Result<Partial<Scenario>> {
      const text = textOption(context, option);
      if (text === undefined) return ok({});
      const entries: Entry[] = [];
      for (const pair of text.split(',')) {
        const [, name, value] = /^(.+?)=(.+)$/u.exec(pair) ?? [];
        const entry = name === undefined || value === undefined ? null : entryOf(name, value);
        if (entry === null) return wrongUsage(option, expected);
        entries.push(entry);
      }
      return ok({ [field]: entries });
    },
  };
}

function priceOf(asset: string, text: string): NonNullable<Scenario['prices']>[number] | null {
  const [value = '', date] = text.split('@');
  const dated = date === undefined ? {} : { date };
  const change = value.endsWith('%') ? shareOf(value.replace(/^\+/u, '')) : null;
  if (value.endsWith('%')) return change === null ? null : { asset, change, ...dated };
  return { asset, price: value, ...dated };
}

function sales(context: VerbContext): Result<Partial<Scenario>> {
  const text = textOption(context, 'sell');
  if (text === undefined) return ok({});
  const found: NonNullable<Scenario['sales']>[number][] = [];
  for (const one of text.split(',')) {
    const [, of, quantity, date, price] = /^(.+):([^:@]+)@([^=]+)(?:=(.+))?$/u.exec(one) ?? [];
    if (of === undefined || quantity === undefined || date === undefined)
      return wrongUsage(
        'sell',
        'expected ASSET:QUANTITY@DATE, such as BTC:0.5@2027-02-01, with =PRICE where you like',
      );
    const isAsset = /^[A-Za-z0-9]{1,10}$/u.test(of);
    found.push({
      ...(isAsset ? { asset: of.toUpperCase() } : { lot: of }),
      quantity,
      date,
      ...(price === undefined ? {} : { price }),
    });
  }
  return ok({ sales: found });
}

function single(context: VerbContext): Result<Partial<Scenario>> {
  const found: Record<string, unknown> = {};
  const status = textOption(context, 'status');
  if (status !== undefined) found['filingStatus'] = status;
  const without = textOption(context, 'without');
  if (without !== undefined) found['withoutPlans'] = without.split(',');
  for (const [option, field] of [
    ['inflation', 'inflation'],
    ['discount', 'discountPerYear'],
    ['return', 'returnPerYear'],
  ] as const) {
    const text = textOption(context, option);
    if (text === undefined) continue;
    const share = shareOf(text);
    if (share === null) return wrongUsage(option, 'expected a share such as 2.5% or 0.025');
    found[field] = share;
  }
  return ok(found);
}

/** "2.5%" and "0.025" → "0.025"; the digits are moved, so that nothing is rounded. */
function shareOf(text: string): string | null {
  if (!text.endsWith('%')) return /^-?\d+(?:\.\d+)?$/u.test(text) ? text : null;
  const [, sign = '', whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?%$/u.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = `${whole.padStart(3, '0')}${decimals}`;
  const point = whole.padStart(3, '0').length - 2;
  const plain = `${digits.slice(0, point)}.${digits.slice(point)}`
    .replace(/^0+(?=\d)/u, '')
    .replace(/\.?0+$/u, '');
  return plain === '0' || plain === '' ? '0' : `${sign}${plain}`;
}
