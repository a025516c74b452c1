/** What the pane uses of Office.js, which comes from its own network at run time. */
declare namespace Office {
  function onReady(): Promise<{ readonly host: string | null; readonly platform: string | null }>;
  const context: {
    readonly displayLanguage?: string;
    readonly officeTheme?: { readonly bodyBackgroundColor?: string; readonly isDarkTheme?: boolean };
    readonly requirements: { isSetSupported(name: string, version: string): boolean };
    readonly ui: { openBrowserWindow(url: string): void };
  };
  const actions: { associate(name: string, action: (event: { completed(): void }) => void): void };
  const addin: { showAsTaskpane(): Promise<void> };
}
