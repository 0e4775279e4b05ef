import { basisRisk, depegRisk, fundingRisk, rollRisk } from './market-risks.ts';
import { cashRisk, deleveragingRisk, liquidationRisk, operationalRisk } from './margin-risks.ts';
import { complexityRisk, counterpartyRisk, dataRisk, residualRisk, taxRisk } from './portfolio-risks.ts';
import type { RegisterFacts } from './register-facts.ts';
import { riskRow } from './risk-row.ts';
import type { RiskRow } from './risk-row.ts';

/** A new risk is a line here. */
const risks = [
  liquidationRisk,
  cashRisk,
  basisRisk,
  fundingRisk,
  rollRisk,
  residualRisk,
  deleveragingRisk,
  counterpartyRisk,
  depegRisk,
  operationalRisk,
  dataRisk,
  complexityRisk,
  taxRisk,
] as const;

const RANK = { danger: 0, unknown: 1, watch: 2, fine: 3 } as const;

/** Every risk of futures beside coins with its reading for this portfolio, worst first; equals in the order above. */
export function riskRegister(facts: RegisterFacts): readonly RiskRow[] {
  return risks.map((read) => riskRow(read(facts))).toSorted((a, b) => RANK[a.state] - RANK[b.state]);
}
