import type { SpecsOf } from "../settingSpec";
import { oneOf } from "../values/oneOf";

const MASKS = { none: ["不脱敏", "无"], partial: ["部分脱敏", "部分"], full: ["完全脱敏", "全部", "完全"] };

/** Settings for the report itself. */
export const REPORT_SPECS: SpecsOf<"language" | "reportScope" | "mask"> = {
  language: { names: ["语言"], ...oneOf({ zh: ["中文", "zh-CN", "简体中文"], en: ["英文", "English"] }) },
  reportScope: {
    names: ["报告范围", "报告版本", "report scope"],
    ...oneOf({
      full: ["完整", "完整版", "every sheet"],
      compact: ["精简", "精简版", "monthly sheets only"],
    }),
  },
  mask: { names: ["脱敏级别", "脱敏", "mask level", "masking"], ...oneOf(MASKS) },
};
