import type { RowKeys } from '../ports/row-keys.port';
import type { SampleStep, SampleUnit, SampleWords } from '../ports/sample-store.port';

const ownerOf = (sample: string, unit: string, step: SampleStep): string =>
  `sample/${sample}/${unit}/${step}`;

/** Words of a step, sealed for their place. */
export function sealedWords(
  keys: RowKeys,
  sample: string,
  { unit, journey }: Pick<SampleUnit, 'unit' | 'journey'>,
  step: SampleStep,
  text: string,
): SampleWords {
  const owner = ownerOf(sample, unit, step);
  const { wrapped } = keys.newPersonKey(owner);
  return {
    unit,
    step,
    ...(journey === undefined ? {} : { journey }),
    wrappedKey: wrapped,
    secret: keys.seal(wrapped, owner, owner, { text }),
  };
}

function textIn(value: unknown): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'text') : undefined;
  return typeof text === 'string' ? text : '';
}

/** The units with the words that were said of them; those of somebody who was erased are gone. */
export function withWords(
  keys: RowKeys,
  sample: string,
  units: readonly SampleUnit[],
  words: readonly SampleWords[],
): SampleUnit[] {
  return units.map((unit) =>
    words
      .filter((one) => one.unit === unit.unit)
      .reduce((told: SampleUnit, { step, wrappedKey, secret }) => {
        const owner = ownerOf(sample, unit.unit, step);
        const text = textIn(keys.open(wrappedKey, owner, owner, secret));
        const said = told[step];
        return said === undefined ? told : { ...told, [step]: { ...said, text } };
      }, unit),
  );
}
