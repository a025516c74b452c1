import type { plans as source } from "../en/plans";

export const plans: Record<keyof typeof source, string> = {
  "sheet.plan": "路线图与计划",
  "sheet.ledgers": "改进与赢回台账",
  "sheet.playbook": "服务手册与权益",
  "cover.about.plan": "三阶段路线图与目标、带进度条的实施计划、资源和培训。",
  "cover.about.ledgers": "问题到成效的改进台账，以及带对照组的赢回跟踪。",
  "cover.about.playbook": "分层标准、权益与优惠、服务清单、话术和岗位职责。",
  "cover.compact":
    "这是精简版，只含每月必看的工作表。完整版另有{sheets}，用同样的数字看得更深，并附计划与手册；在设置中把「报告范围」改为「完整」即可。",
};
