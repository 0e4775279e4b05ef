import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...installed: string[]) => ({
  platform,
  env,
  exists: (path: string) => installed.includes(path),
});

describe('findBrowser', () => {
  it.runIf(process.platform !== 'win32')(
    'looks along the PATH, Chromium first, then in the usual places',
    () => {
      const env = { PATH: '/opt/bin:/usr/bin' };
      expect(findBrowser(machine('linux', env, '/usr/bin/google-chrome', '/opt/bin/chromium'))).toBe(
        '/opt/bin/chromium',
      );
      expect(findBrowser(machine('linux', env, '/usr/bin/microsoft-edge'))).toBe('/usr/bin/microsoft-edge');
      expect(findBrowser(machine('linux', {}, '/snap/bin/chromium'))).toBe('/snap/bin/chromium');
    },
  );

  it('knows macOS and Windows', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', {}, chrome))).toBe(chrome);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(findBrowser(machine('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, edge))).toBe(
      edge,
    );
  });

  it('takes HEDGEROW_BROWSER and then nothing else', () => {
    expect(
      findBrowser(machine('linux', { HEDGEROW_BROWSER: '/x/brave' }, '/x/brave', '/usr/bin/chromium')),
    ).toBe('/x/brave');
    expect(findBrowser(machine('linux', { HEDGEROW_BROWSER: '/x/gone' }, '/usr/bin/chromium'))).toBeNull();
  });

  it('says null where there is none', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/bin' }))).toBeNull();
  });
});
