import {
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Button,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Locale } from "../../i18n";
import { workbenchTranslator } from "../../i18n/workbench";
import type { WorkbookModel } from "../../reports";
import { SAMPLE_SEED, sampleShop } from "../../sample";
import { blankBook } from "../book/blankBook";
import { openFile, OPENABLE, type OpenedFile } from "../book/openFile";
import { plainBook } from "../book/plainBook";
import { notShownSentence } from "./notShownSentence";
import { writeWorkbook } from "../../xlsx";
import type { FunctionMetadata } from "../host";
import { chooseFile } from "./chooseFile";
import { downloadSentence } from "./downloadSentence";
import { openInWorker } from "./openInWorker";
import { readManifest, type RibbonCommand } from "./readManifest";
import { Ribbon } from "./Ribbon";
import { saveFile } from "./saveFile";
import { Split } from "./Split";
import type { Theme } from "./startTheme";
import { TitleBar } from "./TitleBar";
import { createSession, type WorkbenchSession } from "./workbenchSession";
import type { WorkbenchWindow } from "./workbenchWindow";

const ADDIN = "/addin";
const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const THEMES = { light: webLightTheme, dark: webDarkTheme } as const;

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%" },
  grid: { position: "absolute", inset: 0 },
  frame: { border: "none", width: "100%", height: "100%", display: "block" },
  wait: {
    position: "absolute",
    inset: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorNeutralBackground1,
    zIndex: 1,
  },
});

interface Notice {
  readonly intent: "error" | "warning" | "success";
  readonly sentence: string;
}

interface Props {
  readonly startLocale: Locale;
  readonly startTheme: Theme;
}

