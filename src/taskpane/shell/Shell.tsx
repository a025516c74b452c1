import { makeStyles, Spinner, tokens, useAnnounce } from "@fluentui/react-components";
import { Suspense, useCallback, useEffect, useRef, type ReactNode } from "react";
import { FailureBar } from "../failure/FailureBar";
import type { Session } from "../session/session";
import { SessionContext } from "../session/useSession";
import { useStore } from "../session/useStore";
import { useWords } from "../words/useWords";
import { CrashBoundary } from "./CrashBoundary";
import { FocusHeadingContext } from "./focusHeading";
import { Navigation } from "./Navigation";
import { NoticeBar } from "./NoticeBar";
import { PAGE_PARTS } from "./pageParts";

const useStyles = makeStyles({
  shell: { display: "flex", flexDirection: "column", height: "100%" },
  // Excel's web view hides a scroll bar that comes late: its room is kept from the start.
  page: { flexGrow: 1, minHeight: 0, overflowY: "auto", scrollbarGutter: "stable", scrollbarWidth: "thin" },
  waiting: { padding: tokens.spacingVerticalXXXL },
  failure: { padding: tokens.spacingHorizontalL },
  // Excel shows the add-in's name above the pane; who cannot see that hears it.
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
    margin: 0,
  },
});

/** Tabs and the open page, for a workbook the pane is connected to. */
export function Shell({ session }: { readonly session: Session }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { announce } = useAnnounce();
  const page = useStore(session.page);
  const opened = useRef(page);
  /** A tab keeps the focus it has; whatever else opens a page hands it to the heading. */
  const byTab = useRef(false);
  const focusWanted = useRef(false);
  const scroller = useRef<HTMLElement>(null);
  const Part = PAGE_PARTS[page];

  if (opened.current !== page) {
    opened.current = page;
    focusWanted.current = !byTab.current;
    byTab.current = false;
  }

  useEffect(() => {
    scroller.current?.scrollTo?.(0, 0);
    if (!focusWanted.current) announce(t(`pane.page.${page}`));
  }, [page, announce, t]);

  const takeFocus = useCallback(() => {
    const wanted = focusWanted.current;
    focusWanted.current = false;
    return wanted;
  }, []);

  return (
    <SessionContext value={session}>
      <div className={styles.shell}>
        <header className={styles.unseen}>
          <h1>{t("pane.title")}</h1>
        </header>
        <Navigation
          page={page}
          onOpen={(wanted, tab) => {
            byTab.current = tab;
            session.page.set(wanted);
          }}
        />
        <NoticeBar />
        <main ref={scroller} className={styles.page} aria-label={t(`pane.page.${page}`)}>
          <CrashBoundary
            resetKey={page}
            fallback={(error, retry) => (
              <div className={styles.failure}>
                <FailureBar error={error} onRetry={retry} />
              </div>
            )}
          >
            <FocusHeadingContext value={takeFocus}>
              <Suspense
                fallback={<Spinner size="small" className={styles.waiting} label={t("pane.opening")} />}
              >
                <Part key={page} />
              </Suspense>
            </FocusHeadingContext>
          </CrashBoundary>
        </main>
      </div>
    </SessionContext>
  );
}
