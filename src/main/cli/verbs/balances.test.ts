import { describe, expect, test } from 'vitest';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import type { Calls, VerbContext } from '../verb.ts';
import { balances } from './balances.ts';

type Issue = CallAnswer<'holdings.read'>['issues'][number];

function issue(code: string, severity: Issue['severity']): Issue {
  return { code, severity, message: code, fix: '', event: null, asset: null, account: null };
}

/** What `balances --check` says of holdings with these issues. */
async function checked(...issues: Issue[]): Promise<string> {
  const holdings = { asOf: '2026-11-20', holdings: [], issues };
  const calls = { call: async () => ok(holdings) } as unknown as Calls;
  const context = { options: { check: true }, openLedger: async () => ok(calls) } as unknown as VerbContext;
  const ran = await balances.run(context);
  return ran.ok ? 'ok' : ran.failure.code;
}

describe('--check', () => {
  test.each([
    ['lots/insufficient', 'error'],
    ['balances/below-zero', 'warning'],
  ] as const)('fails on %s', async (code, severity) => {
    expect(await checked(issue(code, severity))).toBe(code);
  });

  test('passes where only prices are missing', async () => {
    expect(await checked(issue('prices/none', 'error'), issue('prices/no-contract-mark', 'error'))).toBe(
      'ok',
    );
    expect(await checked()).toBe('ok');
  });
});
