import { createContext, useContext } from 'react';

export interface Explaining {
  /** Opens the drawer for a figure's `explain` id. */
  open(id: string): void;
  /** Goes on to a figure that the open explanation names; "Back" leads back. */
  goOn(id: string): void;
}

/** What `ExplainProvider` gives to all screens. */
export const ExplainContext = createContext<Explaining>({ open: () => undefined, goOn: () => undefined });

export function useExplaining(): Explaining {
  return useContext(ExplainContext);
}