/** The whole page: a grid where Excel would be, the add-in's ribbon above it, and its pane beside it. */
export function Workbench({ startLocale, startTheme }: Props): ReactNode {
  const styles = useStyles();
  const [locale, setLocale] = useState(startLocale);
  const [theme, setTheme] = useState(startTheme);
  const [paneShown, setPaneShown] = useState(true);
  const [fileName, setFileName] = useState("");
  const [notice, setNotice] = useState<Notice | null>(null);
  const [commands, setCommands] = useState<readonly RibbonCommand[]>([]);
  /** Ids of commands under way; each belongs to the pane it was started in. */
  const [running, setRunning] = useState<ReadonlySet<string>>(new Set());
  /** Name of the file that is being opened; null: none is. */
  const [opening, setOpening] = useState<string | null>(null);
  /** How many workbooks were opened: each gets a pane of its own, as in Excel. 0: none yet. */
  const [opened, setOpened] = useState(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const session = useRef<WorkbenchSession | null>(null);
  const t = useMemo(() => workbenchTranslator(locale), [locale]);

  const open = useCallback(async (model: WorkbookModel) => {
    setOpening(model.title);
    try {
      await session.current?.open(model);
      setFileName(model.title);
      setNotice(null);
      setOpened((count) => count + 1);
    } finally {
      setOpening(null);
    }
  }, []);

  useEffect(() => {
    if (container.current === null) return undefined;
    const started = createSession(
      container.current,
      { locale: startLocale, dark: startTheme === "dark" },
      functionMetadata,
      setPaneShown,
    );
    session.current = started;
    (window as WorkbenchWindow).tenureWorkbench = {
      connect: (pane) => started.connect(pane),
      grid: started.grid,
    };
    void open(sampleBook(startLocale));
    return () => started.dispose();
  }, [open, startLocale, startTheme]);

  useEffect(() => session.current?.setPaneShown(paneShown), [paneShown, opened]);

  useEffect(() => {
    session.current?.setLook({ locale, dark: theme === "dark" });
    document.documentElement.lang = locale;
  }, [locale, theme]);

  useEffect(() => {
    let wanted = true;
    void fetch(`${ADDIN}/manifest.xml`)
      .then((answer) => answer.text())
      .then((xml) => {
        if (wanted) setCommands(readManifest(xml, locale, ADDIN));
      });
    return () => {
      wanted = false;
    };
  }, [locale]);

  const openOwn = async (): Promise<void> => {
    const file = await chooseFile(OPENABLE);
    if (file === null) return;
    setOpening(file.name);
    const read = await readOwn(file, locale).finally(() => setOpening(null));
    if (!read.ok) return setNotice({ intent: "error", sentence: read.sentence });
    await open(read.model);
    const sentence = notShownSentence(t, read.notShown);
    if (sentence !== null) setNotice({ intent: "warning", sentence });
  };

  const download = async (): Promise<void> => {
    const state = session.current?.model() ?? null;
    if (state === null) return;
    try {
      const { bytes } = await writeWorkbook(state.model, { createdAt: new Date().toISOString() });
      saveFile(bytes, `${state.model.title.replace(/\.[^.]*$/, "")}.xlsx`, XLSX_TYPE);
      const sentence = downloadSentence(t, state);
      setNotice(sentence === null ? null : { intent: "warning", sentence });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setNotice({ intent: "error", sentence: t("workbench.download.failed", { message }) });
    }
  };

  const run = (command: RibbonCommand): void => {
    const pane = frame.current?.contentWindow ?? null;
    if (command.action.kind === "showPane") return setPaneShown(true);
    if (pane === null || session.current === null) return;
    setRunning((before) => new Set(before).add(command.id));
    session.current
      .runAction(pane, command.action.name)
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        setNotice({
          intent: "error",
          sentence: t("workbench.command.failed", { command: command.label, message }),
        });
      })
      .finally(() => setRunning((before) => new Set([...before].filter((id) => id !== command.id))));
  };

  const ready = opened > 0 && opening === null;

  // A pane that is opened anew knows nothing of commands of the one before.
  useEffect(() => setRunning(new Set()), [opened, locale, theme]);

  return (
    <FluentProvider theme={THEMES[theme]}>
      <div className={styles.page}>
        <TitleBar
          t={t}
          fileName={fileName}
          locale={locale}
          theme={theme}
          paneShown={paneShown}
          ready={ready}
          onNew={(kind) =>
            void open(
              kind === "sample"
                ? sampleBook(locale)
                : blankBook(t("workbench.blank.name"), t("workbench.blank.sheet"), locale),
            )
          }
          onOpen={() => void openOwn()}
          onDownload={() => void download()}
          onLocale={setLocale}
          onTheme={setTheme}
          onPane={setPaneShown}
        />
        <Ribbon
          commands={commands}
          running={running}
          label={t("workbench.ribbon")}
          ready={ready}
          onRun={run}
        />
        {notice !== null && (
          <MessageBar intent={notice.intent} data-testid="notice">
            <MessageBarBody>{notice.sentence}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label={t("workbench.dismiss")}
                  onClick={() => setNotice(null)}
                />
              }
            />
          </MessageBar>
        )}
        <Split
          label={t("workbench.split")}
          rightShown={paneShown}
          left={
            <>
              {!ready && (
                <div className={styles.wait} role="status" data-testid="opening">
                  <Spinner
                    label={
                      opened === 0 ? t("workbench.loading") : t("workbench.opening", { file: opening ?? "" })
                    }
                  />
                </div>
              )}
              <div ref={container} className={styles.grid} data-testid="grid" />
            </>
          }
          right={
            opened > 0 && (
              <iframe
                // Language and theme are the host's, read once by a pane.
                key={`${opened} ${locale} ${theme}`}
                ref={frame}
                className={styles.frame}
                title={t("workbench.pane")}
                src={`${ADDIN}/taskpane.html`}
              />
            )
          }
        />
      </div>
    </FluentProvider>
  );
}

/** A file of the user's, taken apart in a worker; where none runs, in the page. */
async function readOwn(file: File, locale: Locale): Promise<OpenedFile> {
  const bytes = async (): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
  try {
    return await openInWorker({ bytes: await bytes(), name: file.name, locale });
  } catch {
    return openFile(await bytes(), file.name, locale);
  }
}

/** What Excel reads of the add-in's functions, in one language. */
async function functionMetadata(locale: Locale): Promise<readonly FunctionMetadata[]> {
  const file = locale === "zh-CN" ? "functions-zh-cn.json" : "functions.json";
  const answer = await fetch(`${ADDIN}/${file}`);
  return ((await answer.json()) as { readonly functions: readonly FunctionMetadata[] }).functions;
}

function sampleBook(locale: Locale): WorkbookModel {
  const title = workbenchTranslator(locale)("workbench.sample.name");
  return plainBook(title, sampleShop({ seed: SAMPLE_SEED, locale }), locale);
}
