/**
 * The page's nonce for style elements: the host writes a fresh one into the page at every load. Mantine takes it by
 * `getStyleNonce`; the scroll lock inside its modals looks for the global that webpack would set.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

export function giveNonceToScrollLock(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
