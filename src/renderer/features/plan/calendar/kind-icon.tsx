import {
  IconCalendarDue,
  IconCalendarPlus,
  IconClockPause,
  IconEye,
  IconFlag,
  IconHourglassHigh,
  IconReceiptTax,
  IconRefresh,
  IconScale,
  IconTargetArrow,
  IconGavel,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EntryKind } from './calendar-model.ts';

const icons: Readonly<Record<EntryKind, Icon>> = {
  step: IconFlag,
  'long-term': IconHourglassHigh,
  expiry: IconCalendarDue,
  roll: IconRefresh,
  mark: IconScale,
  'year-end': IconCalendarPlus,
  payment: IconReceiptTax,
  window: IconClockPause,
  'price-target': IconTargetArrow,
  review: IconEye,
  election: IconGavel,
};

/** Tells kinds apart without colour; its word stands beside it or in the filter above. */
export function KindIcon({ kind, size }: { readonly kind: EntryKind; readonly size: number }): ReactNode {
  const Shape = icons[kind];
  return <Shape size={size} aria-hidden="true" style={{ flex: 'none' }} />;
}
