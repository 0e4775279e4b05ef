import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { money, price, quantity, rate } from '../../../shared/num/parse.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { dateText, localDate } from '../../../shared/time/local-date.ts';
import { lot, terms } from '../../../../test/cases/futures/lots-and-terms.fixture.ts';
import { coins } from '../futures/units.ts';
import { hedgedLots } from './hedged-lots.ts';
import { overlayOf } from './overlay.ts';
import type { Overlay } from './overlay.ts';
import { overlayRisks } from './overlay-risks.ts';
import { legNotes, overlaySentence } from './overlay-words.ts';
import { planSteps } from './plan-steps.ts';

const opened = localDate('2026-11-22');

/** 65/35 of 100 000 against 50/50, BTC at 50 000 and ETH at 2 000. */
function overlayWith(btc: ContractTerms, eth: ContractTerms): Overlay<ContractTerms> {
  const exposure = { target: rate('0.5'), futuresValue: zeroMoney, isMoney: false };
  const btcPrice = price('50000');
  const ethPrice = price('2000');
  const overlay = overlayOf(
    [
      { ...exposure, asset: assetId('BTC'), price: btcPrice, spotValue: money('65000') },
      { ...exposure, asset: assetId('ETH'), price: ethPrice, spotValue: money('35000') },
    ],
    new Map([
      [assetId('BTC'), { terms: btc, at: { price: btcPrice, settlePrice: price('1') } }],
      [assetId('ETH'), { terms: eth, at: { price: ethPrice, settlePrice: price('1') } }],
    ]),
    'nearest',
  );
  if (overlay === null) throw new Error('nothing held');
  return overlay;
}

const micros = overlayWith(terms('cme', 'MBT-202612'), terms('cme', 'MET-202612'));
const young = lot('young', 'BTC', '1', '60000', '2026-06-01', '2027-06-02');
const lots = hedgedLots([{ asset: assetId('BTC'), quantity: quantity('0.3') }], [young], new Map(), opened);

test('the steps of a plan across an expiry and a year end, in the order of their dates', () => {
  const steps = planSteps({ legs: micros.legs, hedgedLots: lots, opened, exit: localDate('2027-02-01') });
  expect(
    steps.map(({ id, date, text }) => `${id} ${dateText(date)} ${text.split(/[:,.]/u)[0] ?? ''}`),
  ).toEqual([
    'step-1 2026-11-22 Open',
    'step-2 2026-11-29 Import the fills',
    'step-3 2026-12-14 Roll MBT-202612',
    'step-4 2026-12-14 Roll MET-202612',
    'step-5 2026-12-31 Enter the settlement price of what MBT-202612 and MET-202612 were rolled into',
    'step-6 2027-02-01 Close with reduce-only orders',
    'step-7 2027-02-01 Sell 0',
    'step-8 2027-02-01 Buy 7',
  ]);
  expect(steps[0]?.text).toBe(
    'Open: sell 3 contracts of MBT-202612 and buy 75 contracts of MET-202612, together.',
  );
  expect(steps[6]?.text).toContain('0.3 BTC of 2026-06-01');
});

test('a short plan is checked before it ends', () => {
  const steps = planSteps({ legs: micros.legs, hedgedLots: [], opened, exit: localDate('2026-11-24') });
  expect(steps.map(({ date }) => dateText(date))).toEqual([
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-24',
    '2026-11-24',
  ]);
});

test('after its end no step asks for a contract, but for what it was rolled into', () => {
  const texts = planSteps({ legs: micros.legs, hedgedLots: [], opened, exit: localDate('2027-02-01') }).map(
    ({ text }) => text,
  );
  // MBT-202612 and MET-202612 end on 2026-12-24; section 1256 contracts are marked on 2026-12-31.
  expect(texts.find((text) => text.startsWith('Enter the settlement'))).toContain(
    'of what MBT-202612 and MET-202612 were rolled into:',
  );
  expect(texts.find((text) => text.startsWith('Close'))).toContain(
    'MBT-202612 (as rolled into a later expiry)',
  );
});

test('a cross hedge ends with the sale of the coins that it stood for', () => {
  const [leg] = micros.legs;
  if (leg === undefined) throw new Error('no leg');
  const cross = { underlying: assetId('ETH'), price: leg.chosen.at.price };
  // 8 of the 10 coins that were aimed at are sold: 80 % of the 0.3 BTC wanted.
  const crossed = {
    ...leg,
    wanted: coins(quantity('-0.3')),
    aimed: coins(quantity('-10')),
    sized: { ...leg.sized, coins: coins(quantity('-8')) },
    chosen: { ...leg.chosen, cross },
  };
  const steps = planSteps({ legs: [crossed], hedgedLots: [], opened, exit: localDate('2026-12-01') });
  expect(steps.map(({ text }) => text)).toContain('Sell 0.24 BTC.');
});

test('the sentence and the notes of a leg', () => {
  expect(overlaySentence(micros)).toBe(
    'Short 0.3 BTC with MBT-202612 and go long 7.5 ETH with MET-202612: 65/35 becomes 50/50. No coin is sold.',
  );
  const large = overlayWith(terms('cme', 'BTC-202612'), terms('cme', 'MET-202612'));
  const [first] = large.legs;
  expect(first === undefined ? [] : legNotes(first)).toContain(
    '0.3 BTC is less than the smallest order of BTC-202612.',
  );
  expect(overlaySentence(overlayWith(terms('cme', 'BTC-202612'), terms('cme', 'ETH-202612')))).toMatch(
    /nothing is ordered: 65\/35 stays\.$/u,
  );
});

test('the risks name cash, expiry, the lot whose clock restarts and the status of each contract', () => {
  const texts = overlayRisks({ legs: micros.legs, carry: [], hedgedLots: lots, currency: 'USD' }).map(
    ({ kind, text }) => `${kind}: ${text}`,
  );
  // 30 % of 15 000.
  expect(texts[0]).toContain('If BTC rises 30 %, the short loses 4,500.00 USD in cash');
  expect(texts[0]).toContain('What MBT-202612 asks as margin is not known here');
  expect(texts.join(' ')).toContain('MBT-202612 ends on 2026-12-24');
  expect(texts.join(' ')).toContain(
    '0.3 BTC of 2026-06-01 (long-term from 2027-06-02) would start the holding period',
  );
  expect(texts.filter((text) => text.startsWith('tax: MBT-202612: '))).toHaveLength(1);
  expect(texts.join(' ')).not.toContain('takes no persons of the United States');
});

test('a leg is rolled as often as the comparison charges for it, and not on the day of the exit', () => {
  const steps = (exit: string): string[] =>
    planSteps({ legs: micros.legs.slice(0, 1), hedgedLots: [], opened, exit: localDate(exit) })
      .filter(({ text }) => text.startsWith('Roll'))
      .map(({ date, text }) => `${dateText(date)} ${text}`);
  expect(steps('2026-12-24')).toEqual([]);
  expect(steps('2027-06-30')).toEqual([
    '2026-12-14 Roll MBT-202612, which ends on 2026-12-24, into a later expiry.',
    '2027-03-14 Roll the BTC leg again, if it ends about 2027-03-24 (three months later).',
    '2027-06-14 Roll the BTC leg again, if it ends about 2027-06-24 (three months later).',
  ]);
});
