import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { FailureBar } from "../failure/FailureBar";
import type { Session } from "../session/session";
import { Shell } from "../shell/Shell";
import { useWords } from "../words/useWords";
import { HostPage } from "./HostPage";
import { PaneTitle } from "./PaneTitle";

type Connection =
  | { readonly status: "connecting" }
  | { readonly status: "connected"; readonly session: Session }
  | { readonly status: "failed"; readonly error: unknown };

const useStyles = makeStyles({
  failed: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
});

/** Connects to the workbook, and draws the shell once that stands. */
export function Connected({ connect }: { readonly connect: () => Promise<Session> }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [connection, setConnection] = useState<Connection>({ status: "connecting" });
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    let wanted = true;
    connect().then(
      (session) => wanted && setConnection({ status: "connected", session }),
      (error: unknown) => wanted && setConnection({ status: "failed", error }),
    );
    return () => {
      wanted = false;
    };
  }, [connect, attempt]);

  switch (connection.status) {
    case "connecting":
      return <HostPage host={{ status: "loading" }} />;
    case "connected":
      return <Shell session={connection.session} />;
    case "failed":
      return (
        <main className={styles.failed}>
          <PaneTitle />
          <FailureBar error={connection.error} />
          <Button
            appearance="primary"
            onClick={() => {
              setConnection({ status: "connecting" });
              setAttempt(attempt + 1);
            }}
          >
            {t("pane.failure.retry")}
          </Button>
        </main>
      );
  }
}
