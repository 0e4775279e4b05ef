/** Overwrites secrets once they have been used. Text cannot be wiped, which is why secrets are buffers. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}
