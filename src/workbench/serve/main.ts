import { join } from "node:path";
import { workbenchTranslator } from "../../i18n/workbench";
import { buildWorkbench } from "./buildWorkbench";
import { listen, PortTakenError } from "./listen";
import { OptionError, startOptions } from "./startOptions";
import { workbenchFolders } from "./workbenchFolders";
import { workbenchServer } from "./workbenchServer";

/** `npm start`: builds, serves on this machine alone, and says where. */
async function main(): Promise<void> {
  const system = Intl.DateTimeFormat().resolvedOptions().locale;
  let t = workbenchTranslator(system.startsWith("zh") ? "zh-CN" : "en");
  try {
    const { port, lang } = startOptions(process.argv.slice(2));
    if (lang !== null) t = workbenchTranslator(lang);
    const folders = workbenchFolders(join(__dirname, "../../.."));
    await buildWorkbench(folders.root, (step) => console.log(t(`workbench.start.${step}`)));
    const address = await listen(workbenchServer(folders), port);
    console.log(t("workbench.start.ready", { address: lang === null ? address : `${address}?lang=${lang}` }));
  } catch (error) {
    if (error instanceof PortTakenError) console.error(t("workbench.start.portTaken", { port: error.port }));
    else if (error instanceof OptionError)
      console.error(t("workbench.start.option", { option: error.option }));
    else console.error(t("workbench.start.failed", { message: (error as Error).message }));
    process.exitCode = 1;
  }
}

void main();
