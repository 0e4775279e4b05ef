import { Notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { LockPage } from './features/lock/lock-page.tsx';
import { RpcProvider } from './rpc/rpc-provider.tsx';
import { useCall } from './rpc/use-call.ts';
import { useLockedNotice } from './shell/use-locked-notice.ts';
import { useSayActive } from './shell/use-say-active.ts';
import { Shell } from './shell/shell.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { FaultBoundary } from './ui/fault-boundary.tsx';
import { HideAmountsProvider } from './ui/hide-amounts.tsx';
import { Answer } from './ui/states.tsx';

export function App(): ReactNode {
  return (
    <ThemeProvider>
      <HideAmountsProvider>
        <RpcProvider>
          {/* Where nothing is to be pressed: the last buttons of drawers and forms stand on the right. */}
          <Notifications position="bottom-left" />
          <FaultBoundary what="Hedgerow">
            <LockOrShell />
          </FaultBoundary>
        </RpcProvider>
      </HideAmountsProvider>
    </ThemeProvider>
  );
}

function LockOrShell(): ReactNode {
  const status = useCall('ledger.status', {});
  const [held, setHeld] = useState(false);
  useSayActive();
  useLockedNotice();
  return (
    <Answer of={status} what="Starting">
      {(answer) =>
        answer.state === 'open' && !held ? <Shell status={answer} /> : <LockPage hold={setHeld} />
      }
    </Answer>
  );
}
