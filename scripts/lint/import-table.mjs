/**
 * Who may import whom. A file follows the first line whose folder (or file) it lies in.
 *
 * sees      folders and files of ours it may import
 * packages  npm packages it may import
 * node      may import Node's own modules (never the network ones)
 * typesOnly of both, what it may import only with `import type`
 *
 * A feature of the renderer may import itself but no other feature: `isForeignFeature` below.
 */
const importTable = [
  { folder: 'src/shared/contract', sees: ['src/shared'], packages: ['zod'] },
  { folder: 'src/shared/num', sees: ['src/shared'], packages: ['decimal.js'] },
  { folder: 'src/shared/time', sees: ['src/shared'], packages: ['temporal-polyfill'] },
  { folder: 'src/shared', sees: ['src/shared'] },

  { folder: 'src/main/engine', sees: ['src/main/engine', 'src/shared'] },
  { folder: 'src/main/importers', sees: ['src/main/importers', 'src/shared'], packages: ['papaparse'] },
  {
    folder: 'src/main/ledger',
    sees: ['src/main/ledger', 'src/shared'],
    packages: ['kysely', 'better-sqlite3-multiple-ciphers', 'hash-wasm'],
    node: true,
  },
  {
    folder: 'src/main/reports',
    sees: ['src/main/reports', 'src/main/engine', 'src/shared'],
    packages: ['pdfmake', 'ical-generator'],
  },
  {
    folder: 'src/main/core',
    sees: [
      'src/main/core',
      'src/main/engine',
      'src/main/importers',
      'src/main/ledger',
      'src/main/reports',
      'src/main/solver',
      'src/shared',
      'resources',
    ],
    packages: ['zod', 'yauzl'],
    typesOnly: ['zod'],
    node: true,
  },
  {
    folder: 'src/main/solver',
    sees: ['src/main/solver', 'src/main/engine/exit/model', 'src/shared'],
    packages: ['highs'],
    node: true,
  },

  {
    folder: 'src/main/hosts',
    sees: ['src/main/hosts', 'src/main/core/client.ts', 'src/shared'],
    packages: ['electron', 'playwright-core'],
    typesOnly: ['electron'],
    node: true,
  },
  { folder: 'src/main/cli', sees: ['src/main/cli', 'src/main/core/client.ts', 'src/shared'], node: true },
  {
    folder: 'src/main/index.ts',
    sees: ['src/main/hosts', 'src/main/router.ts', 'src/main/core/client.ts', 'src/shared'],
    packages: ['electron'],
    node: true,
  },
  {
    folder: 'src/main/router.ts',
    sees: ['src/main/hosts/host.ts', 'src/main/core/client.ts', 'src/shared'],
  },

  { folder: 'resources', sees: ['resources', 'src/shared'] },

  {
    folder: 'src/preload',
    sees: ['src/preload', 'src/shared'],
    typesOnly: ['src/shared/contract'],
    packages: ['electron'],
  },
  {
    folder: 'src/renderer',
    sees: ['src/renderer', 'src/shared'],
    typesOnly: ['src/shared/contract'],
    packages: [
      'react',
      'react-dom',
      '@mantine/charts',
      '@mantine/core',
      '@mantine/dropzone',
      '@mantine/form',
      '@mantine/hooks',
      '@mantine/notifications',
      '@mantine/schedule',
      '@mantine/spotlight',
      '@tabler/icons-react',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'recharts',
    ],
  },
];

/** Any other file under `src/` (a new one straight in `src/main`, say) sees nothing until it has a line. */
const unlisted = { folder: 'a file without a line', sees: [] };

/** What unit tests and their fixtures, which lie beside the code, may import besides. */
const testPackages = ['vitest', 'fast-check', 'decimal.js'];

const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector'];

/**
 * Why one import breaks the table, or undefined where it does not.
 *
 * @param {string} file the importing file, from the root, with forward slashes
 * @param {string} target a file from the root for a relative import, else the specifier as written
 * @param {{ relative: boolean, typeOnly: boolean }} how
 * @returns {string | undefined}
 */
export function violation(file, target, how) {
  const tested = file.replace(/\.(test|test-d|fixture)(\.tsx?)$/, '$2');
  const isTest = tested !== file;
  const line = importTable.find(({ folder }) => isIn(tested, folder)) ?? unlisted;
  if (!isIn(file, 'src') && !isIn(file, line.folder)) return undefined;
  return how.relative
    ? fileViolation(file, target, how.typeOnly, line, isTest)
    : packageViolation(target, how.typeOnly, line, isTest);
}

function fileViolation(file, target, typeOnly, line, isTest) {
  if (isTest && isIn(target, 'test')) return undefined;
  if (![line.folder, ...line.sees].some((folder) => isIn(target, folder))) {
    return `${line.folder} may not import ${target}: it sees only ${line.sees.join(', ') || 'nothing (add a line to scripts/lint/import-table.mjs)'}.`;
  }
  if (isForeignFeature(file, target)) {
    return `A feature may not import another feature (${target}): move what both need to src/renderer/ui or src/shared.`;
  }
  return typesOnlyViolation(target, typeOnly, line, isTest);
}

function typesOnlyViolation(target, typeOnly, line, isTest) {
  if (typeOnly || isTest || !line.typesOnly?.some((folder) => isIn(target, folder))) return undefined;
  return `${line.folder} may import ${target} only with 'import type'.`;
}

function packageViolation(specifier, typeOnly, line, isTest) {
  const nodeModule = /^node:([^/]+)/.exec(specifier)?.[1];
  if (nodeModule !== undefined) {
    if (networkModules.includes(nodeModule)) return `${specifier} is banned: Hedgerow has no network code.`;
    if (line.node === true || isTest) return undefined;
    return `${line.folder} may not import ${specifier}: it does no input or output.`;
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const allowed = isTest ? [...(line.packages ?? []), ...testPackages] : (line.packages ?? []);
  if (allowed.includes(name)) return typesOnlyViolation(name, typeOnly, line, isTest);
  return `${line.folder} may not import the package ${name}: it may import ${allowed.join(', ') || 'no package'}. Node's own modules are written with 'node:'.`;
}

function isForeignFeature(file, target) {
  const feature = /^src\/renderer\/features\/([^/]+)\//;
  const from = feature.exec(file)?.[1];
  const to = feature.exec(target)?.[1];
  return from !== undefined && to !== undefined && from !== to;
}

function isIn(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}
