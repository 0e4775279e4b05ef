import type { ReactNode } from 'react';

/** Three shrubs in a row. Decoration: the name stands beside it. */
export function Logo({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#2a5123" />
      <path d="M5 24c0-4 2.2-7 5-7s5 3 5 7z" fill="#88b57d" />
      <path d="M11.5 24c0-6.5 2.4-12 6-12s6 5.5 6 12z" fill="#c5dbbe" />
      <path d="M20 24c0-3.6 1.7-6 4-6s4 2.4 4 6z" fill="#88b57d" />
      <path d="M4 24.75h24" stroke="#f1f7ef" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
