import { expect, test, vi } from 'vitest';
import type { CallName } from '../../../../shared/contract/contract.ts';
import { CallFailed } from '../../../rpc/client.ts';
import type { CallState } from '../../../rpc/use-call.ts';
import { failedCalls } from './failed-calls.ts';

function call(message: string | null): CallState<CallName> {
  const failure = { code: 'call/core-ended', message: message ?? '', where: {}, fix: 'Again.' } as const;
  return {
    error: message === null ? null : new CallFailed(failure),
    refetch: vi.fn(),
  } as unknown as CallState<CallName>;
}

test('each cause stands once, and one press asks all again that it stopped', () => {
  const calls = [call('gone'), call(null), call('gone'), call('locked')];
  const failed = failedCalls(calls);
  expect(failed.map(({ failure }) => failure.message)).toEqual(['gone', 'locked']);
  failed[0]?.retry();
  expect(calls.map(({ refetch }) => vi.mocked(refetch).mock.calls.length)).toEqual([1, 0, 1, 0]);
});

test('nothing failed', () => expect(failedCalls([call(null)])).toEqual([]));
