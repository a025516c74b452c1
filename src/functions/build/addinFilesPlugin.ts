import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Compilation, Compiler } from "webpack";
import { functionTexts } from "../../i18n/zhCN/functionTexts";
import { addinUrl, LOCAL_URL, withAddinUrl } from "./addinUrl";
import { functionMetadata, translated } from "./functionMetadata";
import { helpPages, helpPath, type HelpLanguage } from "./helpPages";
import { withOfficeScript } from "./officeScript";

interface Options {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Every file of the add-in that is not a bundle: what Excel knows of the functions in each language, their
 * help pages, the task pane's page, and the manifest, all with the address the add-in is served from.
 */
export async function addinFiles({ root, env }: Options): Promise<ReadonlyMap<string, string>> {
  const url = addinUrl(env["ADDIN_URL"]);
  const helpUrl = (language: HelpLanguage) => (id: string) => `${url}/${helpPath(id, language)}`;
  const en = await functionMetadata(join(root, "src/functions/functions.ts"), helpUrl("en"));
  const zhCN = translated(en, functionTexts, helpUrl("zh"));
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const files = new Map<string, string>([
    ["functions.json", `${JSON.stringify(en, null, 2)}\n`],
    ["functions-zh-cn.json", `${JSON.stringify(zhCN, null, 2)}\n`],
    ["manifest.xml", withAddinUrl(read("manifest.xml"), url, "manifest.xml")],
    ["taskpane.html", withOfficeScript(read("src/taskpane/taskpane.html"), env["OFFICE_CDN"])],
    ...helpPages(en, "en"),
    ...helpPages(zhCN, "zh"),
  ]);
  for (const [name, text] of files) withAddinUrl(text, url, name);
  return files;
}

/** Adds the files to webpack's output; a fault in any of them fails the build. */
export class AddinFilesPlugin {
  constructor(private readonly options: Options) {}

  apply(compiler: Compiler): void {
    const { webpack } = compiler;
    const { root, env } = this.options;
    compiler.hooks.thisCompilation.tap("AddinFilesPlugin", (compilation: Compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "AddinFilesPlugin", stage }, async () => {
        for (const file of ["manifest.xml", "src/functions/functions.ts", "src/taskpane/taskpane.html"]) {
          compilation.fileDependencies.add(join(root, file));
        }
        try {
          if (addinUrl(env["ADDIN_URL"]) === LOCAL_URL) {
            const logger = compiler.getInfrastructureLogger("tenure");
            logger.info(`ADDIN_URL is not set: this build is for ${LOCAL_URL}`);
          }
          const files = await addinFiles(this.options);
          for (const [name, text] of files) compilation.emitAsset(name, new webpack.sources.RawSource(text));
        } catch (error) {
          compilation.errors.push(new webpack.WebpackError((error as Error).message));
        }
      });
    });
  }
}
