import { useHideAmounts, withoutAmounts } from '../../ui/hide-amounts.tsx';

/** A sentence that quotes cells of a file, just as it is; while amounts are hidden, without its figures. */
export function usePlainWords(): (sentence: string) => string {
  const { hidden } = useHideAmounts();
  return hidden ? withoutAmounts : asItIs;
}

function asItIs(sentence: string): string {
  return sentence;
}
