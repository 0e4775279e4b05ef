import { assetId } from '../../../shared/domain/asset.ts';
import type { PlanBaseline } from '../../../shared/domain/hedge.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../shared/time/local-date.ts';
import { canonicalJson } from './canonical-json.ts';

interface BaselineDocument {
  readonly date: string;
  readonly assets: readonly {
    readonly asset: string;
    readonly target: string;
    readonly held: string;
    readonly price: string;
    readonly isMoney: boolean;
  }[];
}

/** What a plan was sized on, as JSON with decimals as text. */
export function baselineDocument({ date, assets }: PlanBaseline): string {
  const document: BaselineDocument = {
    date: dateText(date),
    assets: assets.map((one) => ({
      asset: one.asset,
      target: toText(one.target),
      held: toText(one.held),
      price: toText(one.price),
      isMoney: one.isMoney,
    })),
  };
  return canonicalJson(document);
}

export function baselineOf(text: string): PlanBaseline {
  const { date, assets } = JSON.parse(text) as BaselineDocument;
  return {
    date: localDate(date),
    assets: assets.map((one) => ({
      asset: assetId(one.asset),
      target: rate(one.target),
      held: quantity(one.held),
      price: price(one.price),
      isMoney: one.isMoney,
    })),
  };
}
