import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { accountNamed } from '../account-named.ts';
import { overlayOf, overlayOptions } from '../overlay-options.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const hedgeCheck: Verb = {
  summary: 'looks for the mistakes that cost most, in an overlay or in an order as you mean to type it',
  usage:
    '[ASSET CONTRACT buy|sell QUANTITY [--meant COINS] [--price PRICE] [--leverage N] [--reduce-only]] [--exit DATE]',
  example: 'hedge check BTC binance-um:BTCUSDT sell 0.06 --meant 0.06 --leverage 2',
  options: {
    ...overlayOptions,
    meant: { type: 'string', help: 'coins that the order is meant to be' },
    'meant-money': { type: 'string', help: 'what the order is meant to be worth' },
    price: { type: 'string', help: 'the limit price' },
    leverage: { type: 'string', help: 'the multiple set at the venue' },
    margin: { type: 'string', help: 'cross or isolated' },
    account: { type: 'string', help: 'the account it is placed in' },
    position: { type: 'string', help: 'the position that it closes' },
    rate: { type: 'string', help: 'a fee or funding rate, with its unit: 0.05%, 5bp' },
    'reduce-only': { type: 'boolean', help: 'it may only close' },
    exit: { type: 'string', help: 'the date to close by' },
    acknowledge: { type: 'string', help: 'points that you have read: tax,uncertain' },
  },
  async run(context) {
    const [asset, contract, side, quantity] = context.positionals;
    const exitDate = textOption(context, 'exit');
    const acknowledged = textOption(context, 'acknowledge')?.split(',');
    const more = {
      ...(exitDate === undefined ? {} : { exitDate }),
      ...(acknowledged === undefined ? {} : { acknowledged }),
    };
    if (asset === undefined) {
      const calls = await context.openLedger();
      if (!calls.ok) return calls;
      const overlay = await overlayOf(context, calls.value);
      if (!overlay.ok) return overlay;
      return await reportOf(ok(calls.value), 'hedge.checks', { overlay: overlay.value, ...more }, checksText);
    }
    if (contract === undefined || quantity === undefined || (side !== 'buy' && side !== 'sell'))
      return wrongUsage('ORDER', 'say asset, contract, buy or sell, and quantity: BTC cme:MBT sell 3');
    const text = (name: string): string | undefined => textOption(context, name);
    const coins = text('meant');
    const money = text('meant-money');
    const margin = text('margin');
    if (margin !== undefined && margin !== 'cross' && margin !== 'isolated')
      return wrongUsage('margin', 'expected cross or isolated');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const named = text('account');
    const account = named === undefined ? ok(undefined) : await accountNamed(calls.value, named);
    if (!account.ok) return account;
    const order: NonNullable<CallInput<'hedge.checks'>['orders']>[number] = {
      asset: asset.toUpperCase(),
      contract,
      side,
      quantity,
      reduceOnly: context.options['reduce-only'] === true,
      ...(coins === undefined && money === undefined
        ? {}
        : {
            intended: {
              ...(coins === undefined ? {} : { coins }),
              ...(money === undefined ? {} : { money }),
            },
          }),
      ...given('price', text('price')),
      ...given('leverage', text('leverage')),
      ...given('account', account.value),
      ...given('position', text('position')),
      ...given('rate', text('rate')),
      ...(margin === undefined ? {} : { marginMode: margin }),
    } as const;
    return await reportOf(calls, 'hedge.checks', { orders: [order], ...more }, checksText);
  },
};

function given<Name extends string>(name: Name, value: string | undefined): { [N in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

type Checks = CallAnswer<'hedge.checks'>;

export function checksText({ issues, beforeSaving, canSave }: Checks): string {
  const rows = beforeSaving.map((row) => paragraph(`[${markOf(row)}] ${row.id}: ${row.words}`, 2));
  return [
    issuesText(issues)[0] ?? 'No mistake was found.',
    `${rows.join('\n')}\n${paragraph(LEGEND, 2)}`,
    paragraph(canSave ? 'It can be saved.' : `It cannot be saved yet: ${whyNot(issues, beforeSaving)}.`),
  ].join('\n\n');
}

const LEGEND =
  '[x] nothing stands out, [ ] to read, [?] not known, [!] uncertain: has to be acknowledged before it is saved';

function markOf(row: Checks['beforeSaving'][number]): string {
  if (isOpen(row)) return '!';
  return { fine: 'x', look: ' ', unknown: '?' }[row.state];
}

function isOpen({ needsAcknowledgement, acknowledged }: Checks['beforeSaving'][number]): boolean {
  return needsAcknowledgement && !acknowledged;
}

/** What keeps it from being saved, and only that. */
function whyNot(issues: Checks['issues'], rows: Checks['beforeSaving']): string {
  const open = rows.filter(isOpen).map(({ id }) => id);
  return [
    ...(issues.some(({ severity }) => severity === 'error') ? ['correct the errors'] : []),
    ...(open.length === 0
      ? []
      : [`read what is marked with !, then accept it by --acknowledge ${open.join(',')}`]),
  ].join(', and ');
}
