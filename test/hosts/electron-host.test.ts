/** Electron's settings before it is ready, of its window, of calls, and of the core; against a stand-in of its typings. */
import { coreFlags } from '../../src/main/core/core-flags.ts';
import { describe, expect, it, vi } from 'vitest';
import { prepareElectron } from '../../src/main/hosts/electron.ts';
import { ok } from '../../src/shared/errors/failure.ts';
import { electronStandIn, FakeContents } from './electron-stand-in.ts';
import { opened } from './opened-electron-host.ts';

describe('before Electron is ready', () => {
  it('gives way to a Hedgerow that runs already', () => {
    const { electron, did } = electronStandIn({ firstInstance: false });
    expect(prepareElectron(electron)).toBe(false);
    expect(did).not.toContain('enableSandbox');
  });

  it('looks for that one in its own folder, which is chosen first', () => {
    const { electron, did } = electronStandIn();
    prepareElectron(electron);
    expect(did.slice(0, 2)).toEqual([
      expect.stringMatching(/^setPath userData/u),
      'requestSingleInstanceLock',
    ]);
  });

  it('puts every renderer into the sandbox', () => {
    const { electron, did } = electronStandIn();
    expect(prepareElectron(electron)).toBe(true);
    expect(did).toContain('enableSandbox');
  });

  it('makes names resolve to nothing and the proxy dead', () => {
    const { electron, switches } = electronStandIn();
    prepareElectron(electron);
    expect(Object.fromEntries(switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'http://127.0.0.1:9',
      'proxy-bypass-list': '<-loopback>',
      'disable-background-networking': undefined,
      'disable-component-update': undefined,
      'disable-domain-reliability': undefined,
      'dns-prefetch-disable': undefined,
      'disable-quic': undefined,
      'no-pings': undefined,
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    });
  });

  it('registers app: as standard and secure, and nothing beyond', () => {
    const { electron, schemes } = electronStandIn();
    prepareElectron(electron);
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  it('keeps what Chromium writes away from ledgers', () => {
    const { electron, did } = electronStandIn();
    prepareElectron(electron);
    expect(did.find((line) => line.startsWith('setPath userData'))).toMatch(/Hedgerow.window$/u);
  });

  it('ends with its last window', () => {
    const { electron, raise, did } = electronStandIn();
    prepareElectron(electron);
    raise.app.emit('window-all-closed');
    expect(did).toContain('quit');
  });
});

describe('the window', () => {
  it('has exactly these web preferences', async () => {
    const { window, sessions } = await opened();
    const { session, ...preferences } = window().options.webPreferences ?? {};
    expect(session).toBe(sessions.own);
    expect(preferences).toEqual({
      preload: '/out/preload/index.cjs',
      devTools: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    });
  });

  it('loads only our own page, in a session that stays in memory', async () => {
    const { window, partitions } = await opened();
    expect(window().loaded).toBe('app://hedgerow/');
    expect(partitions).toEqual([['hedgerow', { cache: false }]]);
  });

  it('has a title that no page can write an amount into', async () => {
    const { window } = await opened();
    const title = { preventDefault: vi.fn() };
    window().emit('page-title-updated', title, '1 234 567 USD');
    expect(window().options.title).toBe('Hedgerow');
    expect(title.preventDefault).toHaveBeenCalled();
  });

  it('comes to the front when Hedgerow is started again', async () => {
    const { window, raise } = await opened();
    raise.app.emit('second-instance');
    expect(window().did).toEqual(['show', 'restore', 'focus']);
  });

  it('locks on suspend and with the screen', async () => {
    const { raise, calls } = await opened();
    raise.powerMonitor.emit('suspend');
    raise.powerMonitor.emit('lock-screen');
    expect(calls.lockIfOpen).toHaveBeenCalledTimes(2);
  });

  it('closes', async () => {
    const { open } = await opened();
    await open.close();
    await open.closed;
  });

  it('replaces the page by ending its renderer process, which Electron never uses again', async () => {
    const { open, window } = await opened();
    window().loaded = undefined;
    await open.renewPage();
    expect(window().webContents.did).toEqual(['forcefullyCrashRenderer']);
    expect(window().loaded).toBe('app://hedgerow/#/holdings');
  });
});

describe('any page that could come to exist', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'stops %s',
    async (event) => {
      const { raise } = await opened();
      const contents = new FakeContents();
      raise.app.emit('web-contents-created', {}, contents);
      for (const url of [
        'https://example.com/',
        'file:///etc/passwd',
        'app://other/',
        'javascript:1',
        'data:text/html,x',
      ]) {
        expect(contents.stops(event, { url }, { src: url })).toBe(true);
      }
    },
  );

  it('opens no windows, no devices, no way around the proxy', async () => {
    const { raise } = await opened();
    const contents = new FakeContents();
    raise.app.emit('web-contents-created', {}, contents);
    const choose = vi.fn();
    expect(contents.openHandler?.({ url: 'https://example.com/' } as Electron.HandlerDetails)).toEqual({
      action: 'deny',
    });
    expect(contents.stops('select-bluetooth-device', [{ deviceId: 'x' }], choose)).toBe(true);
    expect(choose).toHaveBeenCalledWith('');
    expect(contents.webRtc).toBe('disable_non_proxied_udp');
  });
});

