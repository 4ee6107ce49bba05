import { statusLine, type StatusLine } from '../output/status-line';
import { withLotse, type Lotse } from './open-lotse';
import { settingsOf, type HomeOption } from './settings';

/** Does work that needs the database alone, with a status line that is gone when it ends. */
export function onDatabase<T>(
  options: HomeOption,
  work: (lotse: Lotse, status: StatusLine) => Promise<T>,
): Promise<T> {
  const settings = settingsOf(options);
  const status = statusLine();
  return withLotse(settings, { need: 'database', tell: status.show }, (lotse) => work(lotse, status)).finally(
    status.clear,
  );
}
