/** The preload as built for the sandbox, and what it hands to the page. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { HedgerowBridge } from '../../src/shared/contract/bridge.ts';
import { builtFile } from '../built.ts';

const ipcRenderer = Object.assign(new EventEmitter(), { invoke: vi.fn(async (...args: unknown[]) => args) });
const exposed: Record<string, unknown> = {};
const required: string[] = [];
let source: string;
let bridge: HedgerowBridge;

beforeAll(() => {
  source = readFileSync(builtFile('preload/index.cjs'), 'utf8');
  const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => void (exposed[name] = value) };
  const require = (name: string): unknown => {
    required.push(name);
    return { contextBridge, ipcRenderer };
  };
  const module = { exports: {} };
  runInContext(source, createContext({ require, module, exports: module.exports }));
  bridge = exposed['hedgerow'] as HedgerowBridge;
});

describe('the preload', () => {
  it('is one CommonJS file that needs nothing but Electron, as the sandbox asks', () => {
    expect(required).toEqual(['electron']);
    expect(source).not.toMatch(/^\s*import\s/mu);
  });

  it('exposes one call and one subscription, and nothing else', () => {
    expect(Object.keys(exposed)).toEqual(['hedgerow']);
    expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual([
      ['call', 'function'],
      ['onPush', 'function'],
    ]);
  });

  it('can reach one channel only', async () => {
    expect(await bridge.call('ledger.status', {}, 'a')).toEqual(['hedgerow:call', 'ledger.status', {}, 'a']);
    await bridge.call('hedgerow:other', {}, 'a');
    expect(ipcRenderer.invoke.mock.calls.map(([channel]) => channel)).toEqual([
      'hedgerow:call',
      'hedgerow:call',
    ]);
  });

  it('hands a push on without the event, until it is told to stop', () => {
    const heard: unknown[][] = [];
    const leave = bridge.onPush((...args) => heard.push(args));
    ipcRenderer.emit('hedgerow:push', { sender: 'everything' }, { type: 'locked', reason: 'idle' });
    leave();
    ipcRenderer.emit('hedgerow:push', {}, { type: 'locked', reason: 'user' });
    expect(heard).toEqual([[{ type: 'locked', reason: 'idle' }]]);
    expect(ipcRenderer.listenerCount('hedgerow:push')).toBe(0);
  });
});
