/** Where a new ledger will lie: the folder, the name a person gives it, and the ending that the core uses. */
export interface LedgerPlace {
  readonly folder: string;
  readonly name: string;
  readonly ending: string;
}

export function splitPath(path: string): LedgerPlace {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const file = path.slice(at + 1);
  const dot = file.lastIndexOf('.');
  return dot > 0
    ? { folder: path.slice(0, at), name: file.slice(0, dot), ending: file.slice(dot) }
    : { folder: path.slice(0, at), name: file, ending: '' };
}

export function joinPath({ folder, name, ending }: LedgerPlace): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return `${folder.replace(/[/\\]+$/u, '')}${separator}${name.trim()}${ending}`;
}

/** What is wrong with a name for a file; null when it will do everywhere. */
export function nameFault(name: string): string | null {
  if (name.trim() === '') return 'Give your ledger a name';
  if (/[/\\:*?"<>|]/u.test(name)) return 'A name cannot contain / \\ : * ? " < > |';
  return name.trim().startsWith('.') ? 'A name cannot begin with a point' : null;
}
