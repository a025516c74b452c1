import type { workbench as source } from "../en/workbench";

export const workbench: Record<keyof typeof source, string> = {
  "workbench.start.univer": "正在构建表格（仅第一次需要）……",
  "workbench.start.addin": "正在构建加载项和页面……",
  "workbench.start.ready": "已在 {address} 打开（按 Ctrl+C 结束）。",
  "workbench.start.portTaken": "端口 {port} 已被占用。请用 --port 换一个，或者不写。",
  "workbench.start.option": "无法理解“{option}”。可用的选项：--port 4180，--lang zh-CN 或 en。",
  "workbench.start.failed": "工作台没有启动：{message}",
  "workbench.product": "Tenure 客户周期 · 无需 Excel",
  "workbench.new": "新建",
  "workbench.new.blank": "空白工作簿",
  "workbench.new.sample": "示例店铺",
  "workbench.open": "打开 .xlsx / .csv",
  "workbench.download": "下载 .xlsx",
  "workbench.language": "语言",
  "workbench.theme.light": "切换到浅色",
  "workbench.theme.dark": "切换到深色",
  "workbench.pane": "任务窗格",
  "workbench.pane.show": "显示任务窗格",
  "workbench.pane.hide": "隐藏任务窗格",
  "workbench.ribbon": "加载项的命令",
  "workbench.split": "任务窗格的宽度",
  "workbench.loading": "正在打开示例……",
  "workbench.opening": "正在打开 {file}……",
  "workbench.dismiss": "关闭提示",
  "workbench.notShown.some":
    "以下内容这里不显示，下载的文件里也没有：图表 {charts} 个，图片 {pictures} 张，数据透视表 {pivots} 个，其他类型的规则 {rules} 条。您的原文件不受影响。",
  "workbench.notShown.looks": "已读取单元格的值；此文件的格式、公式和图表没有读取。您的原文件不受影响。",
  "workbench.download.formulas":
    "已下载。其中 {formulas} 个公式写成了结果值（调用 CRM 函数的，或结果占多个单元格的）。",
  "workbench.download.left":
    "已下载。其中 {formulas} 个公式写成了结果值；条件格式、名称和单元格规则有 {left} 项没有写入。",
  "workbench.download.failed": "没有下载：{message}。这里的工作簿没有变化，请重试。",
  "workbench.command.failed": "“{command}”没有执行：{message}",
  "workbench.sample.name": "示例店铺",
  "workbench.blank.name": "工作簿",
  "workbench.blank.sheet": "工作表1",
};
