import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { bandWidth } from './band-width.ts';

const row = (asset: string, target: string, low: string, high: string): Parameters<typeof bandWidth>[1] => ({
  asset: assetId(asset),
  target: rate(target),
  bandLow: rate(low),
  bandHigh: rate(high),
});
const majors = {
  ...row('', '0.4', '0.35', '0.45'),
  hasBand: true,
  members: [{ asset: assetId('BTC') }, { asset: assetId('ETH') }],
};

test('a coin has its own band, or by target its share of its group’s, or none', () => {
  const lines = [majors];
  expect(bandWidth({ lines }, row('SOL', '0.3', '0.27', '0.33'))).toBe(rate('0.03'));
  expect(bandWidth({ lines }, row('BTC', '0.2', '0', '1'))).toBe(rate('0.025'));
  expect(bandWidth({ lines }, row('BNB', '0.2', '0', '1'))).toBeNull();
});
