import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  plot: { width: "100%", height: "auto", display: "block", overflow: "visible" },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly title: string;
  /** The plot in words. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** The same figures as a table, opened by whoever wants them. */
  readonly table: ReactNode;
  readonly tableLabel: string;
  readonly children: ReactNode;
}

/**
 * A plot with its title, its meaning in words, and its figures as a table. Small SVG of our own: four plots of a few
 * marks each are not worth a chart library's weight in a pane that has to open at once.
 */
export function Plot({ title, text, width, height, table, tableLabel, children }: Props): ReactNode {
  const styles = useStyles();
  const label = useId();
  return (
    <figure className={styles.figure} aria-labelledby={label}>
      <figcaption id={label}>
        <span className={styles.title}>{title}</span>
        <br />
        <span className={styles.text}>{text}</span>
      </figcaption>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={`${title}. ${text}`}
      >
        {children}
      </svg>
      <details>
        <summary className={styles.summary}>{tableLabel}</summary>
        {table}
      </details>
    </figure>
  );
}
