import type { Page } from 'playwright-core';

const ownOrigins = new Set(['https://hedgerow.localhost', 'app://hedgerow']);

/** Whatever goes wrong in the page, from its very first line on: it is loaded anew under watch. Out: a list that grows. */
export async function watchFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('crash', () => faults.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!isOwn(request.url())) faults.push(`request: ${request.resourceType()} ${request.url()}`);
  });
  page.on('websocket', (socket) => faults.push(`web socket: ${socket.url()}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`content security policy: ${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.reload();
  return faults;
}

/** The app's own files, and what the page holds in itself. */
function isOwn(url: string): boolean {
  const { protocol, host } = new URL(url);
  return protocol === 'data:' || protocol === 'blob:' || ownOrigins.has(`${protocol}//${host}`);
}
