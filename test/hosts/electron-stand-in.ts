/**
 * Stands in for the `electron` module: keeps what the host sets and lets a test raise Electron's events. Each member is
 * held to Electron's own typings, so that a setting that Electron does not have, or spells otherwise, does not compile.
 */
import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindowConstructorOptions,
  CustomScheme,
  DevicePermissionHandlerHandlerDetails,
  IpcMain,
  MenuItemConstructorOptions,
  Session,
  UtilityProcess,
  WebContents,
  WebFrameMain,
} from 'electron';
import type { ElectronApi } from '../../src/main/hosts/electron-api.ts';

type Handlers = {
  request: Parameters<Session['setPermissionRequestHandler']>[0];
  check: Parameters<Session['setPermissionCheckHandler']>[0];
  device: (details: DevicePermissionHandlerHandlerDetails) => boolean;
  displayMedia: Parameters<Session['setDisplayMediaRequestHandler']>[0];
  bluetooth: Parameters<Session['setBluetoothPairingHandler']>[0];
};
type Protocol = Session['protocol'];
type RequestListener = NonNullable<Parameters<Session['webRequest']['onBeforeRequest']>[0]>;

class FakeSession extends EventEmitter {
  readonly handlers: Partial<Handlers> = {};
  readonly schemes = new Map<string, Parameters<Protocol['handle']>[1]>();
  proxy: Electron.ProxyConfig | undefined;
  spellChecker: boolean | undefined;
  dictionaries: string[] | undefined;
  beforeRequest: unknown;

  readonly webRequest = { onBeforeRequest: (listener: unknown) => void (this.beforeRequest = listener) };
  readonly protocol: Pick<Protocol, 'handle'> = {
    handle: (scheme, handler) => void this.schemes.set(scheme, handler),
  };
  readonly setPermissionRequestHandler: Session['setPermissionRequestHandler'] = (h) =>
    void (this.handlers.request = h);
  readonly setPermissionCheckHandler: Session['setPermissionCheckHandler'] = (h) =>
    void (this.handlers.check = h);
  readonly setDevicePermissionHandler: Session['setDevicePermissionHandler'] = (h) =>
    void (h === null ? delete this.handlers.device : (this.handlers.device = h));
  readonly setDisplayMediaRequestHandler: Session['setDisplayMediaRequestHandler'] = (h) =>
    void (this.handlers.displayMedia = h);
  readonly setBluetoothPairingHandler: Session['setBluetoothPairingHandler'] = (h) =>
    void (this.handlers.bluetooth = h);
  readonly setSpellCheckerEnabled: Session['setSpellCheckerEnabled'] = (enable) =>
    void (this.spellChecker = enable);
  readonly setSpellCheckerLanguages: Session['setSpellCheckerLanguages'] = (all) =>
    void (this.dictionaries = all);
  readonly setProxy: Session['setProxy'] = async (config) => void (this.proxy = config);

  /** What becomes of a request that the page makes. */
  async isCancelled(url: string): Promise<boolean | undefined> {
    const listener = this.beforeRequest as (
      details: { url: string; resourceType: string },
      ...rest: unknown[]
    ) => void;
    return await new Promise((resolve) => {
      const answer: Parameters<RequestListener>[1] = (response) => resolve(response.cancel);
      listener({ url, resourceType: 'xhr' }, answer);
    });
  }
}

