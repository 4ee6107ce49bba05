import { useEffect, useRef } from 'react';
import { useStageName, useTemplate } from './template';
import styles from './badges.module.css';

interface Strip {
  readonly template: string;
  readonly stage: string;
  /** Stages that were entered, by code. */
  readonly entered: Readonly<Record<string, string>>;
  /** True in a list: on a phone the names of the stages go, so that the strip fits; the present one must stand beside it. */
  readonly compact?: boolean;
}

/** All stages in their order: passed, present, to come. */
export function StageStrip({ template: id, stage, entered, compact = false }: Strip) {
  const template = useTemplate(id);
  const name = useStageName(template);
  const at = template?.stages.findIndex(({ code }) => code === stage) ?? -1;
  const strip = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const here = strip.current?.children[at];
    // Only the strip scrolls, never the page.
    if (strip.current !== null && here instanceof HTMLElement)
      strip.current.scrollLeft = here.offsetLeft - strip.current.offsetLeft - here.offsetWidth;
  }, [at]);
  return (
    <ol
      ref={strip}
      className={`${styles.strip} ${compact ? styles.compact : ''}`}
      aria-label={name(stage)}
      // A strip that scrolls is reached by keyboard.
      {...(compact ? {} : { tabIndex: 0 })}
    >
      {(template?.stages ?? []).map(({ code }, index) => {
        const here = code === stage;
        const passed = !here && index < at && entered[code] !== undefined;
        return (
          <li
            key={code}
            className={`${styles.stage} ${here ? styles.here : ''} ${passed ? styles.passed : ''}`}
            aria-current={here ? 'step' : undefined}
            title={`${name(code)} (${code})`}
          >
            <span>{name(code)}</span>
          </li>
        );
      })}
    </ol>
  );
}
