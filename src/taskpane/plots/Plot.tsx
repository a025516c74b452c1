import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Dated } from "../words/Dated";

/** Until the pane is measured: what a pane of 320 px leaves. */
const FIRST_WIDTH = 276;

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  caption: { display: "flex", flexDirection: "column" },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  plot: {
    display: "block",
    overflow: "visible",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    "& text": { fill: tokens.colorNeutralForeground2 },
    // The system's own colours replace those of text and boxes, but not of drawings.
    "@media (forced-colors: active)": {
      "& text": { fill: "CanvasText" },
      "& line": { stroke: "GrayText" },
      "& path": { stroke: "Highlight" },
      "& circle": { stroke: "Highlight" },
      "& circle:not([data-hollow])": { fill: "Highlight" },
      "& circle[data-hollow]": { fill: "Canvas" },
    },
  },
  summary: {
    cursor: "pointer",
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "24px",
    width: "fit-content",
  },
});

interface Props {
  readonly title: string;
  /** The plot in words. */
  readonly text: string;
  readonly height: number;
  /** The same figures as a table, opened by whoever wants them. */
  readonly table: ReactNode;
  readonly tableLabel: string;
  /** Draws into a plane of so many pixels' width. */
  readonly children: (width: number) => ReactNode;
}

/**
 * A plot with its title, its meaning in words, and its figures as a table. It is drawn at the width it has, so that
 * its words stay as large as all others.
 *
 * Drawn by ourselves, after `@fluentui/react-charts` 9.3.25 was tried in a pane of 320 px: its line and scatter charts
 * name themselves to screen readers in English whatever the language ("Line chart with 1 lines", "line 1 of 1 with 31
 * data points"), and no property changes that; each of the curve's 31 points is a stop of the Tab key; the guide line
 * under the pointer is #323130 on dark pages, too; and both came as a part of 137 kB gzipped, for four plots of a few
 * marks each that take 3 kB here.
 */
export function Plot({ title, text, height, table, tableLabel, children }: Props): ReactNode {
  const styles = useStyles();
  const label = useId();
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);

  useLayoutEffect(() => {
    const element = figure.current;
    if (element === null) return undefined;
    const measure = (): void => {
      // Nothing is laid out in a hidden pane; the width before still holds then.
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <figure ref={figure} className={styles.figure} aria-labelledby={label}>
      <figcaption id={label} className={styles.caption}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>
          <Dated text={text} />
        </span>
      </figcaption>
      <svg
        className={styles.plot}
        width={width}
        height={height}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={`${title}. ${text}`}
      >
        {children(width)}
      </svg>
      <details>
        <summary className={styles.summary}>{tableLabel}</summary>
        {table}
      </details>
    </figure>
  );
}
