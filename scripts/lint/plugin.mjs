/** Our own lint rules: the import table (`import-table.mjs`) and no barrels. Run by oxlint. */
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

function fromRoot(filename) {
  return path.relative(root, filename).split(path.sep).join('/');
}

export default {
  meta: { name: 'hedgerow' },
  rules: { 'import-table': importTableRule, 'no-barrel': noBarrelRule },
};
