import { expect, test } from 'vitest';
import { cheaperIfPricesStay } from './cheaper-on-the-way.ts';

const plan = (title: string, flat: string | null) =>
  ({
    title,
    onPaths: [
      { path: 'flat', cost: flat },
      { path: 'up', cost: '-9000' },
    ],
  }) as unknown as Parameters<typeof cheaperIfPricesStay>[0]['plans'][number];

test.each([
  ['one costs less', '-667.28', ['-738.05', '-1371.45'], { title: '1', by: '704.17' }],
  ['the plan itself is the cheapest', '-1371.45', ['-738.05', '-1371.45'], null],
  ['by cents', '-1371.00', ['-1371.45'], null],
  ['none is possible there', '5', [null], null],
  ['there is none', '5', [], null],
])('%s', (_, cost, flats, expected) => {
  const plans = flats.map((flat, index) => plan(String(index), flat));
  expect(cheaperIfPricesStay({ plans }, cost)).toEqual(expected);
});
