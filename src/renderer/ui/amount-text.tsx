import type { ReactNode } from 'react';
import { isCoin } from './number-format.ts';
import { MoneyText, QuantityText, type Tone } from './numbers.tsx';

export interface AmountTextProps {
  readonly value: string | null;
  /** What it is an amount of: "USDT", "BTC". */
  readonly asset: string;
  readonly signed?: Tone;
  readonly unknown?: string;
}

/** An amount of a settle or collateral asset, which may be money or a coin. */
export function AmountText({ value, asset, ...rest }: AmountTextProps): ReactNode {
  return isCoin(asset) ? (
    <QuantityText value={value} unit={asset} {...rest} />
  ) : (
    <MoneyText value={value} currency={asset} {...rest} />
  );
}
