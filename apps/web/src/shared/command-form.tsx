import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, hasCode, type Unmet } from '../api/problem';
import { journeyQuery } from '../api/journey';
import type { Role } from '../api/types';
import { todayHere } from '../i18n/dates';
import { useWords } from '../i18n/words';
import type { GivenCommand } from '../live/commands';
import { useDraft } from '../live/drafts';
import { giveOrKeep } from '../live/outbox';
import { useMe } from '../session/session';
import { CommandPreview } from './command-preview';
import { commandSchemasQuery, presetOf, useChoices, type CommandSchema } from './command-schema';
import { ConflictNote } from './conflict-note';
import { fieldFault } from './field-fault';
import { FieldInput } from './field-input';
import { tell } from './notices';
import { RefusalGuide } from './refusal';
import { Loaded, ProblemNote, Skeleton } from './states';

export interface CommandFormProps {
  readonly journey: string;
  readonly command: string;
  /** Fields that are settled and not shown. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** What stands in fields at first. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Only these of the optional fields; absent: all. */
  readonly only?: readonly string[];
  /** Words of the button; the command's name unless given. */
  readonly label?: string;
  /** True: what would change can be looked at first. */
  readonly preview?: boolean;
  /** The act that mends an unmet guard; see `RefusalGuide`. */
  readonly mend?: (unmet: Unmet) => ReactNode;
  /** Who gives it, where that is nobody who is signed in. */
  readonly by?: { readonly account: string; readonly role: Role; readonly organisation?: string };
  readonly onDone?: () => void;
}

/** A form for any command: its fields by the schema, its draft kept, a refusal as a guide, a conflict without loss. */
export function CommandForm(props: CommandFormProps) {
  const schemas = useQuery(commandSchemasQuery);
  const me = useMe();
  return (
    <Loaded query={schemas} lines={3}>
      {(all) => {
        const schema = all[props.command];
        if (schema === undefined || (me.account === '' && props.by === undefined))
          return <Skeleton lines={2} />;
        const key = `${props.command}/${props.journey}/${JSON.stringify(props.fixed ?? {})}`;
        return <Form key={key} {...props} schema={schema} draftKey={key} />;
      }}
    </Loaded>
  );
}

interface Values {
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.every((item) => item === ''));

const filled = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)));

function Form({
  journey: id,
  command,
  fixed,
  initial,
  only,
  label,
  preview,
  mend,
  by: holder,
  onDone,
  schema,
  draftKey,
}: CommandFormProps & { readonly schema: CommandSchema; readonly draftKey: string }) {
  const { t } = useTranslation('common');
  const word = useWords();
  const me = useMe();
  const client = useQueryClient();
  const { data: journey } = useQuery(journeyQuery(id));
  const today = journey?.today ?? todayHere();
  const own = me.by(schema.by) ?? { role: (schema.by[0] ?? 'coordinator') as Role };
  const { account, ...by } = holder ?? { account: me.account, ...own };
  const [preset] = useState(() => presetOf(command, schema, by.role));
  const [empty] = useState<Values>(() => ({ on: '', data: { ...initial } }));
  const { draft, wasKept, change, clear } = useDraft<Values>(account, draftKey, empty);
  const { data } = draft.values;
  const choicesOf = useChoices(journey);
  const hidden = { ...preset, ...fixed };
  const required = schema.data.required ?? [];
  const shown = Object.entries(schema.data.properties ?? {}).filter(
    ([name]) =>
      hidden[name] === undefined && (only === undefined || required.includes(name) || only.includes(name)),
  );
  const happenedOn = draft.values.on === '' ? today : draft.values.on;
  const given = (): GivenCommand => ({
    id: draft.id,
    journey: id,
    command,
    happenedOn,
    by,
    data: { ...filled(data), ...hidden },
    ...(journey === undefined ? {} : { expectedVersion: journey.version }),
  });
  const send = useMutation({
    mutationFn: giveOrKeep,
    onSuccess: async (how) => {
      clear();
      tell(t(how === 'given' ? 'form.given' : 'form.keptForLater'));
      onDone?.();
      await client.invalidateQueries();
    },
  });
  const unmet = send.error instanceof ApiProblem ? send.error.details.unmet : [];
  const faultOf = (name: string): string | undefined => {
    if (!unmet.some(({ guard }) => guard === `field:data.${name}` || guard === `field:${name}`))
      return undefined;
    const isDay = name === 'happenedOn';
    const { key, ...limits } = fieldFault(
      isDay ? { format: 'date' } : schema.data.properties?.[name],
      isDay ? happenedOn : data[name],
    );
    return t(`fault.${key}`, limits);
  };
  const general = unmet.filter(({ guard }) => !guard.startsWith('field:'));
  const conflict = hasCode(send.error, 'version-conflict', 'precondition-failed');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(given());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {wasKept ? (
          <Group justify="space-between" gap="xs">
            <span className="soft">{t('form.kept')}</span>
            <Button variant="subtle" size="compact-sm" onClick={clear}>
              {t('form.discard')}
            </Button>
          </Group>
        ) : null}
        {shown.map(([name, field]) =>
          field.properties !== undefined || field.items?.properties !== undefined ? null : (
            <FieldInput
              key={name}
              name={name}
              schema={field}
              value={data[name]}
              required={required.includes(name)}
              error={faultOf(name)}
              choices={choicesOf(name, field, { ...data, ...hidden })}
              onChange={(value) => change({ ...draft.values, data: { ...data, [name]: value } })}
            />
          ),
        )}
        <TextInput
          type="date"
          label={t('form.on')}
          max={today}
          value={happenedOn}
          error={faultOf('happenedOn')}
          onChange={({ currentTarget }) => change({ ...draft.values, on: currentTarget.value })}
        />
        {conflict ? (
          <ConflictNote journey={id} since={send.variables?.expectedVersion ?? 0} />
        ) : general.length > 0 ? (
          <RefusalGuide unmet={general} {...(mend === undefined ? {} : { act: mend })} />
        ) : send.error !== null ? (
          <ProblemNote error={send.error} />
        ) : null}
        {preview === true ? <CommandPreview given={given} /> : null}
        <Button type="submit" loading={send.isPending}>
          {label ?? word('commands', command)}
        </Button>
      </Stack>
    </form>
  );
}
