/** The one window in Electron, and what holds for every page that could come to exist in the app. */
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  IpcMainInvokeEvent,
  Session,
  WebContents,
} from 'electron';
import { fail } from '../../shared/errors/failure.ts';
import { ELECTRON_ORIGIN } from './electron-api.ts';
import type { PageCalls } from './host.ts';

export interface WindowChoices {
  readonly session: Session;
  /** The built preload (out/preload/index.cjs). */
  readonly preload: string;
  readonly devTools: boolean;
}

export function windowOptions({
  session,
  preload,
  devTools,
}: WindowChoices): BrowserWindowConstructorOptions {
  return {
    width: 1320,
    height: 880,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Hedgerow',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      devTools,
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
    },
  };
}

/** No navigation, no new windows, no web views, no devices, no route out for WebRTC; for any contents whatever. */
export function guardContents(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }): void => event.preventDefault();
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Shows the window when there is something to see, under a title that never says an amount. */
export function dressWindow(window: BrowserWindow): void {
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
}

/** Calls come only from the main frame of our own page in this window. */
export function carryCalls(contents: WebContents, calls: PageCalls): void {
  contents.ipc.handle('hedgerow:call', async (event, name: unknown, input: unknown, id: unknown) => {
    if (!isOwnPage(event, contents)) return fail('call/foreign-page', {});
    return await calls.handle(name, input, id);
  });
}

function isOwnPage(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const { sender, senderFrame } = event;
  return (
    sender === contents &&
    senderFrame === contents.mainFrame &&
    senderFrame.origin === ELECTRON_ORIGIN &&
    senderFrame.url.startsWith(`${ELECTRON_ORIGIN}/`)
  );
}
