import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { newId } from '../../live/drafts';
import { CommandForm } from '../../shared/command-form';
import { commandSchemasQuery, type CommandSchema } from '../../shared/command-schema';
import { FileButton } from '../../shared/file-button';
import { Loaded, ProblemNote } from '../../shared/states';
import { topicOf, uploadFile } from '../../shared/upload';

interface Props {
  readonly journey: Journey;
  readonly command: string;
  readonly about?: string | undefined;
  readonly onDone: () => void;
}

/** Fields that nobody has to type here: what the act is about, and the text that was issued. */
function settled({ journey, about }: Props, { data }: CommandSchema): Record<string, unknown> {
  const asks = (name: string): boolean => data.properties?.[name] !== undefined;
  const version = journey.state.commitment.issued?.textVersion;
  return {
    ...(about !== undefined && asks('placement') ? { placement: about } : {}),
    ...(about !== undefined && asks('contract') ? { contract: about } : {}),
    ...(version !== undefined && asks('textVersion') ? { textVersion: version } : {}),
  };
}

/** An act of the candidate. Where it needs a paper, that is uploaded first and named as its evidence. */
export function ActForm(props: Props) {
  const { journey, command, onDone } = props;
  const { t } = useTranslation('candidate');
  const schemas = useQuery(commandSchemasQuery);
  const [reference, refer] = useState<string>();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const name = `signed-${newId()}`;
      await uploadFile(journey.id, file, topicOf(command), name);
      return name;
    },
    onSuccess: refer,
  });
  return (
    <Loaded query={schemas} lines={2}>
      {(all) => {
        const schema = all[command];
        if (schema === undefined) return null;
        const needsPaper = schema.data.required?.includes('evidence') === true;
        if (needsPaper && reference === undefined)
          return (
            <>
              <p>{t('paperFirst')}</p>
              <FileButton label={t('paperChoose')} loading={upload.isPending} onFile={upload.mutate} />
              {upload.error === null ? null : <ProblemNote error={upload.error} />}
            </>
          );
        return (
          <>
            {reference === undefined ? null : <p role="status">{t('paperThere')}</p>}
            <CommandForm
              journey={journey.id}
              command={command}
              fixed={{
                ...settled(props, schema),
                ...(reference === undefined ? {} : { evidence: reference }),
              }}
              onDone={onDone}
            />
          </>
        );
      }}
    </Loaded>
  );
}
