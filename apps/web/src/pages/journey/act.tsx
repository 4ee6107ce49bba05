import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { ActDialog } from '../../shared/act-dialog';
import { commandSchemasQuery } from '../../shared/command-schema';
import { topicOf } from './papers';

/** A command that is about to be given. */
export interface Doing {
  readonly command: string;
  readonly fixed?: Readonly<Record<string, string>>;
}

interface Props {
  readonly journey: string;
  readonly doing: Doing;
  readonly onClose: () => void;
}

/** The form of a command over the page; where it asks for evidence, the paper is uploaded right there. */
export function ActOver({ journey, doing: { command, fixed }, onClose }: Props) {
  const me = useMe();
  const { data: schemas } = useQuery(commandSchemasQuery);
  const [reference] = useState(() => `paper-${newId()}`);
  const isEvidenced = schemas?.[command]?.data.properties?.evidence !== undefined;
  const paper =
    isEvidenced && me.actions.has('file.upload') ? { paper: { topic: topicOf(command), reference } } : {};
  return (
    <ActDialog
      journey={journey}
      act={{ command, ...(fixed === undefined ? {} : { fixed }), ...paper }}
      onClose={onClose}
    />
  );
}
