import { ValidateBy, buildMessage } from 'class-validator';
import { isDay } from '@lotse/domain';

/** Years before do not happen here, and PostgreSQL has no year 0. */
const FIRST = '1900-01-01';

/** A day that the calendar has. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => isDay(value) && value >= FIRST,
      defaultMessage: buildMessage(() => '$property must be a day, written YYYY-MM-DD.'),
    },
  });
