import { createContext, use, type ReactNode } from 'react';
import { useImport, type ImportState } from './use-import.ts';

const ImportContext = createContext<ImportState | null>(null);

/** Holds the import under way above the screens, so that it goes on, and can be found again, while one looks elsewhere. */
export function ImportProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return <ImportContext value={useImport()}>{children}</ImportContext>;
}

export function useImportUnderWay(): ImportState {
  const state = use(ImportContext);
  if (state === null) throw new Error('the import screen stands under an ImportProvider');
  return state;
}
