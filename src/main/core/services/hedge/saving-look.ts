import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { CheckedOrder } from '../../../engine/futures/watch/checks/checked-order.ts';
import type { Derived } from '../../derived.ts';

/** What a plan is looked at by before it is saved. */
export interface LookInput {
  readonly orders: readonly CheckedOrder[];
  readonly issues: readonly Issue[];
  readonly derived: Derived;
}

type Row = CallAnswer<'hedge.checks'>['beforeSaving'][number];

/** What one look has to say; `ask`: it has to be acknowledged before saving. */
export type LookFound = Pick<Row, 'state' | 'words'> & { readonly ask?: boolean };

export type Look = (input: LookInput) => LookFound;
