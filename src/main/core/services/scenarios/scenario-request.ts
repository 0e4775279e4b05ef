import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { KeptScenario } from './kept-scenarios.ts';

type ExitRequest = CallRequest<'exit.plan'>;

/** What an exit plan is asked with in a scenario: its own request, with the prices that its tax side assumes where it has none. */
export function scenarioRequest(
  { exit = {}, tax = {} }: Pick<KeptScenario, 'exit' | 'tax'>,
  seconds: number | undefined,
): ExitRequest {
  const own = new Set((exit.prices ?? []).map(({ asset }) => asset.toUpperCase()));
  const assumed = (tax.prices ?? [])
    .filter(({ asset }) => !own.has(asset.toUpperCase()))
    .map(({ asset, change, price, date }) => ({
      asset,
      ...(change === undefined ? {} : { change }),
      ...(price === undefined ? {} : { price }),
      ...(date === undefined ? {} : { by: date }),
    }));
  const prices = [...(exit.prices ?? []), ...assumed];
  const discount = exit.discountPerYear ?? tax.discountPerYear;
  return {
    ...exit,
    ...(prices.length === 0 ? {} : { prices }),
    ...(discount === undefined ? {} : { discountPerYear: discount }),
    ...(seconds === undefined ? {} : { seconds }),
  };
}
