import type { PipeTransform } from '@nestjs/common';
import { isJsonObject, type JsonObject } from '@lotse/domain';
import { fieldsProblem } from '../problems/problem';

/** A body that is data with rules of its own: any one JSON object. @throws Problem */
export class JsonObjectPipe implements PipeTransform<unknown, JsonObject> {
  transform(value: unknown): JsonObject {
    if (isJsonObject(value)) return value;
    throw fieldsProblem([{ field: 'body', remedy: 'Send one JSON object, in braces.' }]);
  }
}
