import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small page as the build lays one out, with files around it that nobody may reach. Out: the renderer's folder. */
export function builtPage(): string {
  const out = mkdtempSync(join(tmpdir(), 'hedgerow page '));
  const renderer = join(out, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  mkdirSync(join(out, 'main'));
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="csp-nonce" content="__CSP_NONCE__">' +
      '<title>Hedgerow</title><script type="module" src="./assets/app.js"></script></head><body>page</body></html>',
  );
  writeFileSync(join(renderer, 'assets', 'app.js'), 'document.body.dataset.ready = typeof window.hedgerow;');
  writeFileSync(join(renderer, 'assets', 'app.js.map'), '{}');
  writeFileSync(join(renderer, 'assets', 'app.css'), 'body{}');
  writeFileSync(join(out, 'main', 'index.js'), 'secret');
  return renderer;
}
