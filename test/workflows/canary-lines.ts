import {
  COMMANDS,
  isJsonObject,
  isRecordType,
  RECORD_LINES,
  type Field,
  type Fields,
  type Json,
  type JsonObject,
} from '@lotse/domain';
import { referenceFile } from '../integration/journeys/journeys-database';

/** A text that stands nowhere else, in two scripts. */
export class Aviary {
  readonly canaries: string[] = [];

  hatch(): string {
    const canary = `Kanarienvogel ${this.canaries.length + 1} Жаңыбай`;
    this.canaries.push(canary);
    return canary;
  }
}

export const BORN_ON = '1991-02-17';

/** The first journey of the reference project with everything it rests on: its person and every free text are canaries. */
export function canaryLines(aviary: Aviary): JsonObject[] {
  const lines = referenceFile()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Json => JSON.parse(line))
    .filter(isJsonObject);
  return lines.filter(isOfFirstJourney).map((line) => withCanaries(line, aviary));
}

const isOfFirstJourney = ({ type, id, journey, respondentKind }: JsonObject): boolean => {
  if (type === 'command') return journey === 'j01';
  if (type === 'person') return id === 'p01';
  return respondentKind !== 'student';
};

function withCanaries(line: JsonObject, aviary: Aviary): JsonObject {
  const { type, command, data } = line;
  if (type === 'person')
    return { ...line, givenName: aviary.hatch(), familyName: aviary.hatch(), bornOn: BORN_ON };
  if (typeof type === 'string' && isRecordType(type)) return filled(line, RECORD_LINES[type], aviary);
  const rule = Object.entries(COMMANDS).find(([name]) => name === command)?.[1];
  if (rule === undefined || !isJsonObject(data)) return line;
  return { ...line, data: filled(data, rule.fields, aviary) };
}

/** Every free text that the fields allow, also those that may be left out. */
function filled(value: JsonObject, fields: Fields, aviary: Aviary): JsonObject {
  const texts = Object.entries(fields).filter(([, field]) => isText(field));
  return {
    ...value,
    ...Object.fromEntries(
      texts.map(([name, field]) => [name, field.kind === 'list' ? [aviary.hatch()] : aviary.hatch()]),
    ),
  };
}

const isText = (field: Field): boolean =>
  field.kind === 'text' || (field.kind === 'list' && field.of.kind === 'text');
