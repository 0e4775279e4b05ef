import type { HandlersOf } from '../../call-context.ts';
import { adoptPositions } from './adopt-positions.ts';
import { linkFills, unlinkFills } from './link-fills.ts';
import { previewClose } from './preview-close.ts';
import { readChecklist } from './read-checklist.ts';
import { readChecks } from './read-checks.ts';
import { readLegs, readLinkable } from './read-legs.ts';
import { readMonitor } from './read-monitor.ts';
import { readProposal } from './read-proposal.ts';
import { setMargin } from './set-margin.ts';
import { setThresholds } from './set-thresholds.ts';

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

export const hedgeHandlers: HandlersOf<HedgeCall> = {
  'hedge.legs': readLegs,
  'hedge.linkable': readLinkable,
  'hedge.link': linkFills,
  'hedge.unlink': unlinkFills,
  'hedge.adopt': adoptPositions,
  'hedge.close': previewClose,
  'hedge.setMargin': setMargin,
  'hedge.checks': readChecks,
  'hedge.checklist': readChecklist,
  'monitor.read': readMonitor,
  'monitor.setThresholds': setThresholds,
  'monitor.proposal': readProposal,
};
