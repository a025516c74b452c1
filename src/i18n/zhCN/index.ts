import { app } from "./app";
import { common } from "./common";
import { problem } from "./problem";
import { report } from "./report";
import { lists } from "./lists";
import { cli } from "./cli";
import { functions } from "./functions";
import { help } from "./help";
import { prediction } from "./prediction";
import { relationship } from "./relationship";
import { serviceReview } from "./serviceReview";
import { market } from "./market";
import { plans } from "./plans";
import { playbook } from "./playbook";
import { ledgers } from "./ledgers";
import { programmeSettings } from "./programmeSettings";
import { signalReasons } from "./signalReasons";
import { standing } from "./standing";
import { workbook } from "./workbook";

export const zhCN = {
  ...app,
  ...common,
  ...problem,
  ...report,
  ...lists,
  ...cli,
  ...functions,
  ...help,
  ...prediction,
  ...signalReasons,
  ...standing,
  ...relationship,
  ...serviceReview,
  ...market,
  ...plans,
  ...playbook,
  ...ledgers,
  ...programmeSettings,
  ...workbook,
};
