/** What a page may do to the world in Electron: nothing. */
import type { Session } from 'electron';
import type { BlockedRequests } from './blocked-requests.ts';
import { ELECTRON_ORIGIN, ELECTRON_SCHEME } from './electron-api.ts';
import type { PageFiles } from './page-files.ts';

/** Closes one session: requests, permissions, devices, spelling dictionaries (which Chromium would download), proxy. */
export async function guardSession(
  session: Session,
  blocked: BlockedRequests,
  development: boolean,
): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isOwn(details.url) || (development && details.url.startsWith('devtools://'));
    if (!allowed) blocked.add(details.url, details.resourceType);
    answer({ cancel: !allowed });
  });
  denyPermissions(session);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event, item) => {
    if (isOwn(item.getURL())) item.setSaveDialogOptions({ title: 'Save', defaultPath: item.getFilename() });
    else event.preventDefault();
  });
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

/** Request, check and device handlers: the only thing granted is that a copy button may write to the clipboard. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
}

function isGranted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Serves the page's files at app://hedgerow/. */
export function servePage(session: Session, files: PageFiles): void {
  session.protocol.handle(ELECTRON_SCHEME, (request) => {
    const path = request.method === 'GET' ? pathOf(request.url) : null;
    const { status, headers, body } = files.serve(path ?? '');
    return new Response(new Uint8Array(body), { status, headers });
  });
}

/** By text, not by URL parsing: nothing may be normalised into a path that we serve. */
function pathOf(url: string): string | null {
  if (!url.startsWith(`${ELECTRON_ORIGIN}/`)) return null;
  return url.slice(ELECTRON_ORIGIN.length).replace(/[?#].*$/su, '');
}

/** Our own page, and what the page itself made to be saved. */
function isOwn(url: string): boolean {
  return url.startsWith(`${ELECTRON_ORIGIN}/`) || url.startsWith(`blob:${ELECTRON_ORIGIN}/`);
}
