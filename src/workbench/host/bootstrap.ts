/** How the pane finds itself: what Excel would tell it before anything else. */
export interface Surroundings {
  /** "zh-CN", "en-US": the language of Excel's own menus. */
  readonly displayLanguage: string;
  readonly dark: boolean;
  /** Requirement sets and their versions: { ExcelApi: "1.20" }. */
  readonly requirementSets: Readonly<Record<string, string>>;
}

/** All that the classes here answer for; a later set would promise what the host lacks. */
export const ALL_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.20",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.4",
  RibbonApi: "1.2",
  KeyboardShortcuts: "1.1",
  DialogApi: "1.2",
  OpenBrowserWindowApi: "1.1",
  DocumentEvents: "1.1",
  Settings: "1.1",
};

/** The colours of Excel's window, as it gives them: red, green and blue in one number. */
const COLORS = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x242424,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x242424,
  },
  dark: {
    bodyBackgroundColor: 0x1f1f1f,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x292929,
    controlForegroundColor: 0xffffff,
  },
} as const;

/** Settings of the document, as Office.context.document.settings reads and saves them. */
export interface DocumentSettings {
  readonly read: () => ReadonlyMap<string, string>;
  readonly write: (settings: ReadonlyMap<string, string>) => void;
}

/** What the window may ask its host for outside of `context.sync()`. */
export interface NativeCalls {
  readonly register: (eventId: number, target: string, handler: (args: unknown) => void) => void;
  readonly unregister: (eventId: number, target: string) => void;
  /** Opens a page in the browser. */
  readonly openBrowserWindow: (address: string) => void;
}

const OPEN_BROWSER_WINDOW = 102;
const DONE = 0;
/** Not a method of this host: Office.js answers the caller with an error of its own. */
const NOT_SUPPORTED = 5_010;

/**
 * The object Excel on Windows puts into an add-in's window as `window.external`: the answers Office.js builds
 * `Office.context` from.
 */
export function nativeExternal(
  { displayLanguage, dark, requirementSets }: Surroundings,
  settings: DocumentSettings,
  calls: NativeCalls,
): object {
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "tenure",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => displayLanguage,
    GetAppDataLocale: () => displayLanguage,
    GetDocUrl: () => "",
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "",
    GetInstanceId: () => "workbench",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetHostCustomMessage: () => "",
    GetHostFullVersion: () => "16.0.0.0",
    GetDialogRequirementMatrix: () => "{}",
    GetInitialDisplayMode: () => 0,
    GetLoggingAllowed: () => false,
    GetOfficeThemeInfo: () => JSON.stringify(COLORS[dark ? "dark" : "light"]),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of settings.read()) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) =>
        settings.write(new Map(keys.map((key, index) => [key, values[index] ?? ""]))),
    }),
    RegisterEvent: register,
    UnregisterEvent: unregister,
    Execute: execute,
    MessageParent2: () => undefined,
    MessageChild2: () => undefined,
  };
  return {
    GetHostInfo: () => `excel|win32|16.01|${displayLanguage}|telemetry||disableLogging|0`,
    GetContext: () => context,
    RegisterEvent: register,
    UnregisterEvent: unregister,
    Execute: execute,
    MessageParent2: () => undefined,
    MessageChild2: () => undefined,
  };

  function register(
    id: number,
    target: string,
    handler: (args: unknown) => void,
    done: (code: number) => void,
  ): void {
    calls.register(id, target, handler);
    done(DONE);
  }
  function unregister(id: number, target: string, done: (code: number) => void): void {
    calls.unregister(id, target);
    done(DONE);
  }
  function execute(id: number, parameters: unknown, done: (answer: readonly unknown[]) => void): void {
    if (id !== OPEN_BROWSER_WINDOW) return done([NOT_SUPPORTED]);
    calls.openBrowserWindow(addressIn(parameters));
    return done([DONE]);
  }
}

/** The address may stand anywhere in what Office.js hands over. */
function addressIn(parameters: unknown): string {
  return /https?:\/\/[^"\]]+/.exec(JSON.stringify(parameters))?.[0] ?? "";
}
