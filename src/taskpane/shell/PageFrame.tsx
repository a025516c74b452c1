import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext, useEffect, useRef, type ReactNode, type RefObject } from "react";
import { FocusHeadingContext } from "./focusHeading";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", minHeight: "100%" },
  content: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    flexGrow: 1,
  },
  heading: { margin: 0, ":focus": { outlineStyle: "none" } },
  lead: { color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS, display: "block" },
  action: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    alignItems: "center",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    zIndex: 1,
  },
});

interface Props {
  readonly title: string;
  /** One sentence: what this page is for. */
  readonly lead?: string | undefined;
  /** The page's one primary button, with what belongs beside it; stays in sight. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** Heading, content and main action of a page. The heading takes the focus when a link led here. */
export function PageFrame({ title, lead, action, children }: Props): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const takeFocus = useContext(FocusHeadingContext);

  useEffect(() => {
    if (takeFocus()) heading.current?.focus();
  }, [takeFocus]);

  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <div>
          <Text
            as="h2"
            size={500}
            weight="semibold"
            block
            ref={heading as RefObject<never>}
            tabIndex={-1}
            className={styles.heading}
          >
            {title}
          </Text>
          {lead !== undefined && <Text className={styles.lead}>{lead}</Text>}
        </div>
        {children}
      </div>
      {action !== undefined && action !== null && action !== false && (
        <div className={styles.action}>{action}</div>
      )}
    </div>
  );
}
