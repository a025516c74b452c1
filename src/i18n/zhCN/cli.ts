import type { cli as source } from "../en/cli";

export const cli: Record<keyof typeof source, string> = {
  "cli.help": `Tenure 客户周期：用订单、客户、工单表生成客户画像与 KPI 报告，全部在本机完成。

用法：npm run report -- [输入文件...] [选项]

输入为 .xlsx 或 .csv（UTF-8 或 GBK），每张表按表头识别；不给输入文件时使用自带的示例店铺。

选项
  --out 文件         报告写到哪里（默认 {defaultOut}）
  --as-of 日期       基准日，yyyy-mm-dd（默认取最后一个有效订单日）
  --now 时刻         判断未结工单和未付款订单的时刻，"yyyy-mm-dd hh:mm"（默认基准日结束时）
  --lang 语言        zh-CN 或 en（默认 zh-CN）
  --settings 文件    设置与列名，JSON
  --json 文件        把各表内容另存为 JSON
  --mask 级别        none、partial 或 full：隐去姓名、手机、邮箱，full 连客户 ID 一并隐去
  --scope 范围       full：方案的全部工作表（默认）；compact：只含每月必看的工作表
  --help             显示本说明
  --version          显示版本

退出码：0 报告已生成；2 输入或选项有问题；1 其他错误。`,
  "cli.version": "tenure {version}",
  "cli.error": "错误：{message}",
  "cli.note": "提示：{message}",
  "cli.seeHelp": "{message}用 --help 查看全部选项。",

  "cli.arg.unknownOption": "没有 {option} 这个选项。",
  "cli.arg.missingValue": "{option} 后面缺少取值。",
  "cli.arg.needlessValue": "{option} 不带取值。",
  "cli.arg.repeated": "{option} 给了两次。",
  "cli.arg.badDate": "--as-of 要写成 2025-12-31 这样的日期，「{value}」不是。",
  "cli.arg.badMoment": '--now 要写成 "2025-12-31 18:00" 这样的时刻，「{value}」不是。',
  "cli.arg.badLanguage": "--lang 只能是 zh-CN 或 en，不能是「{value}」。",
  "cli.arg.badScope": "--scope 只能是 full 或 compact，不能是「{value}」。",
  "cli.arg.badMask": "--mask 只能是 none、partial 或 full，不能是「{value}」。",
  "cli.arg.outNotXlsx": "--out 要以 .xlsx 结尾，「{value}」不是。",

  "cli.file.notFound": "找不到文件 {file}。",
  "cli.file.isFolder": "{file} 是文件夹，请写出其中的文件。",
  "cli.file.unreadable": "{file} 无法读取（{reason}）。",
  "cli.file.wrongKind": "{file} 既不是 .xlsx 也不是 .csv。请另存为其中一种后再试。",
  "cli.file.twice": "{file} 给了两次，只算一次。",

  "cli.workbook.emptyFile": "{file} 是空文件，没有可读的内容。请重新导出。",
  "cli.workbook.notAWorkbook": "{file} 的后缀是工作簿，内容却不是。请另存为 .xlsx（或 .csv）后再试。",
  "cli.workbook.truncated": "{file} 不完整，文件末尾缺失。请重新下载或复制。",
  "cli.workbook.damaged": "{file} 已损坏。请在 Excel 中打开并另存后再试。",
  "cli.workbook.encrypted": "{file} 设了打开密码。请另存一份不带密码的再试。",
  "cli.workbook.oldExcel": "{file} 是旧版 .xls 工作簿。请在 Excel 中打开并另存为 .xlsx。",
  "cli.workbook.binaryWorkbook": "{file} 是二进制工作簿（.xlsb）。请另存为 .xlsx 后再试。",
  "cli.workbook.tooLarge": "{file} 太大，无法一次读入。请按年或按月拆分。",
  "cli.workbook.noSheets": "{file} 里没有工作表。",
  "cli.workbook.noCells": "{file} 里没有任何有内容的单元格。",
  "cli.out.isInput": "{option} 会覆盖输入文件 {file}，请换一个文件名。",
  "cli.out.same": "--out 与 --json 是同一个文件 {file}。",
  "cli.out.isFolder": "{file} 是文件夹，请给 {option} 写一个文件名。",
  "cli.out.noFolder": "{file} 所在的文件夹不存在。",
  "cli.out.unwritable": "{file} 无法写入（{reason}）。",

  "cli.data.noOrders": "没有找到订单表。{details}",
  "cli.data.nothingValid":
    "{rows} 行订单中，到基准日为止没有一笔有效订单（{reasons}），无法生成报告。请更正这些行，或改用较晚的基准日。",

  "cli.step.reading": "正在读取 {file}",
  "cli.step.sample": "正在生成示例店铺",
  "cli.step.analysing": "正在给客户评分",
  "cli.step.building": "正在排版报告",
  "cli.step.writing": "正在写入 {file}",

  "cli.copy.lost": "没有把 {file} 的各表复制到报告里，因为以下内容会丢失：{parts}。",
  "cli.copy.tooLarge": "没有把输入的各表复制到报告里（共 {cells} 个单元格，上限 {limit}）。",
  "cli.copy.masked": "脱敏后的输入副本只保留识别出的列，评论内容已隐去。",
  "cli.notes.kept": "上次报告的名单里人工填写的内容已带入本次报告，共 {count} 格。",
  "cli.notes.lost":
    "上次报告里有 {count} 格人工填写的内容，所在的行本次已不在名单中，没有带入；上次的报告里仍有。",
  "cli.copy.renamed": "{file} 的「{sheet}」表在报告中叫「{name}」。",

  "cli.lost.vbaProject": "宏（VBA）",
  "cli.lost.connections": "数据连接",
  "cli.lost.queryTable": "查询",
  "cli.lost.customXml": "自定义 XML",
  "cli.lost.date1904": "1904 日期系统",
  "cli.lost.strictFormat": "Strict 文件格式",
  "cli.lost.signature": "数字签名",
  "cli.lost.other": "{path}",

  "cli.summary.rows": "订单行数  {raw}：采用 {used}，窗口之前 {before}，未采用 {rejected}",
  "cli.summary.reasons": "未采用    {reasons}",
  "cli.summary.customers": "客户      {customers}：{tiers}",
  "cli.summary.noTiers": "客户      {customers}：人数太少，不分层",
  "cli.summary.period": "基准日    {asOf}，窗口从 {from} 起",
  "cli.summary.written": "已生成    {file}（{size}，用时 {seconds} 秒）",
  "cli.summary.json": "JSON      {file}",
  "cli.summary.sample": "以上是示例数据（虚构的店铺）。换成自己的文件：npm run report -- 订单.xlsx",
  "cli.part": "{word} {count}",
  "cli.partJoin": "，",

  "cli.crash": "程序内部出错：{message}。请把所用命令一并反馈；设置 TENURE_DEBUG=1 可显示出错位置。",
};
