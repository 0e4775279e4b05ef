/** A real encrypted ledger of coins and futures, with a clock that the test sets: what is put on record is of that moment. */
import { handlers } from '../../../src/main/core/handlers.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { contract, type CallAnswer, type CallInput } from '../../../src/shared/contract/contract.ts';
import { must, openDesk } from '../imports/import-desk.fixture.ts';

type Name = keyof typeof handlers;
type AnyHandler = (request: unknown, context: CallContext) => Promise<Result<unknown>>;
export type TaxYearText = CallAnswer<'plan.taxYears'>['years'][number];

export const MBT = 'cme:MBT-202706';
export const PERP = 'binance-um:BTCUSDT';

export interface TaxLedger {
  /** Asks as of a moment; the answer is checked against the contract. */
  ask<N extends Name>(name: N, input: CallInput<N>, at: string): Promise<CallAnswer<N>>;
  /** Imports rows of the Hedgerow CSV layout at a moment; the first may name their columns. */
  bring(at: string, ...rows: readonly string[]): Promise<void>;
  /** The assessed year as of a moment. */
  year(year: number, at: string): Promise<TaxYearText>;
  /** What a figure's explanation says. */
  explained(id: string, at: string): Promise<string>;
  end(): Promise<void>;
}

const HEADER =
  'Time,Kind,Account,Account Kind,Received Asset,Received Quantity,Sent Asset,Sent Quantity,Contract,Side,Quantity,Price,Profit Asset,Profit,Asset,Id';

/** Coins for dollars. In: what all of them cost. */
export const bought = (time: string, quantity: string, cost: string, asset = 'BTC'): string =>
  `${time},buy,Kraken,exchange,${asset},${quantity},USD,${cost},,,,,,,,`;
export const sold = (time: string, quantity: string, proceeds: string, asset = 'BTC'): string =>
  `${time},sell,Kraken,exchange,USD,${proceeds},${asset},${quantity},,,,,,,,`;

let trades = 0;
/** In: the profit where the fill closes. */
export function fill(
  time: string,
  of: string,
  side: 'buy' | 'sell',
  quantity: string,
  price: number,
  profit = '',
): string {
  const unit = profit === '' ? '' : of === MBT ? 'USD' : 'USDT';
  return `${time},futures-fill,Futures,futures,,,,,${of},${side},${quantity},${price},${unit},${profit},,${++trades}`;
}
/** Signed: paid is negative. */
export function funding(time: string, amount: number): string {
  const [received, sent] = amount < 0 ? [',', `USDT,${-amount}`] : [`USDT,${amount}`, ','];
  return `${time},funding,Futures,futures,${received},${sent},${PERP},,,,,,,${++trades}`;
}
/** Of a coin or, with a colon, a contract. */
export function priced(time: string, of: string, price: number): string {
  const isContract = of.includes(':');
  return `${time},price,Kraken,exchange,,,,,${isContract ? of : ''},,,${price},,,${isContract ? '' : of},`;
}

/** Single, 90 000 of wages a year, 2024 to 2027, New York. */
const profile = {
  jurisdiction: 'us',
  currency: 'USD',
  timeZone: 'America/New_York',
  carryforward: { shortTerm: '0', longTerm: '0' },
  years: [2024, 2025, 2026, 2027].map((year) => ({
    year,
    filingStatus: 'single' as const,
    ordinaryIncome: '90000',
    deduction: 'standard' as const,
    otherInvestmentIncome: '0',
    qualifiedDividends: '0',
    otherShortTermGain: '0',
    otherLongTermGain: '0',
  })),
} as unknown as CallInput<'plan.saveProfile'>;

export async function openTaxLedger(): Promise<TaxLedger> {
  const desk = await openDesk();
  let files = 0;
  const ask: TaxLedger['ask'] = async (name, input, at) => {
    const instant = instantFromIso(at);
    const context = { ...desk.context(), now: instant, clock: instant };
    const handler = handlers[name] as unknown as AnyHandler;
    const answer = must(await handler(contract[name].input.parse(input), context));
    return contract[name].output.parse(answer) as never;
  };
  const ledger: TaxLedger = {
    ask,
    bring: async (at, ...rows) => {
      const head = rows[0]?.startsWith('Time,') === true ? [] : [HEADER];
      const upload = desk.upload([...head, ...rows, ''].join('\n'), `file-${++files}.csv`);
      await ask('imports.confirm', { files: [{ upload }], skipBadRows: false }, at);
    },
    year: async (year, at) => {
      const { years } = await ask('plan.taxYears', {}, at);
      const found = years.find((one) => one.year === year);
      if (found === undefined) throw new Error(`no ${year}`);
      return found;
    },
    explained: async (id, at) => (await ask('holdings.explain', { id }, at)).trace.value,
    end: async () => {
      const { intact } = await desk.ledger.read.verifyRecords();
      const isHash = (await desk.ledger.read.recomputeHash()) === desk.ledger.hash();
      await desk.end();
      if (!intact || !isHash) throw new Error('the chain of records or the hash is broken');
    },
  };
  await ask('plan.saveProfile', profile, '2026-01-02T12:00:00Z');
  return ledger;
}

/** A paper's sections as their printed cells, by section and column: `cell(paper, 'part-3', 0, 'gain')`. */
export type Paper = CallAnswer<'reports.preview'>;

export async function paperOf(
  ledger: TaxLedger,
  kind: CallInput<'reports.preview'>['kind'],
  year: number,
  at: string,
): Promise<Paper> {
  return await ledger.ask('reports.preview', { kind, year }, at);
}

/** Some columns of a section's rows, as printed. */
export function rowsOf(paper: Paper, id: string, ...columns: readonly string[]): (string | null)[][] {
  const section = paper.sections.find((one) => one.id === id);
  if (section === undefined) throw new Error(`no section ${id}`);
  const places = columns.map((column) => section.columns.findIndex((one) => one.id === column));
  return section.rows.map(({ cells }) => places.map((place) => cells[place]?.value ?? null));
}

/** The printed amount of a form's line. */
export function lineOf(paper: Paper, section: string, line: string, column = 'gain'): string | null {
  const found = rowsOf(paper, section, 'line', column).find(([name]) => name === line);
  if (found === undefined) throw new Error(`no line ${line}`);
  return found[1] ?? null;
}
