import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import { toText } from '../../../../shared/num/format.ts';
import { compareDates, dateOf, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { harvestGains, lowBrackets } from '../../../engine/exit/harvest/harvest-gains.ts';
import type { LowBracket } from '../../../engine/exit/harvest/harvest-gains.ts';
import { harvestLots } from '../../../engine/exit/harvest/harvest-case.ts';
import type { HarvestCase, LeftOutLots } from '../../../engine/exit/harvest/harvest-case.ts';
import { harvestLosses } from '../../../engine/exit/harvest/harvest-losses.ts';
import type { Harvest } from '../../../engine/exit/harvest/harvest-of.ts';
import { moneyText } from '../../../engine/words.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import type { ExitRequest } from '../exit/exit-setup.ts';
import { plannedExit } from '../exit/planned-exit.ts';
import { Pacer } from '../imports/pacer.ts';
import { issueTexts } from '../issue-text.ts';
import { bareSetup } from './bare-setup.ts';
import { harvestText } from './harvest-text.ts';

/**
 * Losses that save tax and gains that cost none, on top of the plan; without a plan where there is nothing to sell or buy.
 * Errors: those of `plannedExit`, but for `exit/nothing-to-do` and `targets/no-policy`.
 */
export const planHarvest: Handler<'exit.harvest'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const made = await harvestCaseOf(derived.value, request, context);
  if (!made.ok) return made;
  const { of, hasPlan } = made.value;
  const pacer = new Pacer(context.signal);
  const today = of.given.dates[0]?.date ?? of.given.asOf;
  context.progress('Losses', 0, 2);
  const losses = await harvestLosses(of, today, async () => await pacer.pause());
  context.progress('Gains', 1, 2);
  const rooms = lowBrackets(of);
  const gains: Harvest[] = [];
  for (const room of rooms) {
    await pacer.pause();
    const found = harvestGains(of, room, dayIn(room.year, today));
    if (found !== null) gains.push(found);
  }
  const { currency, asOf } = of.given;
  return ok({
    asOf: dateText(asOf),
    currency,
    found: [...(losses === null ? [] : [losses]), ...gains]
      .toSorted((a, b) => (a.net > b.net ? -1 : a.net < b.net ? 1 : 0))
      .map((harvest) => harvestText(harvest, of, derived.value)),
    room: rooms.map(({ year, room }) => ({
      year,
      amount: toText(room),
      words: roomWords({ year, room }, currency),
    })),
    words: [
      hasPlan
        ? 'All of this comes on top of the plan, with lots that the plan does not touch.'
        : 'There is nothing to sell or buy for the targets, so this is measured against doing nothing.',
      ...(losses === null ? ['No lot has a loss that would save more tax than its sale costs.'] : []),
      ...(rooms.length === 0
        ? [
            'No year of the plan has room for long-term gain at 0 %, or it carries losses that a gain would only use up.',
          ]
        : []),
      ...(rooms.length > 0 && gains.length === 0
        ? ['No long-term gain of a lot that is free would fill the room and be worth its costs.']
        : []),
      ...leftOutWords(harvestLots(of, today).leftOut),
    ],
    issues: issueTexts([], derived.value),
  });
};

interface Made {
  readonly of: HarvestCase;
  readonly hasPlan: boolean;
}

async function harvestCaseOf(
  derived: Derived,
  request: ExitRequest,
  context: CallContext,
): Promise<Result<Made>> {
  const lots = derived.heldLots.filter(({ asset }) => assetClass(asset, derived.facts.currency) === 'coin');
  const planned = await plannedExit(derived, request, context);
  if (planned.ok) {
    const { setup, plan } = planned.value;
    return ok({ of: { given: setup, plan: plan.plan.flows.actions, lots }, hasPlan: true });
  }
  const { code } = planned.failure;
  if (code !== 'exit/nothing-to-do' && code !== 'targets/no-policy') return planned;
  const bare = bareSetup(derived, request);
  return bare.ok ? ok({ of: { given: bare.value, plan: [], lots }, hasPlan: false }) : bare;
}

/** Today in the running year; else one of the first days of the year. */
function dayIn(year: number, today: LocalDate): LocalDate {
  return year === yearOf(today) ? today : dateOf(year, 1, 2);
}

function roomWords({ year, room }: LowBracket, currency: string): string {
  return `In ${year} another ${moneyText(room, currency)} of long-term gain fits into the federal rate of 0 %.`;
}

function leftOutWords({ hedged, withoutBasis, withoutPrice, inWindow }: LeftOutLots): string[] {
  const over = inWindow.map(({ from }) => from).toSorted(compareDates)[0];
  const lots = (count: number): string => `${count} ${count === 1 ? 'lot is' : 'lots are'}`;
  return [
    ...(hedged.length === 0
      ? []
      : [
          `${lots(hedged.length)} left out because a hedge stands against them: a loss would wait until the hedge has no gain left, and a coin bought within 30 days would be its successor (26 U.S.C. 1092(a)).`,
        ]),
    ...(over === undefined
      ? []
      : [
          `${lots(inWindow.length)} left out because as much was bought within 30 days, or will be by the plan: that would take the loss away (26 U.S.C. 1091). The first is free from ${dateText(over)}.`,
        ]),
    ...(withoutBasis.length === 0
      ? []
      : [`${lots(withoutBasis.length)} left out because nobody knows what they cost.`]),
    ...(withoutPrice.length === 0 ? [] : [`Without a price: ${withoutPrice.join(', ')}.`]),
  ];
}
