import type { ReactNode } from 'react';
import styles from './page-head.module.css';

/** Title of a page with its tools; they wrap on a phone. */
export const PageHead = ({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) => (
  <div className={styles.head}>
    <h1>{title}</h1>
    {children}
  </div>
);
