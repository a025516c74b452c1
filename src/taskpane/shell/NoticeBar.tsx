import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { FailureBar } from "../failure/FailureBar";
import { useSession } from "../session/useSession";
import { useStore } from "../session/useStore";
import { useWords } from "../words/useWords";

const useStyles = makeStyles({
  place: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`, flexShrink: 0 },
});

/** What happened outside the open page: a ribbon button's outcome, a link that led nowhere. */
export function NoticeBar(): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const { notice } = useSession();
  const shown = useStore(notice);
  if (shown === null) return null;
  const dismiss = (): void => notice.set(null);
  if (shown.kind === "failed") {
    return (
      <aside className={styles.place} aria-label={t("pane.notice")}>
        <FailureBar error={shown.error} onDismiss={dismiss} />
      </aside>
    );
  }
  const holes = Object.fromEntries(
    Object.entries(shown.holes).map(([name, value]) => [name, format.count(value)]),
  );
  return (
    <aside className={styles.place} aria-label={t("pane.notice")}>
      <MessageBar intent={shown.intent} layout="multiline">
        <MessageBarBody>{t(shown.key, holes)}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={t("pane.dismiss")}
              onClick={dismiss}
            />
          }
        />
      </MessageBar>
    </aside>
  );
}
