import type { app as source } from "../en/app";

export const app: Record<keyof typeof source, string> = {
  "app.noOrders": "没有识别到订单表：需要客户、日期、金额三列。请在「数据」页指明是哪张表、哪些列。",
  "app.nothingValid": "{rows} 行订单都无法使用，原因见「数据」页。请检查日期、金额和客户ID。",
  "app.settingConflict": "设置互相矛盾：{reason}",
  "app.noAnalysis": "还没有分析结果：请先生成报告，或重新打开此页。",
  "app.badAddress": "「{address}」不是本工作簿的区域，请写成 Sheet1!A2:A85 这样。",
  "app.settingsNotJson": "这不是设置文件：无法按 JSON 读取。请选择从这里导出的文件。",
  "app.settingsUnreadable": "设置文件没有导入：{reason}",
  "app.choicesTooNew": "本工作簿保存的选择由更新版本的 Tenure 写入。请更新加载项；没有改动任何内容。",
  "app.nothingFrozen": "本工作簿没有固定过公式，无可恢复。",
  "app.workbook": "{reason}",
  "app.analysisStopped": "分析中途停止，可能是内存不足；没有写入任何内容。请关掉不用的程序后重试。",
  "app.cancelled": "已取消。",
};
