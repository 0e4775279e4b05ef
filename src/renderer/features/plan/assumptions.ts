/** The what-if form: what is typed → what the comparison assumes. An empty field leaves the core's own default. Pure. */
import type { CallInput } from '../../../shared/contract/contract.ts';
import { readEntry } from '../../ui/decimal-entry.ts';
import type { OverlayInput } from '../../../shared/domain/overlay-choice.ts';

type CompareInput = CallInput<'plan.compare'>;

export interface AssumptionFields {
  readonly exitDate: string;
  /** Per cent up or down by then, by asset. */
  readonly priceChange: Readonly<Record<string, string>>;
  /** Per cent a year. */
  readonly carry: string;
  readonly discount: string;
  /** Per cent of what is traded. */
  readonly spotFee: string;
}

export interface CheckedAssumptions {
  /** null while a field is wrong. */
  readonly input: CompareInput | null;
  readonly errors: Readonly<Record<string, string>>;
}

export function startFields(exitDate: string): AssumptionFields {
  return { exitDate, priceChange: {}, carry: '', discount: '', spotFee: '' };
}

/** Error keys are the field names; a price change is "price BTC". */
export function checkAssumptions(
  fields: AssumptionFields,
  overlay: OverlayInput,
  asOf: string,
): CheckedAssumptions {
  const errors: Record<string, string> = {};
  const percent = (key: string, text: string, negative: boolean): string | undefined => {
    const entry = readEntry(text, { percent: true, negative });
    if (entry.ok) return entry.value;
    if (entry.error !== null) errors[key] = entry.error;
    return undefined;
  };
  const priceChange = Object.entries(fields.priceChange).flatMap(([asset, text]) => {
    const change = percent(`price ${asset}`, text, true);
    if (change === undefined) return [];
    if (/^-(?:[1-9]\d*(?:\.|$))/u.test(change))
      errors[`price ${asset}`] = 'A price cannot fall by 100% or more';
    return [{ asset, change }];
  });
  const carryPerYear = percent('carry', fields.carry, true);
  const discountPerYear = percent('discount', fields.discount, false);
  const spotFee = percent('spotFee', fields.spotFee, false);
  if (!/^\d{4}-\d\d-\d\d$/u.test(fields.exitDate)) errors['exitDate'] = 'Choose a day';
  else if (fields.exitDate <= asOf) errors['exitDate'] = 'The exit must lie ahead';
  if (Object.keys(errors).length > 0) return { input: null, errors };
  return {
    input: {
      overlay,
      assumptions: {
        exitDate: fields.exitDate,
        ...(priceChange.length === 0 ? {} : { priceChange }),
        ...(carryPerYear === undefined ? {} : { carryPerYear }),
        ...(discountPerYear === undefined ? {} : { discountPerYear }),
        ...(spotFee === undefined ? {} : { spotFee }),
      },
    },
    errors,
  };
}
