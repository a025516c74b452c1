import { ICommandService, LocaleType, LogLevel, Univer, type IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  type CalculateFormulaService,
} from "@univerjs/engine-formula";
import { TriggerCalculationController, UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import "@univerjs/sheets-conditional-formatting/facade";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import "@univerjs/sheets-note/facade";
import { queueCalculations, type GridParts } from "../../../src/workbench/host";

/** The workbench's grid without a screen. */
export interface HeadlessGrid {
  readonly parts: GridParts;
  dispose(): void;
}

export function createHeadlessGrid(snapshot: Partial<IWorkbookData>): HeadlessGrid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  for (const plugin of UniverSheetsNodeCorePreset().plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  const api = FUniver.newAPI(univer);
  api.createWorkbook(snapshot);
  const injector = univer.__getInjector();
  const formulas = injector.get(FormulaDataModel);
  const calculations = queueCalculations({
    commands: injector.get(ICommandService),
    service: injector.get(ICalculateFormulaService) as CalculateFormulaService,
    formulas,
    trigger: injector.get(TriggerCalculationController),
    dirty: injector.get(IActiveDirtyManagerService),
  });
  return {
    parts: { api, formulas, calculations },
    dispose: () => univer.dispose(),
  };
}
