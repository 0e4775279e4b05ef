import type { HandlersOf } from '../../call-context.ts';
import { addContract } from './add-contract.ts';
import { confirmContract } from './confirm-contract.ts';
import { correctContract } from './correct-contract.ts';
import { listCatalogue } from './list-catalogue.ts';
import { readContract } from './read-contract.ts';
import { removeContract } from './remove-contract.ts';
import { selfCheck } from './self-check.ts';
import { takeBackCorrection } from './take-back-correction.ts';
import { tryValue } from './try-value.ts';

type ContractsCall =
  | 'contracts.list'
  | 'contracts.read'
  | 'contracts.tryValue'
  | 'contracts.correct'
  | 'contracts.confirm'
  | 'contracts.takeBack'
  | 'contracts.add'
  | 'contracts.remove'
  | 'contracts.selfCheck';

export const contractsHandlers: HandlersOf<ContractsCall> = {
  'contracts.list': listCatalogue,
  'contracts.read': readContract,
  'contracts.tryValue': tryValue,
  'contracts.correct': correctContract,
  'contracts.confirm': confirmContract,
  'contracts.takeBack': takeBackCorrection,
  'contracts.add': addContract,
  'contracts.remove': removeContract,
  'contracts.selfCheck': selfCheck,
};
