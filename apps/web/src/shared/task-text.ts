import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/words';
import { commandOfTask } from './guard-commands';

interface TaskLike {
  readonly key: string;
  readonly kind: string;
  readonly text: string;
}

/** `title-expiry.1.p90d`: so many days before the due day. */
const RUNG = /\.p(\d+)d$/;
/** `guard:<stage>:<guard>:<who>` and its like. */
const partOf = (key: string, index: number): string => key.split(':')[index] ?? '';

/** What is to be done, verb first where one command does it, in the reader's language; the API's words where the catalogue has none. */
export function useTaskText(): (task: TaskLike) => string {
  const { t } = useTranslation('inbox');
  const word = useWords();
  const guard = (code: string, text: string): string => {
    const name = word('guards', code);
    return name === code ? text : name;
  };
  // `title-expiry.1.p90d`: one rung of the ladder of the first title.
  const clock = (code: string): string => {
    const name = word('clocks', code);
    if (name !== code) return name;
    const days = RUNG.exec(code)?.[1];
    const whole = word('clocks', code.split('.')[0] ?? code);
    return days === undefined ? whole : `${whole} (${t('rung', { count: Number(days) })})`;
  };
  return ({ key, kind, text }) => {
    switch (kind) {
      case 'clock':
        return clock(text);
      case 'guard': {
        const command = commandOfTask({ key, kind });
        return command === undefined ? guard(partOf(key, 2), text) : word('commands', command);
      }
      case 'guard-no-longer-met':
        return t('noLongerMet', { guard: guard(partOf(key, 2), text) });
      case 'need':
        return t('need', { need: word('codes', partOf(key, 1)) });
      case 'rematch':
        return t('rematch');
      case 'offer':
        return t('offer');
      default:
        return text;
    }
  };
}
