/**
 * The import table bites: offending files, laid out like ours in a folder of their own, are linted with our
 * configuration, and each must be reported by the rule that is there for it. A lawful file must not be.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Case {
  readonly what: string;
  readonly file: string;
  readonly code: string;
  /** The rule that must report it; null where nothing may. */
  readonly rule: string | null;
}

const table = 'hedgerow(import-table)';
const network = 'hedgerow(no-network)';
const globals = 'eslint(no-restricted-globals)';
const properties = 'eslint(no-restricted-properties)';

function imports(what: string, file: string, specifier: string, rule: string | null = table): Case {
  return { what, file, code: `import { thing } from '${specifier}';\nexport const it = thing;\n`, rule };
}

function importsType(what: string, file: string, specifier: string, rule: string | null): Case {
  return { what, file, code: `import type { Thing } from '${specifier}';\nexport type It = Thing;\n`, rule };
}

function says(what: string, file: string, code: string, rule: string | null): Case {
  return { what, file, code, rule };
}

const cases: readonly Case[] = [
  imports('shared sees main', 'src/shared/domain/a.ts', '../../main/engine/lots/walk.ts'),
  imports('domain sees zod', 'src/shared/domain/b.ts', 'zod'),
  imports('domain sees Node', 'src/shared/domain/c.ts', 'node:fs'),
  imports('contract sees zod', 'src/shared/contract/a.ts', 'zod', null),
  imports('num sees zod', 'src/shared/num/a.ts', 'zod'),
  imports('num sees decimal.js', 'src/shared/num/b.ts', 'decimal.js', null),
  imports('time sees temporal-polyfill', 'src/shared/time/a.ts', 'temporal-polyfill', null),
  imports('time sees decimal.js', 'src/shared/time/b.ts', 'decimal.js'),
  says('shared reads the clock', 'src/shared/time/c.ts', 'export const now = Date.now();\n', properties),

  imports('engine sees shared', 'src/main/engine/lots/a.ts', '../../../shared/num/types.ts', null),
  imports('engine sees the ledger', 'src/main/engine/lots/b.ts', '../../ledger/ledger.ts'),
  imports('engine sees the core', 'src/main/engine/lots/c.ts', '../../core/services/plan-exit.ts'),
  imports('engine sees an importer', 'src/main/engine/lots/d.ts', '../../importers/importer.ts'),
  imports('engine sees Node', 'src/main/engine/lots/e.ts', 'node:crypto'),
  imports('engine sees a package', 'src/main/engine/lots/f.ts', 'kysely'),
  importsType(
    'engine sees a type of the ledger',
    'src/main/engine/lots/g.ts',
    '../../ledger/ledger.ts',
    table,
  ),
  says('engine makes a date', 'src/main/engine/tax/a.ts', 'export const at = new Date(0);\n', globals),
  says('engine draws lots', 'src/main/engine/tax/b.ts', 'export const die = Math.random();\n', properties),
  says('engine logs', 'src/main/engine/tax/c.ts', "console.log('gain');\n", globals),
  says(
    'engine sees the ledger dynamically',
    'src/main/engine/tax/d.ts',
    "export const ledger = import('../../ledger/ledger.ts');\n",
    table,
  ),
  says(
    'engine re-exports the ledger',
    'src/main/engine/tax/e.ts',
    "export { openLedger } from '../../ledger/open.ts';\nexport const it = 1;\n",
    table,
  ),

  imports('importer sees papaparse', 'src/main/importers/a.ts', 'papaparse', null),
  imports('importer sees the engine', 'src/main/importers/b.ts', '../engine/lots/walk.ts'),
  imports('importer reads files', 'src/main/importers/c.ts', 'node:fs'),
  imports('ledger sees kysely', 'src/main/ledger/a.ts', 'kysely/migration', null),
  imports('ledger reads files', 'src/main/ledger/b.ts', 'node:fs', null),
  imports('ledger sees the engine', 'src/main/ledger/c.ts', '../engine/lots/walk.ts'),
  imports('ledger sees an importer', 'src/main/ledger/d.ts', '../importers/importer.ts'),

  imports('service sees the engine', 'src/main/core/services/a.ts', '../../engine/lots/walk.ts', null),
  imports('service sees the ledger', 'src/main/core/services/b.ts', '../../ledger/ledger.ts', null),
  imports('service sees a host', 'src/main/core/services/c.ts', '../../hosts/host.ts'),
  importsType('core sees a type of zod', 'src/main/core/a.ts', 'zod', null),
  imports('core runs zod', 'src/main/core/b.ts', 'zod'),
  imports('service sees electron', 'src/main/core/services/d.ts', 'electron'),
  imports('host sees the core client', 'src/main/hosts/a.ts', '../core/client.ts', null),
  imports('host sees a service', 'src/main/hosts/b.ts', '../core/services/plan-exit.ts'),
  imports('host sees the engine', 'src/main/hosts/c.ts', '../engine/lots/walk.ts'),
  imports('router sees the ledger', 'src/main/router.ts', './ledger/ledger.ts'),
  imports('test of the router sees it', 'src/main/router.test.ts', './router.ts', null),
  imports('test of a host sees the ledger', 'src/main/hosts/a.test.ts', '../ledger/ledger.ts'),
  imports('terminal sees the contract', 'src/main/cli/a.ts', '../../shared/contract/contract.ts', null),
  imports('terminal sees the engine', 'src/main/cli/b.ts', '../engine/lots/walk.ts'),
  imports('terminal sees the ledger', 'src/main/cli/c.ts', '../ledger/ledger.ts'),
  imports('a new file has no line yet', 'src/main/new.ts', '../shared/num/types.ts'),

  importsType(
    'page sees a contract type',
    'src/renderer/rpc/a.ts',
    '../../shared/contract/contract.ts',
    null,
  ),
  imports('page runs the contract', 'src/renderer/rpc/b.ts', '../../shared/contract/contract.ts'),
  imports('page sees num', 'src/renderer/ui/a.ts', '../../shared/num/format.ts', null),
  imports('page sees main', 'src/renderer/ui/b.ts', '../../main/engine/lots/walk.ts'),
  imports('page sees Node', 'src/renderer/ui/c.ts', 'node:path'),
  imports('page sees electron', 'src/renderer/ui/d.ts', 'electron'),
  imports('feature sees itself', 'src/renderer/features/overview/a.ts', './view-model.ts', null),
  imports('feature sees ui', 'src/renderer/features/overview/b.ts', '../../ui/money-text.tsx', null),
  imports('feature sees another', 'src/renderer/features/overview/c.ts', '../import/view-model.ts'),
  says('page keeps data', 'src/renderer/ui/e.ts', "localStorage.setItem('a', 'b');\n", globals),
  importsType('preload sees a contract type', 'src/preload/a.ts', '../shared/contract/contract.ts', null),
  imports('preload runs the contract', 'src/preload/b.ts', '../shared/contract/contract.ts'),

  imports('core opens a port', 'src/main/core/net.ts', 'node:http'),
  imports('host opens a socket', 'src/main/hosts/net.ts', 'node:net'),
  imports('ledger asks a name server', 'src/main/ledger/net.ts', 'node:dns/promises'),
  imports('module written without node:', 'src/main/hosts/bare.ts', 'https'),
  says('page fetches', 'src/renderer/rpc/net.ts', "export const answer = fetch('/');\n", globals),
  says(
    'core opens a web socket',
    'src/main/core/socket.ts',
    "export const it = new WebSocket('a');\n",
    globals,
  ),
  says(
    'page fetches by way of its window',
    'src/renderer/rpc/net-1.ts',
    "void window.fetch('/');\n",
    network,
  ),
  says(
    'core fetches by way of globalThis',
    'src/main/core/net-1.ts',
    "void globalThis['fetch']('/');\n",
    network,
  ),
  says(
    'core takes fetch out of globalThis',
    'src/main/core/net-2.ts',
    'const { fetch: get } = globalThis;\nvoid get;\n',
    network,
  ),
  says(
    'importer opens a socket of self',
    'src/main/importers/net-1.ts',
    "void new self.WebSocket('a');\n",
    network,
  ),
  imports('host runs electron', 'src/main/hosts/electron-1.ts', 'electron'),
  importsType('host sees a type of electron', 'src/main/hosts/electron-2.ts', 'electron', null),
  says(
    'entry takes the network of electron',
    'src/main/index.ts',
    "import { net } from 'electron';\nvoid net;\n",
    network,
  ),
  says(
    'host picks the shell of electron',
    'src/main/hosts/electron-3.ts',
    "import type * as Electron from 'electron';\nexport type Api = Pick<typeof Electron, 'app' | 'shell'>;\n",
    network,
  ),
  says(
    'host opens a link outside',
    'src/main/hosts/electron-4.ts',
    "export function open(electron: { shell: { openExternal(url: string): void } }): void {\n  electron.shell.openExternal('a');\n}\n",
    network,
  ),
  says('page sends a beacon', 'src/renderer/ui/beacon.ts', "navigator.sendBeacon('/');\n", properties),

  says('any', 'src/shared/domain/any.ts', 'export type Anything = any;\n', 'typescript(no-explicit-any)'),
  says('default export', 'src/shared/domain/default.ts', 'export default 1;\n', 'import(no-default-export)'),
  says('barrel', 'src/shared/domain/barrel.ts', "export * from './any.ts';\n", 'hedgerow(no-barrel)'),
  imports('cycle', 'src/shared/domain/cycle-1.ts', './cycle-2.ts', 'import(no-cycle)'),
  imports('cycle, other end', 'src/shared/domain/cycle-2.ts', './cycle-1.ts', 'import(no-cycle)'),
  says(
    'floating promise',
    'src/main/core/floating.ts',
    'async function save(): Promise<void> {}\nexport function go(): void {\n  save();\n}\n',
    'typescript(no-floating-promises)',
  ),
  says(
    'untold return type',
    'src/shared/domain/untold.ts',
    'export function one() {\n  return 1;\n}\n',
    'typescript(explicit-module-boundary-types)',
  ),
  says(
    'unused',
    'src/shared/domain/unused.ts',
    'const left = 1;\nexport const it = 2;\n',
    'eslint(no-unused-vars)',
  ),
];

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
let reports: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hedgerow import table '));
  for (const copied of ['.oxlintrc.json', 'tsconfig.json', 'scripts/lint']) {
    cpSync(path.join(root, copied), path.join(folder, copied), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  for (const { file, code } of cases) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), code);
  }
  reports = lint(folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the import table', () => {
  test.each(cases)('$what: $file → $rule', ({ file, rule }) => {
    const reported = reports.get(file) ?? [];
    if (rule === null) expect(reported).not.toContain(table);
    else expect(reported).toContain(rule);
  });
});

/** The rules that report each file. */
function lint(cwd: string): ReadonlyMap<string, readonly string[]> {
  const rulesByFile = new Map<string, string[]>();
  for (const { filename, code } of runOxlint(cwd)) {
    const file = filename.replaceAll('\\', '/');
    rulesByFile.set(file, [...(rulesByFile.get(file) ?? []), code]);
  }
  return rulesByFile;
}

function runOxlint(cwd: string): readonly { filename: string; code: string }[] {
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
  try {
    execFileSync(process.execPath, [oxlint, '--format=json', 'src'], { cwd, encoding: 'utf8' });
  } catch (error) {
    // It exits with 1 because it finds something, as it should.
    const { stdout } = error as { stdout: string };
    return (JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] }).diagnostics;
  }
  throw new Error('oxlint found nothing in a folder full of offences');
}
