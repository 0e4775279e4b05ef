import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { onPush } from '../rpc/client.ts';

const words = {
  idle: {
    title: 'Locked',
    message: 'Nobody used the ledger for five minutes, so it was locked. Nothing is lost.',
  },
  'core-ended': {
    title: 'Closed',
    message:
      'The part of Hedgerow that holds the ledger has ended. What was stored before is safe: open it again.',
  },
} as const;

/** Says why the ledger is locked when nobody asked for it. */
export function useLockedNotice(): void {
  useEffect(
    () =>
      onPush((push) => {
        if (push.type !== 'locked' || push.reason === 'user') return;
        notifications.show({ ...words[push.reason], color: 'yellow', autoClose: false });
      }),
    [],
  );
}
