/** What decides between selling now and the hedge: how much of each assumption it takes to turn the answer round. */
import { subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateTurn } from './date-turn.ts';
import { fundingTurn } from './funding-turn.ts';
import { priceTurn } from './price-turn.ts';
import { rateTurns } from './rate-turns.ts';
import type { RateTurn } from './rate-turns.ts';
import type { TurnQuestion } from './turn-question.ts';

export interface Decides {
  /** Cost of selling now less cost of the hedge. */
  readonly difference: Money;
  readonly funding: Awaited<ReturnType<typeof fundingTurn>>;
  readonly date: Awaited<ReturnType<typeof dateTurn>>;
  readonly price: Awaited<ReturnType<typeof priceTurn>>;
  readonly rates: readonly RateTurn[];
}

const STEPS = 4;

/** In: both ways, priced. Each answer changes one assumption and chooses the day of leaving anew. */
export async function turnsOf(question: TurnQuestion): Promise<Decides> {
  const { tools, selling, hedging } = question;
  const step = (done: number): void => tools.progress('What decides', done, STEPS);
  step(0);
  const funding = await fundingTurn(question);
  step(1);
  const date = await dateTurn(question);
  step(2);
  const price = await priceTurn(question);
  step(3);
  const rates = await rateTurns(question);
  step(STEPS);
  const difference = subtract(selling.priced.cost, hedging.priced.cost);
  return { difference, funding, date, price, rates };
}
