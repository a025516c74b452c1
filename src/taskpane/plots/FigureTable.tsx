import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Columns that find room in their full size. */
const MOST_WIDE = 4;
/** "446 → 520" stays on one line; two amounts of money may take two. */
const SHORT_CHANGE = 12;

const useStyles = makeStyles({
  scroll: { overflowX: "auto" },
  table: { borderCollapse: "collapse", width: "100%", fontVariantNumeric: "tabular-nums" },
  head: {
    textAlign: "start",
    // The pane breaks long words anywhere; in a narrow column that would leave one letter to a line.
    overflowWrap: "normal",
    wordBreak: "keep-all",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    verticalAlign: "bottom",
  },
  cell: {
    textAlign: "start",
    overflowWrap: "normal",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: "top",
  },
  name: { minWidth: "4.5em" },
  whole: { whiteSpace: "nowrap" },
  figure: { textAlign: "end" },
  // Words right of a figure that ends where they begin.
  text: { paddingLeft: tokens.spacingHorizontalS },
  dense: {
    fontSize: tokens.fontSizeBase200,
    paddingLeft: tokens.spacingHorizontalXXS,
    paddingRight: tokens.spacingHorizontalXXS,
  },
});

interface Props {
  readonly label: string;
  /** Empty: the rows say enough. */
  readonly heads: readonly string[];
  /** The first cell of a row names it; the others are figures. */
  readonly rows: readonly (readonly string[])[];
  /** The first cells stay on one line: dates and ids. */
  readonly wholeNames?: boolean;
  /** Cells hold two figures, "from → to", which may stand on two lines where they are long; all others stay on one. */
  readonly changes?: boolean;
  /** Columns that hold text, beside the first. */
  readonly textColumns?: readonly number[];
}

/** Figures in rows and columns, small enough for a pane; wider ones scroll within themselves. */
export function FigureTable({
  label,
  heads,
  rows,
  wholeNames = false,
  changes = false,
  textColumns = [],
}: Props): ReactNode {
  const styles = useStyles();
  const isFigure = (column: number) => column > 0 && !textColumns.includes(column);
  const side = (column: number) => (isFigure(column) ? styles.figure : undefined);
  // Many figures side by side are small rather than out of sight.
  const dense = (rows[0]?.length ?? 0) > MOST_WIDE ? styles.dense : undefined;
  const line = (column: number, cell: string) =>
    isFigure(column) && (!changes || cell.length <= SHORT_CHANGE) ? styles.whole : undefined;
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        {heads.length > 0 && (
          <thead>
            <tr>
              {heads.map((head, column) => (
                <th
                  key={head + String(column)}
                  scope="col"
                  className={mergeClasses(
                    styles.head,
                    side(column),
                    dense,
                    textColumns.includes(column) && styles.text,
                  )}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th
                    key={column}
                    scope="row"
                    className={mergeClasses(styles.cell, wholeNames ? styles.whole : styles.name, dense)}
                  >
                    {cell}
                  </th>
                ) : (
                  <td
                    key={column}
                    className={mergeClasses(
                      styles.cell,
                      side(column),
                      line(column, cell),
                      dense,
                      textColumns.includes(column) && styles.text,
                    )}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
