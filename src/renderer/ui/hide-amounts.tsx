import { useLocalStorage } from '@mantine/hooks';
import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { wordsFor } from '../../shared/errors/words-for.ts';
import { asRead, withDates, withFigures } from './as-read.ts';

/** What stands in place of an amount, always of this width, so that not even its size shows. */
export const hiddenDots = '••••••';

interface AmountsHidden {
  readonly hidden: boolean;
  toggle(): void;
}

const HiddenContext = createContext<AmountsHidden>({ hidden: false, toggle: () => undefined });

/** Keeps the choice between starts: who closed the app with amounts hidden finds them hidden. */
export function HideAmountsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [hidden, setHidden] = useLocalStorage({
    key: 'hedgerow-hide-amounts',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const toggle = useCallback(() => setHidden((now) => !now), [setHidden]);
  const value = useMemo(() => ({ hidden, toggle }), [hidden, toggle]);
  return <HiddenContext value={value}>{children}</HiddenContext>;
}

export function useHideAmounts(): AmountsHidden {
  return useContext(HiddenContext);
}

/** What a number may count without telling how much somebody owns: points of a share, days, a day of a month. */
const harmless = '(?:points?|days?|months?|years?|times?|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

const amounts = new RegExp(
  String.raw`(?<![\w/.-]|[Ss]ection )[-+−]?[$€£¥]?(?!(?:19|20)\d\d(?![\d.,]*\d))(?!\d{4}-\d\d)\d[\d,]*(?:\.\d+)?(?![\w/%]|-\d|[.,]\d| ${harmless})`,
  'gu',
);

/**
 * A sentence from the core without its amounts: figures become dots; years, dates, percentages and shares such as 50/50
 * stay. It hides rather too much than too little.
 */
export function withoutAmounts(sentence: string): string {
  return sentence.replaceAll(amounts, '••••');
}

/** A sentence that may name amounts: with them, written as everywhere on the screen, or with dots in their place. */
export function Sentence({ children }: { readonly children: string }): ReactNode {
  const { hidden } = useHideAmounts();
  const words = wordsFor('screen', children);
  return hidden ? withDates(withoutAmounts(withFigures(words))) : asRead(words);
}
