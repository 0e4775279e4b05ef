import { expect, test } from 'vitest';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { zeroMoney, type Money } from '../../../../shared/num/types.ts';
import type { Trace } from '../../../ui/trace-part.ts';
import { line } from './drift-line.fixture.ts';
import { shareTrace } from './drift-trace.ts';

const added = ({ parts }: Trace): string =>
  toText(
    sum(
      parts.map(({ value }) => money(value)),
      zeroMoney,
    ),
  );

test('the share re-adds from coins, futures and all lines', () => {
  const btc = line('BTC', { effectiveWeight: '0.5' });
  const trace = shareTrace(btc, [btc, line('ETH')], 'USD');
  const [mine, all] = trace.parts;
  expect(mine && added(mine)).toBe(mine?.value);
  expect(all && added(all)).toBe(all?.value);
  expect(toText(ratio<Money>(money(mine?.value ?? ''), money(all?.value ?? ''), 'half-even'))).toBe(
    trace.value,
  );
  expect(mine?.parts.map(({ explain }) => explain)).toEqual([
    'holding:BTC/value',
    'holding:BTC/futuresValue',
  ]);
});

test('cash is made of what is held as money; the other side of futures has no id of its own', () => {
  const member = { ...line('x'), asset: 'USDT', spotValue: '40' };
  const cash = line('CASH', {
    kind: 'cash',
    members: [member, { ...member, asset: 'USD', spotValue: '25' }],
  });
  const [mine] = shareTrace(cash, [cash], 'USD').parts;
  const [held, futures] = mine?.parts ?? [];
  expect(held && added(held)).toBe('65');
  expect(held?.parts.map(({ explain }) => explain)).toEqual(['holding:USDT/value', 'holding:USD/value']);
  expect(futures?.explain).toBeUndefined();
});
