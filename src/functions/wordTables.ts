import { common as commonEn } from "../i18n/en/common";
import { functions as functionsEn } from "../i18n/en/functions";
import { prediction as predictionEn } from "../i18n/en/prediction";
import { standing as standingEn } from "../i18n/en/standing";
import { common as commonZh } from "../i18n/zhCN/common";
import { functions as functionsZh } from "../i18n/zhCN/functions";
import { prediction as predictionZh } from "../i18n/zhCN/prediction";
import { standing as standingZh } from "../i18n/zhCN/standing";

/**
 * Every word a function shows. Only these areas: the words of reports and help pages would double the size of
 * functions.js. A production build packs the two tables (`build/packWords`).
 */
export const WORD_TABLES = {
  en: { ...commonEn, ...functionsEn, ...predictionEn, ...standingEn },
  zh: { ...commonZh, ...functionsZh, ...predictionZh, ...standingZh },
} as const;
