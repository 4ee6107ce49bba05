import {
  checkFields,
  INDICATORS,
  LINE_RECORDED,
  RECORD_LINES,
  type Fields,
  type JsonObject,
  type RecordType,
  type Unmet,
} from '@lotse/domain';
import { isCalendar } from '../calendar/working-days';
import { personPlace } from '../secrets/person-place';
import { textOf } from '../text-of';
import { isZone } from '../zone';

const faultOf = (type: RecordType, field: string, remedy: string): Unmet => ({
  guard: `field:${field}`,
  who: ['administrator'],
  remedy: `${type}: ${remedy}`,
});

/** Faults that the fields cannot tell: what this version of Lotse has, and what makes sense together. */
function ownFaults(type: RecordType, line: JsonObject): Unmet[] {
  const fault = (field: string, remedy: string): Unmet => faultOf(type, field, remedy);
  const faults: Unmet[] = [];
  if (typeof line.from === 'string' && typeof line.to === 'string' && line.to < line.from)
    faults.push(fault('to', `to must not lie before from, ${line.from}.`));
  if (typeof line.on === 'string' && typeof line.to === 'string' && line.to < line.on)
    faults.push(fault('to', `to must not lie before on, ${line.on}.`));
  if (type === 'target' && !INDICATORS.has(textOf(line.indicator)))
    faults.push(
      fault('indicator', `indicator must be a key of the catalogue; ${textOf(line.indicator)} is none.`),
    );
  if (type === 'programme' && typeof line.timeZone === 'string' && !isZone(line.timeZone))
    faults.push(
      fault(
        'timeZone',
        `timeZone must be a zone of the IANA database such as Europe/Berlin; ${line.timeZone} is none.`,
      ),
    );
  if (type === 'programme' && typeof line.calendar === 'string' && !isCalendar(line.calendar))
    faults.push(
      fault(
        'calendar',
        `calendar must name a country or Land with known holidays such as DE-SN; ${line.calendar} is none.`,
      ),
    );
  return faults;
}

/** Everything wrong with a record line (without `type`) in itself; empty when it is right. */
export function recordFaults(type: RecordType, line: JsonObject): Unmet[] {
  const fields: Fields = { ...RECORD_LINES[type], ...LINE_RECORDED };
  const faults = checkFields(fields, line).map(({ field, remedy }) => faultOf(type, field, remedy));
  return faults.length > 0 ? faults : ownFaults(type, line);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Records that a line rests on (domain.md, import format): its programme and its organisation. Carrier and funders may follow. */
export function referencesOf(line: JsonObject): { readonly type: string; readonly id: string }[] {
  const named = ['programme', 'organisation'].map((type) => ({ type, id: text(line[type]) }));
  const listed: readonly unknown[] = Array.isArray(line.organisations) ? line.organisations : [];
  return [...named, ...listed.map((id) => ({ type: 'organisation', id: text(id) }))].flatMap(
    ({ type, id }) => (id === undefined ? [] : [{ type, id }]),
  );
}

/** Whose key seals a line's text: the person's own, or that of a student who was interviewed. Text of partners stays clear. */
export function personOf(type: RecordType, line: JsonObject): string | undefined {
  if (type === 'person') return text(line.id);
  return type === 'interview' && line.respondentKind === 'student' ? text(line.respondent) : undefined;
}

/** Where the sealed text of a version stands: it opens nowhere else. */
export const recordPlace = (type: RecordType, id: string, version: number): string =>
  type === 'person' ? personPlace(id, version) : `record/${type}/${id}/${version}`;
