import { useTranslation } from 'react-i18next';
import type { LockState } from '../../api/sheet';
import { Badge, type Tone } from '../../shared/badges';
import { Icon } from '../../shared/icon';

const TONES: Readonly<Record<LockState, Tone>> = {
  none: 'waiting',
  proposed: 'soon',
  signed: 'done',
  withdrawn: 'closed',
};

/** Whether two people have signed these numbers. */
export function LockBadge({ state, report }: { readonly state: LockState; readonly report?: string }) {
  const { t } = useTranslation('sheet');
  return (
    <Badge tone={TONES[state]} title={report ?? ''}>
      {state === 'signed' ? <Icon name="lock" size={14} /> : null}
      {t(`locks.${state}`)}
    </Badge>
  );
}
