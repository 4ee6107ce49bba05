import { Button, Input } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Icon } from './icon';
import styles from './choices.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

const MOUTHS: readonly string[] = [
  'M8 17q4-4 8 0',
  'M8 16.500q4-2 8 0',
  'M8 16h8',
  'M8 15.500q4 2 8 0',
  'M8 15q4 4.500 8 0',
];

const Face = ({ mouth }: { readonly mouth: string }) => (
  <svg
    width={32}
    height={32}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM9 9v1M15 9v1" />
    <path d={mouth} />
  </svg>
);

interface One {
  readonly legend: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Five faces from bad to good, each with its word: a radio group. */
export function Faces({ legend, words, value, onChange }: One & { readonly words: readonly string[] }) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.faces}>
        {MOUTHS.map((mouth, index) => (
          <label key={mouth} className={styles.face}>
            <input
              type="radio"
              name={name}
              value={String(index + 1)}
              checked={value === String(index + 1)}
              onChange={({ currentTarget }) => onChange(currentTarget.value)}
            />
            <Face mouth={mouth} />
            {words[index]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of several, each with a line that says what it means. */
export function Choices({ legend, options, value, onChange }: One & { readonly options: readonly Option[] }) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={({ currentTarget }) => onChange(currentTarget.value)}
            />
            <span>{option.label}</span>
            {option.help === undefined ? null : <small className="soft">{option.help}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface Many {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Any of several, to be tapped on and off. */
export const Chips = ({ legend, options, values, onChange }: Many) => (
  <fieldset className={styles.group}>
    <legend>{legend}</legend>
    <div className={styles.chips}>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.chip}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...values, value] : values.filter((one) => one !== value))
            }
          />
          <span className={styles.tick}>
            <Icon name="check" size={14} />
          </span>
          {label}
        </label>
      ))}
    </div>
  </fieldset>
);

interface Step {
  readonly label: ReactNode;
  readonly description?: string;
  readonly value: number;
  readonly less: string;
  readonly more: string;
  readonly onChange: (value: number) => void;
}

const MOST_DAYS = 31;
const within = (value: number): number => Math.min(MOST_DAYS, Math.max(0, Math.round(value * 2) / 2));

/** Half days by large buttons, or typed. */
export const DayStepper = ({ label, description, value, less, more, onChange }: Step) => (
  <Input.Wrapper label={label} description={description}>
    <div className={styles.stepper}>
      <Button variant="default" px={0} aria-label={less} onClick={() => onChange(within(value - 0.5))}>
        −
      </Button>
      <Input
        type="number"
        inputMode="decimal"
        step={0.5}
        min={0}
        max={MOST_DAYS}
        value={String(value)}
        onChange={({ currentTarget }) => onChange(within(Number(currentTarget.value)))}
      />
      <Button variant="default" px={0} aria-label={more} onClick={() => onChange(within(value + 0.5))}>
        +
      </Button>
    </div>
  </Input.Wrapper>
);
