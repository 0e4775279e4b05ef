import { STRADDLE_REGIMES } from '../../../shared/domain/tax-elections.ts';
import { issuesText } from '../issues.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const electionsIdentifyStraddle: Verb = {
  summary: 'puts on record what kind of straddle a hedge is, before its day ends',
  usage: 'LEG REGIME [--kept-elsewhere]',
  example: 'elections identify-straddle plan-1-leg-2 identified    # `hedge legs` shows the legs',
  options: {
    'kept-elsewhere': {
      type: 'boolean',
      help: 'your own records of the day itself show it, where the day has passed',
    },
  },
  run: async (context) => {
    const [leg, typed] = context.positionals;
    if (leg === undefined) return wrongUsage('LEG', 'name the leg: `hedgerow hedge legs` lists them');
    const regime = STRADDLE_REGIMES.find((one) => one === typed);
    if (regime === undefined)
      return wrongUsage(
        'REGIME',
        `say what it is: ${STRADDLE_REGIMES.filter((one) => one !== 'account').join(', ')}`,
      );
    const kept = context.options['kept-elsewhere'] === true ? { keptElsewhere: true } : {};
    return await reportOf(
      await context.openLedger(),
      'elections.identifyStraddle',
      { leg, regime, ...kept },
      ({ record, issues }) =>
        [paragraph(`Record ${record.sequence}: ${record.words}`), ...issuesText(issues)].join('\n\n'),
    );
  },
};
