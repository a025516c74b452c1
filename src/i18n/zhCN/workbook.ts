import type { workbook as en } from "../en/workbook";

export const workbook: Record<keyof typeof en, string> = {
  "workbook.cellEditMode": "有单元格正在编辑。请在 Excel 中按 Enter 或 Esc，再重试。",
  "workbook.protectedSheet": "工作表「{sheet}」受保护。请先撤消保护（审阅 > 撤消工作表保护），再重试。",
  "workbook.protectedWorkbook":
    "工作簿的结构受保护，无法新增或重命名工作表。请先撤消保护（审阅 > 保护工作簿），再重试。",
  "workbook.readOnly": "工作簿以只读方式打开。请另存一份，再重试。",
  "workbook.mergedCells": "「{sheet}」{address} 处有合并单元格。请取消合并，或另选位置。",
  "workbook.filteredRange": "工作表「{sheet}」有行被筛选隐藏。请清除筛选，再重试。",
  "workbook.sheetMissing": "工作簿里没有工作表「{sheet}」，它可能已改名或删除。",
  "workbook.tooLarge": "Excel 一次最多接收 5 MB，而有一处数据超过此限。请缩短过长的文本，或缩小区域。",
  "workbook.busy": "Excel 正忙。请等计算结束后重试。",
  "workbook.memory": "Excel 内存不足。请关闭其他工作簿后重试。",
  "workbook.unsupported": "此版本的 Excel 做不到这一步（{api}）。请更新 Excel，或使用网页版 Excel。",
  "workbook.occupied": "「{sheet}」{address} 处已有内容，写入会将其覆盖。请另选空白位置；未作任何改动。",
  "workbook.cancelled": "已取消，工作簿保持原样。",
  "workbook.unknown": "Excel 未能完成：{message}",

  "workbookAnywhere.protectedSheet": "有工作表受保护。请先撤消保护（审阅 > 撤消工作表保护），再重试。",
  "workbookAnywhere.mergedCells": "有合并单元格挡住了写入。请取消合并，或另选位置。",
  "workbookAnywhere.filteredRange": "工作表有行被筛选隐藏。请清除筛选，再重试。",
  "workbookAnywhere.sheetMissing": "原有的工作表或区域不见了，可能已改名或删除。请重新开始。",
  "workbookAnywhere.unsupported": "此版本的 Excel 做不到这一步。请更新 Excel，或使用网页版 Excel。",
  "workbookAnywhere.occupied": "此处已有内容，写入会将其覆盖。请另选空白位置；未作任何改动。",

  "workbookLost.chartAltText": "图表没有供读屏软件使用的替代文字：Excel 不允许加载项设置。",
  "workbookLost.cellNotes": "单元格批注未写入：加载项无法在 Excel 中写批注。",
  "workbookLost.printSetup": "打印页面设置未写入：Excel 拒绝了设置，可能因为没有安装打印机。",
  "workbookLost.oneUndoStep": "在此版本的 Excel 中，撤消整份报告需要多步。",

  "desk.keptTitle": "所在行已不在名单中的备注",
  "desk.keptExplanation":
    "这些内容由您或同事写在旧名单的行旁，而本次报告没有列出这些行。该行再次出现时，备注会自动归位；不再需要的可以删除。",
  "desk.keptRow": "行",
  "desk.keptColumn": "列",
  "desk.keptNote": "备注",
  "desk.emptied": "最新的报告没有这张表的内容。有内容时会重新填写；不再需要可以删除此表。",
};
