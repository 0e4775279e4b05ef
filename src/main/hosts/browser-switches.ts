/**
 * How the browser is started. Playwright's own switches stay (no first run, no sync, no component update …); these
 * close what is left: names resolve to nothing and the proxy is dead, so that even the browser itself reaches nobody.
 */
export function browserSwitches(size: { readonly width: number; readonly height: number }): string[] {
  return [
    // An empty page at first: interception is set up before anything of ours is asked for.
    '--app=data:text/html,<title>Hedgerow</title>',
    `--window-size=${size.width},${size.height}`,
    ...networkOffSwitches.map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
    '--no-first-run',
    '--disable-sync',
    '--disable-extensions',
    '--disable-breakpad',
    '--disk-cache-size=1',
  ];
}

/** Network off, in Chromium's own words; Electron gets the same ones. */
export const networkOffSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['dns-prefetch-disable'],
  ['disable-quic'],
  ['no-pings'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];
