import type { Injector } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/preset-sheets-core";
import type { Screen } from "../host";

/** The canvas of one open workbook, which Univer draws with each frame that finds it changed. */
export function createScreen(injector: Injector, unitId: string): Screen {
  let held = false;
  const draw = (): void => render()?.scene.render();
  const render = () => injector.get(IRenderManagerService).getRenderById(unitId);
  return {
    hold: () => {
      if (held) return;
      held = true;
      render()?.engine.stopRenderLoop();
    },
    release: () => {
      if (!held) return;
      held = false;
      render()?.engine.runRenderLoop(draw);
    },
  };
}
