import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../../../shared/domain/contract-spec.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { Price } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { StraddleLot } from '../straddles/straddle-case.ts';

/** A lot of the ledger over its whole life until today, part of a straddle or not. */
export interface LotLife {
  readonly lot: StraddleLot;
  /** By the plain holding-period rule. */
  readonly longTermFrom: LocalDate;
}

/** What actions need to know besides the facts: the ledger's lots, and the prices that are assumed after today. */
export interface ActionBook {
  /** undefined: the ledger has no such lot. */
  lotOf(lot: LotId): LotLife | undefined;
  /** What a coin, a stablecoin or a currency is assumed to be worth on a day after today; null: nobody knows. */
  priceOn(asset: AssetId, date: LocalDate): Price | null;
  /** What a contract is assumed to trade at on such a day; null: nobody knows. */
  contractPriceOn(spec: ContractSpec, date: LocalDate): Price | null;
}
