/**
 * The page as both hosts serve it: exactly the files that the build made, by exact path, with a content security policy.
 * Anything else is 404: a path is looked up, never joined to a folder, so there is nothing to traverse.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PageResponse {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface PageFiles {
  /** In: a URL's path as it stands in the URL, undecoded; '/' is the page itself. */
  serve(path: string): PageResponse;
}

const NONCE_PLACEHOLDER = '__CSP_NONCE__';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Reads the folder once, into memory: what appears or goes later changes nothing. Source maps stay behind. */
export function pageFiles(folder: string): PageFiles {
  const files = new Map<string, { readonly type: string; readonly bytes: Buffer }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, { type, bytes: readFileSync(file) });
  }
  return {
    serve(path) {
      const file = files.get(path === '/' ? '/index.html' : path);
      if (file === undefined) return notFound();
      return file.type === types['.html']
        ? page(file.bytes)
        : { status: 200, headers: headers(file.type, ''), body: file.bytes };
    },
  };
}

function page(bytes: Buffer): PageResponse {
  const nonce = randomBytes(16).toString('base64');
  const body = Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce));
  return { status: 200, headers: headers(types['.html'] ?? '', nonce), body };
}

function notFound(): PageResponse {
  return { status: 404, headers: headers('text/plain; charset=utf-8', ''), body: Buffer.from('Not found') };
}

/** The nonce is for the style elements that Mantine makes; it is new at every load. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === '' ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function headers(type: string, nonce: string): Readonly<Record<string, string>> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
