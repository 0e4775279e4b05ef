import { fail } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';

type HedgeCall =
  | 'hedge.legs'
  | 'hedge.linkable'
  | 'hedge.link'
  | 'hedge.unlink'
  | 'hedge.adopt'
  | 'hedge.close'
  | 'hedge.setMargin'
  | 'hedge.checks'
  | 'hedge.checklist'
  | 'monitor.read'
  | 'monitor.setThresholds'
  | 'monitor.proposal';

/** Being built: the shapes stand. */
export const hedgeHandlers: HandlersOf<HedgeCall> = {
  'hedge.legs': async () => fail('call/unknown', { name: 'hedge.legs' }),
  'hedge.linkable': async () => fail('call/unknown', { name: 'hedge.linkable' }),
  'hedge.link': async () => fail('call/unknown', { name: 'hedge.link' }),
  'hedge.unlink': async () => fail('call/unknown', { name: 'hedge.unlink' }),
  'hedge.adopt': async () => fail('call/unknown', { name: 'hedge.adopt' }),
  'hedge.close': async () => fail('call/unknown', { name: 'hedge.close' }),
  'hedge.setMargin': async () => fail('call/unknown', { name: 'hedge.setMargin' }),
  'hedge.checks': async () => fail('call/unknown', { name: 'hedge.checks' }),
  'hedge.checklist': async () => fail('call/unknown', { name: 'hedge.checklist' }),
  'monitor.read': async () => fail('call/unknown', { name: 'monitor.read' }),
  'monitor.setThresholds': async () => fail('call/unknown', { name: 'monitor.setThresholds' }),
  'monitor.proposal': async () => fail('call/unknown', { name: 'monitor.proposal' }),
};
