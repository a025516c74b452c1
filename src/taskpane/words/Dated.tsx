import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({ whole: { whiteSpace: "nowrap" } });

const DATE = /(\d{4}-\d{2}-\d{2})/;

/** A sentence whose dates stay on one line: a browser may end a line at each of their hyphens. */
export function Dated({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  // The pattern's group keeps the dates: they are every second part.
  return text.split(DATE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className={styles.whole}>
        {part}
      </span>
    ),
  );
}
