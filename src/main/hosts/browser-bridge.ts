/** Names of the channel between page and host; the page itself sees only `window.hedgerow`. */
export const BINDING = '__hedgerowCall';
export const REFUSED_BINDING = '__hedgerowRefused';
export const PUSH_EVENT = 'hedgerow:push';

/**
 * What runs in the page before its own scripts: the same frozen `window.hedgerow` that Electron's preload exposes, in
 * the main frame of our origin only. Text, because no bundler may touch what is evaluated elsewhere.
 */
export function bridgeScript(origin: string): string {
  return `(() => {
  const send = window[${JSON.stringify(BINDING)}];
  const refused = window[${JSON.stringify(REFUSED_BINDING)}];
  if (window !== window.top || location.origin !== ${JSON.stringify(origin)}) return;
  const call = (name, input, id) => send(name, input, id);
  const onPush = (listener) => {
    const hear = (event) => listener(event.detail);
    window.addEventListener(${JSON.stringify(PUSH_EVENT)}, hear);
    return () => window.removeEventListener(${JSON.stringify(PUSH_EVENT)}, hear);
  };
  // What the content security policy stops never reaches the interception, and is an attempt all the same.
  document.addEventListener('securitypolicyviolation', (event) => {
    if (/^(?:https?|wss?):/.test(event.blockedURI)) refused(event.blockedURI, event.effectiveDirective);
  });
  Object.defineProperty(window, 'hedgerow', { value: Object.freeze({ call, onPush }) });
})();`;
}
