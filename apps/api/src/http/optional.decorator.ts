import { ValidateIf } from 'class-validator';

/** A field that may be left out. `null` is a value and refused: absent means absent. */
export const Optional = (): PropertyDecorator => ValidateIf((_envelope, value) => value !== undefined);
