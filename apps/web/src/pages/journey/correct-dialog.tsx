import { Button, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import type { Fact, Journey } from '../../api/types';
import { useWords } from '../../i18n/words';
import { giveCommand, type GivenCommand } from '../../live/commands';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { CommandPreview } from '../../shared/command-preview';
import { commandSchemasQuery, useChoices } from '../../shared/command-schema';
import { FieldInput } from '../../shared/field-input';
import { tell } from '../../shared/notices';
import { RefusalGuide } from '../../shared/refusal';
import { ProblemNote } from '../../shared/states';

interface Props {
  readonly journey: Journey;
  readonly fact: Fact;
  readonly onClose: () => void;
}

/** A new fact in the place of an old one: only what is changed is sent, with the reason; looked at first. */
export function CorrectDialog({ journey, fact, onClose }: Props) {
  const { t } = useTranslation(['journey', 'common']);
  const word = useWords();
  const me = useMe();
  const client = useQueryClient();
  const { data: schemas } = useQuery(commandSchemasQuery);
  const choices = useChoices(journey);
  const [on, setOn] = useState(fact.happenedOn);
  const [data, setData] = useState<Readonly<Record<string, unknown>>>(fact.data);
  const [strike, setStrike] = useState(false);
  const [reason, setReason] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [id] = useState(newId);
  const fields = Object.entries(schemas?.[fact.kind]?.data.properties ?? {}).filter(
    ([name, { link, properties, items }]) =>
      link !== 'own' &&
      link !== 'placement' &&
      link !== 'contract' &&
      properties === undefined &&
      items?.properties === undefined &&
      fact.data[name] !== undefined,
  );
  const changed = Object.fromEntries(
    fields
      .filter(([name]) => JSON.stringify(data[name]) !== JSON.stringify(fact.data[name]))
      .map(([name]) => [name, data[name]]),
  );
  const given = (): GivenCommand => ({
    id,
    journey: journey.id,
    command: 'correct',
    happenedOn: journey.today,
    by: me.by(['coordinator']) ?? { role: 'coordinator' },
    data: {
      supersedes: fact.commandId,
      reason,
      ...(strike ? { strike } : {}),
      ...(on === fact.happenedOn || strike ? {} : { happenedOn: on }),
      ...(Object.keys(changed).length === 0 || strike ? {} : { data: changed }),
      ...(approvedBy === '' ? {} : { approvedBy }),
    },
    expectedVersion: journey.version,
  });
  const send = useMutation({
    mutationFn: () => giveCommand(given()),
    onSuccess: async () => {
      tell(t('common:form.given'));
      onClose();
      await client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('journey:correct', { what: word('commands', fact.kind) })}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Switch
            label={word('fields', 'strike')}
            checked={strike}
            onChange={({ currentTarget }) => setStrike(currentTarget.checked)}
          />
          {strike ? null : (
            <>
              <TextInput
                type="date"
                label={t('common:form.on')}
                max={journey.today}
                value={on}
                onChange={({ currentTarget }) => setOn(currentTarget.value)}
              />
              {fields.map(([name, schema]) => (
                <FieldInput
                  key={name}
                  name={name}
                  schema={schema}
                  value={data[name]}
                  required
                  choices={choices(name, schema, data)}
                  onChange={(value) => setData({ ...data, [name]: value })}
                />
              ))}
            </>
          )}
          <TextInput
            label={word('fields', 'reason')}
            required
            withAsterisk={false}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <TextInput
            label={`${word('fields', 'approvedBy')} (${t('common:form.optional')})`}
            value={approvedBy}
            onChange={({ currentTarget }) => setApprovedBy(currentTarget.value)}
          />
          {send.error instanceof ApiProblem && send.error.details.unmet.length > 0 ? (
            <RefusalGuide unmet={send.error.details.unmet} />
          ) : send.error === null ? null : (
            <ProblemNote error={send.error} />
          )}
          <CommandPreview given={given} />
          <Button type="submit" loading={send.isPending}>
            {word('commands', 'correct')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
