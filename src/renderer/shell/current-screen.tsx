import { Box } from '@mantine/core';
import { Suspense, useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { FaultBoundary } from '../ui/fault-boundary.tsx';
import { useNavigation } from '../ui/navigation.tsx';
import { Loading } from '../ui/states.tsx';
import { screens } from './screens.tsx';

const mainId = 'main';

/** The skip link must not become the address, which holds the place. */
export function focusMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById(mainId)?.focus();
}

/** The screen that the address names. Going to another moves the focus there and says its name in the window's title. */
export function CurrentScreen({ ledger }: { readonly ledger: string }): ReactNode {
  const { screen: id } = useNavigation();
  const screen = screens.find((each) => each.id === id);
  const shown = useRef(id);
  useEffect(() => {
    document.title = `${screen?.label ?? ''} · ${ledger} · Hedgerow`;
    if (shown.current === id) return;
    shown.current = id;
    window.scrollTo(0, 0);
    document.getElementById(mainId)?.focus({ preventScroll: true });
  }, [id, screen, ledger]);
  if (screen === undefined) return null;
  const { page: ScreenPage, label } = screen;
  return (
    <Box id={mainId} tabIndex={-1} p="xl" style={{ outline: 'none' }} aria-label={label} role="region">
      <Suspense fallback={<Loading what={`Opening ${label}`} />}>
        <FaultBoundary key={id} what={label}>
          <ScreenPage />
        </FaultBoundary>
      </Suspense>
    </Box>
  );
}
