import type { pane as source } from "../en/pane";

export const pane: Record<keyof typeof source, string> = {
  "pane.title": "Tenure 客户周期",
  "pane.lead": "用公式给客户评分、分层、算指标。在单元格中输入 =CRM. 开始。",
  "pane.functions": "函数",
  "pane.noFunctions": "无法读取函数列表，请重新加载窗格。",
  "pane.help": "所有函数的共同约定",
  "pane.privacy": "全部在本机计算，不向任何地方发送数据。",
  "pane.about":
    "Tenure 把工作簿里的订单和客户变成评分、分层、流失风险、客户画像和 KPI 看板，并为 Excel 增加一组 CRM 公式。",

  "pane.loading": "正在连接 Excel……",
  "pane.opening": "正在打开……",
  "pane.blocked.title": "无法加载 Office.js。",
  "pane.blocked": "请检查网络，或请管理员放行微软的 Office 网络，然后重新加载窗格。",
  "pane.reload": "重新加载",
  "pane.outside": "这个页面要在 Excel 里使用。在这里可以先看看各个函数的用途。",
  "pane.old.title": "当前的 Excel 版本太旧。",
  "pane.old": "缺少 {sets}。请更新 Office，或用网页版 Excel 打开；工作簿里已有的公式不受影响。",
  "pane.get.title": "如何获取",
  "pane.get.company":
    "公司部署：管理员在 Microsoft 365 管理中心的“集成应用”里添加清单文件，所有人的 Excel 就会出现“客户周期”选项卡。",
  "pane.get.own":
    "自己试用：在网页版 Excel 中选择“开始 > 加载项 > 更多加载项 > 我的加载项 > 上传我的加载项”，选中 manifest.xml。",
  "pane.get.open": "然后打开一个有订单的工作簿，在“客户周期”选项卡上点“打开窗格”。",

  "pane.pages": "页面",
  "pane.morePages": "另有 {count} 个页面",
  "pane.page.data": "数据",
  "pane.page.report": "报告",
  "pane.page.customer": "客户",
  "pane.page.whatIf": "假设",
  "pane.page.backtest": "回测",
  "pane.page.formulas": "公式",
  "pane.page.settings": "设置",

  "pane.dismiss": "关闭",
  "pane.copy.done": "已复制",
  "pane.copy.refused": "Excel 不允许复制",
  "pane.failure.title": "没有成功。",
  "pane.failure.unexpected":
    "发生了没有料到的错误。请再试一次；如果仍然出错，请复制详情，发给负责 Tenure 的人。",
  "pane.failure.retry": "重试",
  "pane.failure.copy": "复制详情",

  "pane.task.starting": "正在开始……",
  "pane.task.step": "第 {index} 步，共 {of} 步：{step}",
  "pane.task.done": "已完成 {done}",
  "pane.task.doneOf": "{done} / {total}",
  "pane.task.cancel": "取消",
  "pane.task.cancelling": "正在停止……",
  "pane.step.read": "读取工作表",
  "pane.step.recognise": "识别表格",
  "pane.step.analyse": "给客户评分",
  "pane.step.predict": "拟合预测模型",
  "pane.step.build": "编排报告",
  "pane.step.write": "写入工作表",
  "pane.step.snapshot": "保存快照",
  "pane.analysis.again": "开始分析",

  "pane.formulas.freeze.done": "已把 {count} 个公式转为数值。需要时可在“设置”页恢复。",
  "pane.formulas.freeze.none": "工作簿里没有正在计算的 CRM 公式，未作改动。",
};
