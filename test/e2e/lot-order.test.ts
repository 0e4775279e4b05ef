/** The choice of method in the tax details is a standing order from now on, and stands there again. */
import { beforeAll, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { goTo, openSample } from './steps.ts';

const app = appUnderTest();
beforeAll(() => openSample(app.page));

const openTaxDetails = async (): Promise<void> => {
  await goTo(app.page, 'Year-end plan');
  await app.page.getByRole('button', { name: 'Your tax details' }).click();
};
const dearest = () => app.page.getByRole('radio', { name: /^The one that cost most/u });

it('records highest cost first once, with the tax details, and shows it the next time', async () => {
  await openTaxDetails();
  expect(await app.page.getByRole('radio', { name: /^The oldest/u }).isChecked()).toBe(true);
  await dearest().check();
  await app.page.getByRole('button', { name: 'Save tax details' }).click();
  await app.page.getByText('Tax details saved').waitFor();
  await openTaxDetails();
  expect(await dearest().isChecked()).toBe(true);
  // Saving again changes no method, so it records nothing.
  await app.page.getByRole('button', { name: 'Save tax details' }).click();
  await app.page.getByRole('dialog', { name: 'Your tax details' }).waitFor({ state: 'hidden' });
  await goTo(app.page, 'Holdings & lots');
  await app.page.getByRole('tab', { name: 'Choices on record', exact: true }).click();
  await expect
    .poll(() => app.page.getByRole('row', { name: /highest cost first/iu }).count(), { timeout: 10_000 })
    .toBe(1);
});