export class FakeContents extends EventEmitter {
  readonly mainFrame = { origin: 'app://hedgerow', url: 'app://hedgerow/index.html' } as WebFrameMain;
  readonly sent: unknown[][] = [];
  readonly invokes = new Map<string, Parameters<IpcMain['handle']>[1]>();
  webRtc: Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0] | undefined;
  openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;

  readonly ipc: Pick<IpcMain, 'handle'> = {
    handle: (channel, listener) => void this.invokes.set(channel, listener),
  };
  readonly send: WebContents['send'] = (...args) => void this.sent.push(args);
  readonly setWebRTCIPHandlingPolicy: WebContents['setWebRTCIPHandlingPolicy'] = (p) =>
    void (this.webRtc = p);
  readonly setWindowOpenHandler: WebContents['setWindowOpenHandler'] = (h) => void (this.openHandler = h);
  readonly getURL: WebContents['getURL'] = () => 'app://hedgerow/#/holdings?asset=BTC';
  readonly did: string[] = [];
  readonly forcefullyCrashRenderer: WebContents['forcefullyCrashRenderer'] = () =>
    void this.did.push('forcefullyCrashRenderer');

  /** Whether the host stops an event of this name. */
  stops(name: string, ...args: unknown[]): boolean {
    let stopped = false;
    this.emit(name, { preventDefault: () => (stopped = true) }, ...args);
    return stopped;
  }

  /** One call as it arrives over IPC. */
  async invoke(event: object, ...args: unknown[]): Promise<unknown> {
    return (await this.invokes.get('hedgerow:call')?.(
      event as Electron.IpcMainInvokeEvent,
      ...args,
    )) as unknown;
  }
}

class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = [];
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  readonly did: string[] = [];
  loaded: string | undefined;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded = url;
    this.emit('ready-to-show');
  }
  show = (): void => void this.did.push('show');
  focus = (): void => void this.did.push('focus');
  restore = (): void => void this.did.push('restore');
  isMinimized = (): boolean => true;
  isDestroyed = (): boolean => false;
  close = (): void => void this.emit('closed');
}

class FakeChild extends EventEmitter {
  pid: number | undefined = undefined;
  readonly sent: unknown[] = [];
  readonly postMessage: UtilityProcess['postMessage'] = (message) => void this.sent.push(message);
}

/** A whole `electron` to pass to the host, and everything the host did with it. */
export function electronStandIn(
  options: { readonly firstInstance?: boolean; readonly packaged?: boolean } = {},
) {
  FakeWindow.all = [];
  const sessions = { own: new FakeSession(), default: new FakeSession() };
  const switches = new Map<string, string | undefined>();
  const schemes: CustomScheme[] = [];
  const did: string[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  const forks: { entry: string; options: Electron.ForkOptions | undefined; child: FakeChild }[] = [];
  const partitions: unknown[][] = [];

  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.packaged ?? true,
    requestSingleInstanceLock: () => {
      did.push('requestSingleInstanceLock');
      return options.firstInstance ?? true;
    },
    enableSandbox: () => void did.push('enableSandbox'),
    quit: () => void did.push('quit'),
    getPath: (name: string) => `/${name}`,
    setPath: (name: string, path: string) => void did.push(`setPath ${name} ${path}`),
    commandLine: { appendSwitch: (name: string, value?: string) => void switches.set(name, value) },
  }) satisfies Partial<Record<keyof App, unknown>>;
  const powerMonitor = new EventEmitter();
  const electron = {
    app,
    BrowserWindow: FakeWindow,
    powerMonitor,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: unknown) => void menus.push(menu as MenuItemConstructorOptions[]),
    },
    protocol: { registerSchemesAsPrivileged: (all: CustomScheme[]) => void schemes.push(...all) },
    session: {
      defaultSession: sessions.default,
      fromPartition: (...args: unknown[]) => {
        partitions.push(args);
        return sessions.own;
      },
    },
    utilityProcess: {
      fork: (entry: string, _args: string[], forkOptions?: Electron.ForkOptions) => {
        const child = new FakeChild();
        forks.push({ entry, options: forkOptions, child });
        return child;
      },
    },
  } satisfies Record<keyof ElectronApi, unknown>;

  return {
    electron: electron as unknown as ElectronApi,
    raise: { app, powerMonitor },
    sessions,
    switches,
    schemes,
    did,
    menus,
    forks,
    partitions,
    window: () => FakeWindow.all[0] as FakeWindow,
    windows: FakeWindow.all,
  };
}
