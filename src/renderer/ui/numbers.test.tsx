import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HideAmountsProvider } from './hide-amounts.tsx';
import { DateText, MoneyText, PriceText, QuantityText, RateText } from './numbers.tsx';

function markup(node: ReactNode): string {
  return renderToStaticMarkup(
    <MantineProvider withCssVariables={false} withGlobalClasses={false}>
      <HideAmountsProvider>{node}</HideAmountsProvider>
    </MantineProvider>,
  );
}

function textOf(node: ReactNode): string {
  return markup(node).replaceAll(/<style.*?<\/style>|<[^>]+>/gu, '');
}

describe('shown', () => {
  test('money, quantity, price, rate and date as text', () => {
    expect(textOf(<MoneyText value="1234.5" />)).toBe('$1,234.50');
    expect(textOf(<QuantityText value="0.15" unit="BTC" />)).toBe('0.15 BTC');
    expect(textOf(<PriceText value="67000" />)).toBe('$67,000.00');
    expect(textOf(<RateText value="0.65" />)).toBe('65%');
    expect(textOf(<DateText value="2026-12-31" />)).toBe('31 Dec 2026');
    expect(textOf(<DateText value="2026-11-22T10:53:07Z" time />)).toBe('22 Nov 2026, 10:53 UTC');
  });

  test('a gain has an arrow, a word, a sign and a colour', () => {
    expect(textOf(<MoneyText value="-20" signed="gain" />)).toBe('▼loss −$20.00');
    expect(textOf(<RateText value="0.151" signed="gain" words={['over', 'under']} />)).toBe('▲over +15.1%');
    expect(markup(<MoneyText value="-20" signed="gain" />)).toContain('data-sign="down"');
  });

  test('unknown is a dash with words, not a zero', () => {
    expect(textOf(<MoneyText value={null} unknown="no price yet" />)).toBe('–no price yet');
  });
});

describe('hidden', () => {
  beforeEach(() => {
    vi.stubGlobal('window', {
      localStorage: { getItem: () => 'true', setItem: () => undefined },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('amounts leave the DOM; units, rates and prices stay', () => {
    const all = markup(
      <>
        <MoneyText value="-1234.5" signed="gain" />
        <QuantityText value="0.15" unit="BTC" />
        <RateText value="0.65" />
        <PriceText value="67000" />
      </>,
    );
    expect(all).not.toMatch(/1,?234|0\.15|data-sign|▼|loss/u);
    expect(all).toContain('••••••');
    expect(all).toContain('BTC');
    expect(all).toContain('65%');
    expect(all).toContain('$67,000.00');
  });
});
