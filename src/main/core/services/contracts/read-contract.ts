import type { Handler } from '../../call-context.ts';
import { contractDetails } from './contract-details.ts';

/** Every field of a contract with where it comes from, what the user set, and the expiries to come. */
export const readContract: Handler<'contracts.read'> = ({ contract }, context) =>
  contractDetails(contract, context);
