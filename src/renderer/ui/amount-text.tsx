import type { ReactNode } from 'react';
import { MoneyText, QuantityText, type Tone } from './numbers.tsx';

/** Assets that count as money on a screen: two decimals. Everything else is a coin, with as many as it has. */
const moneyAssets: ReadonlySet<string> = new Set(
  'USD EUR GBP CAD AUD CHF JPY USDT USDC FDUSD BUSD TUSD DAI USDE USDP PYUSD'.split(' '),
);

export interface AmountTextProps {
  readonly value: string | null;
  /** What it is an amount of: "USDT", "BTC". */
  readonly asset: string;
  readonly signed?: Tone;
  readonly unknown?: string;
}

/** An amount of a settle or collateral asset, which may be money or a coin. */
export function AmountText({ value, asset, ...rest }: AmountTextProps): ReactNode {
  return moneyAssets.has(asset) ? (
    <MoneyText value={value} currency={asset} {...rest} />
  ) : (
    <QuantityText value={value} unit={asset} {...rest} />
  );
}
