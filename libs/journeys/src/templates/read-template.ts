import {
  checkFields,
  isJsonObject,
  PHASES,
  PURPOSES,
  ROLES,
  templateFaults,
  type Clock,
  type Field,
  type Fields,
  type Json,
  type JsonObject,
  type Template,
  type TemplateFault,
} from '@lotse/domain';

type Rule = Template['stages'][number]['clocks'][number];
type Anchor = Rule['anchor'];
type Closing = NonNullable<Rule['close']>;

/** Every anchor and effect once: the compiler asks for those that are missing. */
const ANCHORS = {
  'stage-entered': true,
  'internship-started': true,
  'internship-agreed-end': true,
  'placement-ended': true,
  'degree-expected': true,
  'contract-offered': true,
  'work-started': true,
  'followed-up': true,
} as const satisfies Record<Anchor, true>;
const EFFECTS = {
  remind: true,
  task: true,
  escalate: true,
  'propose-close': true,
  'propose-hold': true,
  'propose-consent': true,
  'authority-late': true,
  review: true,
  watch: true,
  'auto-close': true,
} as const satisfies Record<Clock['effect'], true>;

const TITLE: Field = { kind: 'title' };
const REFERENCE: Field = { kind: 'reference' };
const DAY: Field = { kind: 'day' };
const BOOLEAN: Field = { kind: 'boolean' };
const listOf = (of: Field, min = 0): Field => ({ kind: 'list', of, min });
const object = (fields: Fields): Field => ({ kind: 'object', fields });
const code = (values: readonly string[]): Field => ({ kind: 'code', values });
const optional = (field: Field): Field => ({ ...field, optional: true });

const PARTIES = {
  candidate: true,
  university: true,
  company: true,
  authority: true,
  programme: true,
} as const satisfies Record<Closing['party'], true>;

const CLOSING: Fields = {
  outcome: REFERENCE,
  party: code(Object.keys(PARTIES)),
  returnable: BOOLEAN,
  reason: TITLE,
};

const CLOCK: Fields = {
  code: REFERENCE,
  anchor: code(Object.keys(ANCHORS)),
  after: REFERENCE,
  every: optional(REFERENCE),
  ladder: optional(listOf(REFERENCE)),
  effect: code(Object.keys(EFFECTS)),
  close: optional(object(CLOSING)),
  metBy: optional(code(['check-in'])),
  missed: optional(REFERENCE),
  who: code(ROLES),
  also: optional(listOf(code(ROLES))),
};

const APPROVAL: Fields = {
  roles: listOf(code(ROLES), 1),
  count: { kind: 'number', min: 1, max: 20, step: 1 },
};

const STAGE: Fields = {
  code: REFERENCE,
  name: object({ en: TITLE, de: TITLE }),
  phase: code(PHASES),
  guards: listOf(REFERENCE),
  unless: optional(REFERENCE),
  approvals: optional(listOf(object(APPROVAL))),
  exits: listOf(REFERENCE),
  clocks: listOf(object(CLOCK)),
  final: optional(BOOLEAN),
};

const VALIDITY: Fields = { version: REFERENCE, from: DAY, to: optional(DAY) };

const TEMPLATE: Fields = {
  id: TITLE,
  title: TITLE,
  stages: listOf(object(STAGE), 1),
  consents: listOf(object({ ...VALIDITY, purpose: optional(code(PURPOSES)) }), 1),
  texts: listOf(object({ ...VALIDITY, withdrawalRightShown: BOOLEAN, noPenaltyClause: BOOLEAN }), 1),
  scorecards: { kind: 'number', min: 0, max: 20, step: 1 },
  adultAge: { kind: 'number', min: 18, max: 99, step: 1 },
  agreementParties: listOf(code(['university', 'company', 'candidate']), 1),
  evaluationParties: listOf(code(['mentor', 'company', 'candidate'])),
  fullTimeHours: { kind: 'number', min: 1, max: 60, step: 0.5 },
  riskRules: optional(
    listOf(object({ needs: listOf(REFERENCE, 1), risk: code(['watch', 'at-risk', 'critical']) })),
  ),
  approvals: optional(listOf(object({ ...APPROVAL, command: REFERENCE }))),
  backdating: REFERENCE,
};

/** `checkFields` has found nothing wrong, so the object has the shape. */
const isTemplate = (body: JsonObject): body is JsonObject & Template =>
  checkFields(TEMPLATE, body).length === 0;

const OBJECT: TemplateFault = { code: 'not-an-object', about: {}, text: 'a template is an object' };

/** A template read from JSON, or everything wrong with it. A fault of its form has the code `field` and names the field by its path. */
export function readTemplate(
  body: Json | undefined,
): { readonly template: Template } | { readonly faults: readonly TemplateFault[] } {
  if (body === undefined || !isJsonObject(body)) return { faults: [OBJECT] };
  if (!isTemplate(body))
    return {
      faults: checkFields(TEMPLATE, body).map(({ field, remedy }) => ({
        code: 'field',
        about: { field },
        text: remedy,
      })),
    };
  const faults = templateFaults(body);
  return faults.length > 0 ? { faults } : { template: body };
}
