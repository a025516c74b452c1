import {
  Body1,
  Button,
  Card,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { helpFolder } from "../../commands/helpFolder";
import { useWords } from "../words/useWords";
import type { HostState } from "./hostState";
import { FunctionList } from "./FunctionList";
import { PaneTitle } from "./PaneTitle";

const useStyles = makeStyles({
  page: {
    height: "100%",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
  },
  content: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    width: "100%",
    maxWidth: "640px",
    boxSizing: "border-box",
  },
  heading: { margin: 0 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  start: { alignSelf: "flex-start" },
});

type Absent = Exclude<HostState, { readonly status: "inside" }>;

/** The pane where no workbook can be reached: what it is, why it does not work here, and what still does. */
export function HostPage({ host }: { readonly host: Absent }): ReactNode {
  const styles = useStyles();
  const { t, locale } = useWords();
  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <PaneTitle />
        <HostNotice host={host} />
        {host.status !== "loading" && (
          <>
            <Body1>{t("pane.about")}</Body1>
            {host.status === "outside" && (
              <Card appearance="filled-alternative">
                <Subtitle2 as="h2" className={styles.heading}>
                  {t("pane.get.title")}
                </Subtitle2>
                <ol className={styles.list}>
                  <li>{t("pane.get.company")}</li>
                  <li>{t("pane.get.own")}</li>
                  <li>{t("pane.get.open")}</li>
                </ol>
              </Card>
            )}
            <FunctionList />
            <Link href={`${helpFolder(locale)}/index.html`} target="_blank" rel="noopener">
              {t("pane.help")}
            </Link>
          </>
        )}
        <Body1 className={styles.quiet}>{t("pane.privacy")}</Body1>
      </div>
    </main>
  );
}

function HostNotice({ host }: { readonly host: Absent }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  switch (host.status) {
    case "loading":
      return <Spinner className={styles.start} size="small" label={t("pane.loading")} />;
    case "outside":
      return (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t("pane.outside")}</MessageBarBody>
        </MessageBar>
      );
    case "blocked":
      return (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t("pane.blocked.title")}</MessageBarTitle> {t("pane.blocked")}
            </MessageBarBody>
          </MessageBar>
          <Button appearance="primary" className={styles.start} onClick={() => location.reload()}>
            {t("pane.reload")}
          </Button>
        </>
      );
    case "old":
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t("pane.old.title")}</MessageBarTitle>{" "}
            {t("pane.old", {
              sets: host.missing.reduce((first, next) => t("list.pair", { first, next })),
            })}
          </MessageBarBody>
        </MessageBar>
      );
  }
}
