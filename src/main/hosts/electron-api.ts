import type * as Electron from 'electron';

/** The parts of Electron that the host uses, as a parameter, so that a test can pass a stand-in of the same type. */
export type ElectronApi = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'Menu' | 'powerMonitor' | 'protocol' | 'session' | 'utilityProcess'
>;

export const ELECTRON_SCHEME = 'app';
export const ELECTRON_ORIGIN = 'app://hedgerow';
