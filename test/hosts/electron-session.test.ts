/** What a page may reach in Electron, by permission, request, download and path; against a stand-in of its typings. */
import { describe, expect, it, vi } from 'vitest';
import { opened } from './opened-electron-host.ts';
import { traversalCorpus } from './traversal-corpus.ts';

const permissions = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
] as const;

describe.each(['own', 'default'] as const)('the %s session', (which) => {
  it.each(permissions)('answers the permission %s', async (permission) => {
    const { handlers } = (await opened()).sessions[which];
    const granted = permission === 'clipboard-sanitized-write';
    const answer = vi.fn();
    handlers.request?.({} as Electron.WebContents, permission, answer, {} as Electron.PermissionRequest);
    expect(answer).toHaveBeenCalledWith(granted);
    expect(
      handlers.check?.(
        null,
        permission,
        'app://hedgerow',
        {} as Electron.PermissionCheckHandlerHandlerDetails,
      ),
    ).toBe(granted);
  });

  it('grants no device, no screen, no pairing', async () => {
    const { handlers } = (await opened()).sessions[which];
    const [screen, pairing] = [vi.fn(), vi.fn()];
    expect(handlers.device?.({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false);
    handlers.displayMedia?.({} as Electron.DisplayMediaRequestHandlerHandlerRequest, screen);
    handlers.bluetooth?.({} as Electron.BluetoothPairingHandlerHandlerDetails, pairing);
    expect(screen).toHaveBeenCalledWith(null);
    expect(pairing).toHaveBeenCalledWith({ confirmed: false });
  });

  it('asks nobody for a dictionary', async () => {
    const session = (await opened()).sessions[which];
    expect([session.spellChecker, session.dictionaries]).toEqual([false, []]);
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://abc/',
    'data:text/html,x',
    'app://other/index.html',
    'app://hedgerow.example.com/',
    'blob:https://example.com/1',
    'app:hedgerow',
    '',
  ])('cancels a request to %j', async (url) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const session = (await opened()).sessions[which];
    expect(await session.isCancelled(url)).toBe(true);
    vi.restoreAllMocks();
  });

  it('lets our own page through', async () => {
    const session = (await opened()).sessions[which];
    expect(await session.isCancelled('app://hedgerow/assets/app.js')).toBe(false);
    expect(await session.isCancelled('blob:app://hedgerow/1234')).toBe(false);
  });

  it('has a dead proxy', async () => {
    const session = (await opened()).sessions[which];
    expect(session.proxy).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'http://127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    });
  });

  it('saves what our page made, where the user says, and nothing else', async () => {
    const session = (await opened()).sessions[which];
    const download = (url: string) => {
      const event = { preventDefault: vi.fn() };
      const item = { getURL: () => url, getFilename: () => 'lots.csv', setSaveDialogOptions: vi.fn() };
      session.emit('will-download', event, item);
      return {
        stopped: event.preventDefault.mock.calls.length > 0,
        asked: item.setSaveDialogOptions.mock.calls,
      };
    };
    expect(download('blob:app://hedgerow/1')).toEqual({
      stopped: false,
      asked: [[{ title: 'Save', defaultPath: 'lots.csv' }]],
    });
    expect(download('https://example.com/x.exe')).toEqual({ stopped: true, asked: [] });
  });
});

describe('serving the page', () => {
  const get = async (url: string, method = 'GET') => {
    const { sessions } = await opened();
    const handler = sessions.own.schemes.get('app');
    return await handler?.({ url, method } as Request);
  };

  it('answers with the files of the build, a strict policy and a fresh nonce', async () => {
    const [one, two] = [await get('app://hedgerow/'), await get('app://hedgerow/index.html?x#y')];
    const nonces = await Promise.all(
      [one, two].map(async (r) => /content="([^"]+)"/u.exec((await r?.text()) ?? '')?.[1]),
    );
    expect(one?.status).toBe(200);
    expect(one?.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonces[0]}'; img-src 'self' data:; font-src 'self'; ` +
        "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(Object.fromEntries(one?.headers ?? [])).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/u);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('says what each file is', async () => {
    expect((await get('app://hedgerow/assets/app.js'))?.headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8',
    );
    expect((await get('app://hedgerow/assets/app.css'))?.headers.get('content-type')).toBe(
      'text/css; charset=utf-8',
    );
  });

  it('knows no other path, host or method', async () => {
    const corpus = traversalCorpus();
    expect(corpus.length).toBeGreaterThan(500);
    const { sessions } = await opened();
    const handler = sessions.own.schemes.get('app');
    for (const path of corpus) {
      const response = await handler?.({ url: `app://hedgerow${path}`, method: 'GET' } as Request);
      expect([path, response?.status]).toEqual([path, 404]);
    }
    expect((await get('app://other/index.html'))?.status).toBe(404);
    expect((await get('app://hedgerow/index.html', 'POST'))?.status).toBe(404);
  });
});
