import { readIfPresent } from './atomic-file';

/** The last lines of a log, for an error message; connection strings lose their password. */
export function tailOf(file: string, lines = 5): string {
  const text = readIfPresent(file)?.trimEnd() ?? '';
  if (text === '') return 'It wrote nothing.';
  return `Last lines:\n${text.split('\n').slice(-lines).join('\n')}`.replace(
    /(\w+:\/\/[^:@\s/]+):[^@\s]+@/g,
    '$1:***@',
  );
}
