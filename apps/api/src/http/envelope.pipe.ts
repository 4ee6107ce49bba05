import type { PipeTransform } from '@nestjs/common';
import { isJsonObject } from '@lotse/domain';
import { validateSync, type ValidationError } from 'class-validator';
import { fieldsProblem } from '../problems/problem';

interface Fault {
  readonly field: string;
  readonly remedy: string;
}

/** A class whose declared fields are all there is in a body or query; class-validator's decorators say what they may be. */
export type EnvelopeClass<Envelope extends object> = new () => Envelope;

const faultsOf = (errors: readonly ValidationError[]): Fault[] =>
  errors.map(({ property, constraints = {} }) => ({
    field: property,
    remedy: Object.values(constraints)[0] ?? `${property} is wrong.`,
  }));

/**
 * Reads a body or query as an envelope and refuses what it does not know: all faults at once. The values themselves are kept
 * as they came, not copied: the body of a command is hashed as it was sent.
 */
export class EnvelopePipe<Envelope extends object> implements PipeTransform<unknown, Envelope> {
  constructor(private readonly envelope: EnvelopeClass<Envelope>) {}

  transform(value: unknown): Envelope {
    if (!isJsonObject(value))
      throw fieldsProblem([{ field: 'body', remedy: 'Send one JSON object, in braces.' }]);
    const envelope = new this.envelope();
    const known = Object.keys(envelope);
    const unknown = Object.keys(value).filter((field) => !known.includes(field));
    for (const field of known) {
      if (Object.hasOwn(value, field)) Reflect.set(envelope, field, value[field]);
    }
    const faults = [
      ...unknown.map((field) => ({ field, remedy: `Remove ${field}: known here are ${known.join(', ')}.` })),
      ...faultsOf(validateSync(envelope, { stopAtFirstError: true, forbidUnknownValues: true })),
    ];
    if (faults.length > 0) throw fieldsProblem(faults);
    return envelope;
  }
}
