/** All that the page can reach: one call, one subscription. Main's router checks everything that arrives. */
import { contextBridge, ipcRenderer } from 'electron';
import type { HedgerowBridge } from '../shared/contract/bridge.ts';
import type { Push } from '../shared/contract/contract.ts';
import type { Result } from '../shared/errors/failure.ts';

const bridge: HedgerowBridge = {
  call: (name, input, id) => ipcRenderer.invoke('hedgerow:call', name, input, id) as Promise<Result<unknown>>,
  onPush: (listener) => {
    // The event object stays here: it would hand the page more than the push.
    const hear = (_event: unknown, push: Push): void => listener(push);
    ipcRenderer.on('hedgerow:push', hear);
    return () => void ipcRenderer.off('hedgerow:push', hear);
  },
};

contextBridge.exposeInMainWorld('hedgerow', bridge);
