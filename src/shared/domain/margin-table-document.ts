/** Margin tables ↔ JSON values with decimals as text: in the ledger, in corrections, on the contract between processes. */
import { toText } from '../num/format.ts';
import { money, quantity, rate } from '../num/parse.ts';
import type { Exact, Money, Rate } from '../num/types.ts';
import type { BrokerMargin, MarginTable, MarginTier } from './margin-table.ts';

export interface BrokerMarginDocument {
  readonly initial: string;
  readonly maintenance: string;
}

export type MarginTableDocument =
  | {
      readonly kind: 'tiers';
      readonly unit: 'settle-value' | 'coins' | 'contracts';
      readonly tiers: readonly {
        readonly cap: string | null;
        readonly maintenanceRate: string;
        readonly deduction: string;
        readonly initialRate: string | null;
      }[];
    }
  | {
      readonly kind: 'slope';
      readonly initialBase: string;
      readonly maintenanceBase: string;
      readonly perCoin: string;
    }
  | { readonly kind: 'flat'; readonly initial: string | null; readonly maintenance: string | null }
  | {
      readonly kind: 'broker-rates' | 'broker-money';
      readonly long: BrokerMarginDocument;
      readonly short: BrokerMarginDocument;
    };

export function marginTableDocument(table: MarginTable): MarginTableDocument {
  switch (table.kind) {
    case 'tiers':
      return { ...table, tiers: table.tiers.map(tierDocument) };
    case 'slope':
      return {
        kind: 'slope',
        initialBase: toText(table.initialBase),
        maintenanceBase: toText(table.maintenanceBase),
        perCoin: toText(table.perCoin),
      };
    case 'flat':
      return { kind: 'flat', initial: textOf(table.initial), maintenance: textOf(table.maintenance) };
    case 'broker-rates':
    case 'broker-money':
      return { kind: table.kind, long: brokerDocument(table.long), short: brokerDocument(table.short) };
  }
}

/** In: what `marginTableDocument` wrote. Errors: throws on other text. */
export function marginTableOf(document: MarginTableDocument): MarginTable {
  switch (document.kind) {
    case 'tiers':
      return { kind: 'tiers', unit: document.unit, tiers: document.tiers.map(tierOf) };
    case 'slope':
      return {
        kind: 'slope',
        initialBase: rate(document.initialBase),
        maintenanceBase: rate(document.maintenanceBase),
        perCoin: rate(document.perCoin),
      };
    case 'flat':
      return {
        kind: 'flat',
        initial: valueOf(document.initial, rate),
        maintenance: valueOf(document.maintenance, rate),
      };
    case 'broker-rates':
      return {
        kind: 'broker-rates',
        long: brokerOf(document.long, rate),
        short: brokerOf(document.short, rate),
      };
    case 'broker-money':
      return {
        kind: 'broker-money',
        long: brokerOf(document.long, money),
        short: brokerOf(document.short, money),
      };
  }
}

type TierDocument = Extract<MarginTableDocument, { readonly kind: 'tiers' }>['tiers'][number];

function tierDocument({ cap, maintenanceRate, deduction, initialRate }: MarginTier): TierDocument {
  return {
    cap: textOf(cap),
    maintenanceRate: toText(maintenanceRate),
    deduction: toText(deduction),
    initialRate: textOf(initialRate),
  };
}

function tierOf({ cap, maintenanceRate, deduction, initialRate }: TierDocument): MarginTier {
  return {
    cap: valueOf(cap, quantity),
    maintenanceRate: rate(maintenanceRate),
    deduction: quantity(deduction),
    initialRate: valueOf(initialRate, rate),
  };
}

function brokerDocument({
  initial,
  maintenance,
}: BrokerMargin<Rate> | BrokerMargin<Money>): BrokerMarginDocument {
  return { initial: toText(initial), maintenance: toText(maintenance) };
}

function brokerOf<Amount extends Rate | Money>(
  { initial, maintenance }: BrokerMarginDocument,
  parse: (text: string) => Amount,
): BrokerMargin<Amount> {
  return { initial: parse(initial), maintenance: parse(maintenance) };
}

function textOf(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}

function valueOf<T extends Exact>(text: string | null, parse: (text: string) => T): T | null {
  return text === null ? null : parse(text);
}
