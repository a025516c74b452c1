import type { pane as source } from "../en/pane";

export const pane: Record<keyof typeof source, string> = {
  "pane.lead": "用公式给客户评分、分层、算指标。在单元格中输入 =CRM. 开始。",
  "pane.functions": "函数",
  "pane.noFunctions": "无法读取函数列表，请重新加载窗格。",
  "pane.help": "所有函数的共同约定",
  "pane.privacy": "全部在本机计算，不向任何地方发送数据。",
  "pane.loading": "正在连接 Excel……",
  "pane.blocked": "无法加载 Office.js。请检查网络，或请管理员放行微软的 Office 网络，然后重新加载窗格。",
  "pane.outside": "此页面不在 Excel 中。请把 Tenure 加载到 Excel 后使用函数；帮助页可以在这里阅读。",
};
