import type { EvidentField } from '../../../shared/domain/contract-terms.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';
import { fieldNamed } from './contracts-set.ts';

export const contractsConfirm: Verb = {
  summary: 'says that fields of a contract are as your exchange has them; without fields, all that are open',
  usage: 'ID [FIELD…] --source TEXT',
  example: 'contracts confirm binance-um:BTCUSDT takerFee makerFee --source "fee page, today"',
  options: { source: { type: 'string', help: 'what you compared with, in your own words' } },
  run: async (context) => {
    const [contract, ...names] = context.positionals;
    if (contract === undefined) return wrongUsage('ID', 'say which one: `hedgerow contracts` lists them');
    const source = textOption(context, 'source');
    if (source === undefined) return wrongUsage('--source', 'say what you compared with');
    const fields: EvidentField[] = [];
    for (const name of names) {
      const field = fieldNamed(name);
      if (!field.ok) return field;
      fields.push(field.value);
    }
    return await reportOf(
      await context.openLedger(),
      'contracts.confirm',
      { contract, source, ...(fields.length === 0 ? {} : { fields }) },
      ({ contract: row }) => paragraph(`Confirmed. The terms of ${contract} are ${row.confidenceWords}.`),
    );
  },
};