describe('who may call', () => {
  it('carries a call from the main frame of our page, and pushes back to it', async () => {
    const { window, calls, open } = await opened();
    const contents = window().webContents;
    const event = { sender: contents, senderFrame: contents.mainFrame };
    expect(await contents.invoke(event, 'ledger.status', { a: 1 }, 'id')).toEqual(ok('answer'));
    expect(calls.handle).toHaveBeenCalledWith('ledger.status', { a: 1 }, 'id');
    open.push({ type: 'stale', prefixes: [''] });
    expect(contents.sent).toEqual([['hedgerow:push', { type: 'stale', prefixes: [''] }]]);
  });

  it('refuses every other sender', async () => {
    const { window, calls } = await opened();
    const contents = window().webContents;
    const { mainFrame } = contents;
    const frames = [
      null,
      undefined,
      {},
      { origin: mainFrame.origin, url: mainFrame.url }, // A frame that only says it is ours.
      { origin: 'https://example.com', url: 'https://example.com/' },
      { origin: 'null', url: 'about:blank' },
      { origin: 'app://hedgerow', url: 'app://hedgerow/frame.html', parent: mainFrame },
    ];
    const events = [
      ...frames.map((senderFrame) => ({ sender: contents, senderFrame })),
      { sender: new FakeContents(), senderFrame: mainFrame },
      { sender: null, senderFrame: mainFrame },
    ];
    for (const event of events) {
      expect(await contents.invoke(event, 'ledger.status', {}, 'a')).toMatchObject({
        failure: { code: 'call/foreign-page' },
      });
    }
    Object.assign(mainFrame, { origin: 'https://example.com' }); // The main frame itself, somewhere else.
    expect(
      await contents.invoke({ sender: contents, senderFrame: mainFrame }, 'ledger.status', {}, 'a'),
    ).toMatchObject({ ok: false });
    expect(calls.handle).not.toHaveBeenCalled();
  });
});

describe('menu', () => {
  const rolesOf = (menus: unknown) =>
    JSON.stringify(menus)
      .match(/"role":"(\w+)"/gu)
      ?.join() ?? '';

  it('neither reloads nor opens tools', async () => {
    const { menus } = await opened();
    expect(rolesOf(menus)).toContain('editMenu');
    expect(rolesOf(menus)).not.toMatch(/reload|devtools|viewMenu|help/iu);
  });

  it('does so in development, but never in a packaged app', async () => {
    expect(rolesOf((await opened({ packaged: false }, true)).menus)).toMatch(/reload.*toggleDevTools/u);
    const packaged = await opened({ packaged: true }, true);
    expect(rolesOf(packaged.menus)).not.toMatch(/reload|devtools/iu);
    expect(packaged.window().options.webPreferences?.devTools).toBe(false);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await packaged.sessions.own.isCancelled('devtools://devtools/x.js')).toBe(true);
    vi.restoreAllMocks();
  });
});

describe('the core as a utility process', () => {
  it('is forked without the passphrase, without flags, heard only on stderr', async () => {
    vi.stubEnv('HEDGEROW_PASSPHRASE', 'secret');
    const { host, forks } = await opened();
    const core = host.forkCore();
    core.send({ cancel: 'x' });
    expect(forks[0]?.entry).toBe('/out/main/core.js');
    expect(forks[0]?.options).toMatchObject({ execArgv: coreFlags, stdio: ['ignore', 'ignore', 'inherit'] });
    expect(forks[0]?.options?.env).toHaveProperty('PATH');
    expect(forks[0]?.options?.env).not.toHaveProperty('HEDGEROW_PASSPHRASE');
    expect(forks[0]?.child.sent).toEqual([{ cancel: 'x' }]);
    vi.unstubAllEnvs();
  });

  it('tells of messages and of its end', async () => {
    const { host, forks } = await opened();
    const core = host.forkCore();
    const [message, exit] = [vi.fn(), vi.fn()];
    core.onMessage(message);
    core.onExit(exit);
    forks[0]?.child.emit('message', { id: 'a', result: ok(1) });
    forks[0]?.child.emit('exit', 1);
    expect(message).toHaveBeenCalledWith({ id: 'a', result: ok(1) });
    expect(exit).toHaveBeenCalled();
  });

  it('is killed, not asked, even before it has begun', async () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const { host, forks } = await opened();
    const early = host.forkCore();
    early.kill();
    expect(kill).not.toHaveBeenCalled();
    forks[0]!.child.pid = 4242;
    forks[0]!.child.emit('spawn');
    expect(kill).toHaveBeenCalledWith(4242, 'SIGKILL');
    early.kill();
    expect(kill).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
  });
});
