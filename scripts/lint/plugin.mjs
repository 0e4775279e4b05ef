/** Our own lint rules: the import table (`import-table.mjs`), no barrels, no network. Run by oxlint. */
import path from 'node:path';
import { violation } from './import-table.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const importTableRule = {
  create(context) {
    const file = fromRoot(context.filename);

    function check(node, source, typeOnly) {
      if (typeof source?.value !== 'string') return;
      const specifier = source.value.replace(/\?.*$/, '');
      const relative = specifier.startsWith('.');
      const target = relative ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
      const message = violation(file, target, { relative, typeOnly });
      if (message !== undefined) context.report({ node, message });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source, true),
    };
  },
};

const noBarrelRule = {
  create(context) {
    return {
      Program(node) {
        const isReExport = ({ type, source }) =>
          type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source !== null);
        const isBarrel = node.body.length > 0 && node.body.every(isReExport);
        if (isBarrel) {
          context.report({
            node,
            message: 'A file that only re-exports is a barrel: import from the file itself.',
          });
        }
      },
    };
  },
};

const globalObjects = ['globalThis', 'window', 'self', 'global'];
const networkGlobals = [
  'fetch',
  'WebSocket',
  'XMLHttpRequest',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
];
/** What of Electron could send something out, or hand it to somebody who does. */
const electronWaysOut = [
  'net',
  'shell',
  'autoUpdater',
  'crashReporter',
  'pushNotifications',
  'inAppPurchase',
];

/** The ways round `no-restricted-globals` and round the import table: `window.fetch`, and Electron's own network. */
const noNetworkRule = {
  create(context) {
    function check(node, owner, name) {
      const isGlobal = owner?.type === 'Identifier' && globalObjects.includes(owner.name);
      const isElectron = owner?.type === 'Identifier' && /^electron$/i.test(owner.name);
      if (isGlobal && networkGlobals.includes(name)) report(node, name);
      if (isElectron && electronWaysOut.includes(name)) report(node, name);
    }

    function report(node, name) {
      context.report({ node, message: `${name} is banned: Hedgerow has no network code.` });
    }

    return {
      MemberExpression: (node) => check(node, node.object, nameOf(node.property, node.computed)),
      VariableDeclarator(node) {
        if (node.id.type !== 'ObjectPattern') return;
        for (const { key, computed } of node.id.properties) check(node, node.init, nameOf(key, computed));
      },
      ImportDeclaration(node) {
        if (node.source.value !== 'electron') return;
        for (const { imported } of node.specifiers) {
          if (electronWaysOut.includes(imported?.name)) report(node, imported.name);
        }
      },
      // The parts of Electron that the host is given are picked by name.
      TSLiteralType(node) {
        const name = node.literal.value;
        if (isHost(fromRoot(context.filename)) && electronWaysOut.includes(name)) report(node, name);
      },
    };
  },
};

function nameOf(key, computed) {
  if (key === undefined) return undefined;
  return key.type === 'Identifier' && !computed ? key.name : key.value;
}

function isHost(file) {
  return file.startsWith('src/main/hosts/') || file === 'src/main/index.ts';
}

function fromRoot(filename) {
  return path.relative(root, filename).split(path.sep).join('/');
}

export default {
  meta: { name: 'hedgerow' },
  rules: { 'import-table': importTableRule, 'no-barrel': noBarrelRule, 'no-network': noNetworkRule },
};
