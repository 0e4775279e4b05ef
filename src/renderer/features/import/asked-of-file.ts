/**
 * What a file leaves open and a person can answer, read from the sentences of its problems (a test holds them to the
 * sentences of the core).
 */
import type { PreviewFile } from './import-flow.ts';

type Problems = readonly Pick<PreviewFile['problems'][number], 'code' | 'message'>[];

/** Nothing in the file tells whether days or months come first. */
export function asksDateOrder(problems: Problems): boolean {
  return problems.some(
    ({ code }) => code === 'import/date-order-unknown' || code === 'import/date-order-mixed',
  );
}

/** Numbers can be read in two ways: nothing in the file tells which, or its rows do not agree. */
export function asksDecimalMark(problems: Problems): boolean {
  return problems.some(
    ({ code }) => code === 'import/decimal-mark-unknown' || code === 'import/decimal-mark-mixed',
  );
}

/** The rows look like those of another file that a spreadsheet has saved anew. */
export function asksWhetherOther(problems: Problems): boolean {
  return problems.some(({ code }) => code === 'import/looks-saved-anew');
}

/** The two things that a file can be of: "deposits" and "withdrawals"; none where it does not ask. */
export function marketsAsked(problems: Problems): readonly string[] {
  const asked = problems.find(({ code }) => code === 'import/market-unclear');
  const [, one, other] = / can be of (.+) or of (.+?): nothing/u.exec(asked?.message ?? '') ?? [];
  return one === undefined || other === undefined ? [] : [one, other];
}

export interface TickerAsked {
  readonly exchange: string;
  readonly ticker: string;
}

/** A ticker that stands for two coins, where the message is about one. */
export function tickerAsked(problem: Problems[number]): TickerAsked | null {
  if (problem.code !== 'import/ticker-in-doubt') return null;
  const [, exchange, ticker] = /^At (.+), (\S+) may stand for /u.exec(problem.message) ?? [];
  return exchange === undefined || ticker === undefined ? null : { exchange, ticker };
}
