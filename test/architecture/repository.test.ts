/** What a stranger gets: exact versions from any registry, and a build that runs where it is meant to. */
import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

describe('package.json and its lock file', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;

  test('every version is exact', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('the lock file names no registry', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  test('the lock file states an integrity for every package', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { integrity?: string }>;
    };
    const without = Object.entries(packages).filter(
      ([name, entry]) => name !== '' && entry.integrity === undefined,
    );
    expect(without).toEqual([]);
  });
});

describe('the build (made by `npm test`; by hand: `npx electron-vite build`)', () => {
  const external = ['electron', ...Object.keys((JSON.parse(read('package.json')) as Package).dependencies)];

  test('main loads only Node, Electron and the packages listed as dependencies', () => {
    const loaded = bundles('out/main').flatMap(({ file, code }) =>
      importedNames(code)
        .filter((name) => !name.startsWith('.') && !isBuiltin(name) && !external.includes(name))
        .map((name) => `${file} loads ${name}`),
    );
    expect(loaded).toEqual([]);
  });

  test('only the Electron host loads Electron, and only when asked to', () => {
    const early = bundles('out/main').filter(({ code }) => /^import [^(]*["']electron["']/m.test(code));
    expect(early.map(({ file }) => file)).toEqual([]);
  });

  test('the preload is one CommonJS file that loads only Electron', () => {
    const code = read('out/preload/index.cjs');
    expect(readdirSync(path.join(root, 'out/preload'))).toEqual(['index.cjs']);
    expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(code).not.toMatch(/^\s*(import|export)\b/m);
  });

  test('the page has no inline script or style and loads hashed files beside it', () => {
    const page = read('out/renderer/index.html');
    const scripts = [...page.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [tag, content] of scripts) {
      expect(content).toBe('');
      expect(tag).toMatch(/src="\.\/assets\/[\w-]+-[\w-]{8}\.js"/);
    }
    expect(page).not.toMatch(/<style|\son\w+=|style=/);
    expect(page).not.toMatch(/(src|href)="(?!\.\/)/);
  });
});

function bundles(folder: string): { file: string; code: string }[] {
  return readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, code: read(path.join(folder, file)) }));
}

/** Names in `import … from "x"`, `import "x"`, `import("x")` and `require("x")` at the start of a statement or call. */
function importedNames(code: string): string[] {
  const pattern = /(?:^(?:import|export)\b[^"';]*?["']|\bimport\(["']|\brequire\(["'])([^"'\n]+)["']/gm;
  return [...code.matchAll(pattern)].map((match) => match[1]!);
}
