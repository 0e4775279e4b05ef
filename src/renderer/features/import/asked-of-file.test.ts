import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/errors/failure.ts';
import {
  asksDateOrder,
  asksDecimalMark,
  asksWhetherOther,
  marketsAsked,
  tickerAsked,
} from './asked-of-file.ts';

describe('what a file leaves open', () => {
  it('which of two things it is of', () => {
    const asked = failure('import/market-unclear', {
      file: 'a or of b.csv',
      one: 'deposits',
      other: 'withdrawals',
    });
    expect(marketsAsked([asked])).toEqual(['deposits', 'withdrawals']);
    expect(marketsAsked([])).toEqual([]);
  });

  it('how decimals are written', () => {
    const values = { file: 'a.csv', example: '1,234', point: '1234', comma: '1.234' };
    expect(asksDecimalMark([failure('import/decimal-mark-unknown', values)])).toBe(true);
    expect(asksDecimalMark([])).toBe(false);
  });

  it('whether its rows are others', () => {
    const values = { count: '2 rows', file: 'b.csv', as: 'a.csv', id: '1' };
    expect(asksWhetherOther([failure('import/looks-saved-anew', values)])).toBe(true);
    expect(asksWhetherOther([])).toBe(false);
  });

  it('what a ticker stands for', () => {
    const values = { exchange: 'Crypto.com', ticker: 'LUNA', couldBe: 'LUNA or LUNC', first: 'LUNC' };
    expect(tickerAsked(failure('import/ticker-in-doubt', values))).toEqual({
      exchange: 'Crypto.com',
      ticker: 'LUNA',
    });
    expect(tickerAsked({ code: 'import/negative', message: values.ticker })).toBeNull();
  });

  it('whether days or months come first', () => {
    const values = { file: 'a.csv', example: '01/02/2025' };
    expect(asksDateOrder([failure('import/date-order-unknown', values)])).toBe(true);
    expect(asksDateOrder([{ code: 'import/empty-file', message: '' }])).toBe(false);
  });
});
