/**
 * The only components that show numbers. They take the contract's decimal text, show it exactly as `number-format.ts`
 * writes it, in tabular numerals, and put dots in the DOM while amounts are hidden (never a blur, which leaks).
 * Rates and market prices stay visible: they say nothing about how much someone owns.
 */
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate, formatInstant } from './date-format.ts';
import { hiddenDots, useHideAmounts } from './hide-amounts.tsx';
import {
  formatMoney,
  formatMoneyShort,
  formatPrice,
  formatQuantity,
  formatRate,
  isRounded,
  signOf,
  type Sign,
} from './number-format.ts';
import classes from './numbers.module.css';

/** How a signed figure speaks: `gain` also colours it; `plain` only writes the sign. */
export type Tone = 'gain' | 'plain';

interface Shown {
  /** null is a figure that is not known, shown as a dash with words. */
  readonly value: string | null;
  /** What to say in place of an unknown figure; "not known" unless told. */
  readonly unknown?: string;
}

interface Signable extends Shown {
  readonly signed?: Tone;
  /** Words for up and down, read aloud with the sign: ["gain", "loss"] unless told. */
  readonly words?: readonly [up: string, down: string];
}

export interface MoneyTextProps extends Signable {
  readonly currency?: string;
  /** Whole units only, where room is short. */
  readonly short?: boolean;
}

export function MoneyText({ value, currency = 'USD', short = false, ...rest }: MoneyTextProps): ReactNode {
  const write = (text: string): string =>
    short
      ? formatMoneyShort(text, currency, { signed: rest.signed !== undefined })
      : formatMoney(text, currency, { signed: rest.signed !== undefined });
  return <Figure value={value} write={write} hideable {...rest} />;
}

export interface QuantityTextProps extends Signable {
  /** "BTC", "contracts": shown after the number. */
  readonly unit?: string;
  /** Just so many decimals, as cash has two; up to eight unless told. */
  readonly decimals?: number;
}

export function QuantityText({ value, unit, decimals, ...rest }: QuantityTextProps): ReactNode {
  const write = (text: string): string =>
    formatQuantity(text, {
      signed: rest.signed !== undefined,
      ...(decimals === undefined ? {} : { decimals }),
    });
  return <Figure value={value} write={write} unit={unit} hideable {...rest} />;
}

export interface PriceTextProps extends Shown {
  readonly currency?: string;
  /** Of prices that say something of their owner, as the one that closes a position by force does. */
  readonly hideable?: boolean;
}

export function PriceText({ value, currency = 'USD', ...rest }: PriceTextProps): ReactNode {
  return <Figure value={value} write={(text) => formatPrice(text, currency)} {...rest} />;
}

export interface RateTextProps extends Signable {
  /** Decimals of the percentage at most; 2 unless told. */
  readonly decimals?: number;
}

export function RateText({ value, decimals = 2, ...rest }: RateTextProps): ReactNode {
  const write = (text: string): string => formatRate(text, { signed: rest.signed !== undefined, decimals });
  return <Figure value={value} write={write} {...rest} />;
}

export interface DateTextProps {
  /** "YYYY-MM-DD", or an instant with `time` (shown in UTC, which is said). */
  readonly value: string | null;
  readonly time?: boolean;
}

export function DateText({ value, time = false }: DateTextProps): ReactNode {
  if (value === null) return <Unknown says="no date" />;
  return (
    <time dateTime={value} className={classes.number}>
      {time ? formatInstant(value) : formatDate(value)}
    </time>
  );
}

interface FigureProps extends Signable {
  readonly write: (text: string) => string;
  readonly unit?: string | undefined;
  readonly hideable?: boolean;
}

function Figure({
  value,
  write,
  unit,
  hideable = false,
  signed,
  words = ['gain', 'loss'],
  unknown,
}: FigureProps): ReactNode {
  const { hidden } = useHideAmounts();
  if (value === null) return <Unknown says={unknown ?? 'not known'} />;
  if (hideable && hidden) return <Hidden unit={unit} />;
  const sign = signed === 'gain' ? signOf(value) : 'flat';
  const shown = write(value);
  return (
    <span
      className={classes.number}
      data-sign={signed === 'gain' ? sign : undefined}
      title={hideable && isRounded(value, shown) ? `exactly ${value}` : undefined}
    >
      {signed === 'gain' && <Arrow sign={sign} words={words} />}
      {shown}
      {unit !== undefined && <span className={classes.unit}> {unit}</span>}
    </span>
  );
}

function Arrow({
  sign,
  words: [up, down],
}: {
  readonly sign: Sign;
  readonly words: readonly [string, string];
}): ReactNode {
  if (sign === 'flat') return null;
  return (
    <>
      <span aria-hidden="true" className={classes.arrow}>
        {sign === 'up' ? '▲' : '▼'}
      </span>
      <VisuallyHidden>{sign === 'up' ? up : down} </VisuallyHidden>
    </>
  );
}

function Hidden({ unit }: { readonly unit?: string | undefined }): ReactNode {
  return (
    <span className={classes.number}>
      <span aria-hidden="true">{hiddenDots}</span>
      <VisuallyHidden>amount hidden</VisuallyHidden>
      {unit !== undefined && <span className={classes.unit}> {unit}</span>}
    </span>
  );
}

function Unknown({ says }: { readonly says: string }): ReactNode {
  return (
    <span className={classes.unknown}>
      <span aria-hidden="true" title={says}>
        –
      </span>
      <VisuallyHidden>{says}</VisuallyHidden>
    </span>
  );
}
