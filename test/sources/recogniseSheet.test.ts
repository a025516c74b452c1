import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { SHEET_FIELDS, type Cell, type RawSheet, type SheetKind } from "../../src/core/tables";
import { NO_OVERRIDES, readCsv, readTables, recogniseSheet, type SourceOverrides } from "../../src/sources";
import { FIELD_ALIASES } from "../../src/sources/headings/fieldAliases";
import { OWN_REPORT_SHEETS } from "../../src/sources/headings/kindNames";
import { normaliseHeading } from "../../src/sources/headings/normaliseHeading";
import { en } from "../../src/i18n/en";
import { zhCN } from "../../src/i18n/zhCN";

const KINDS = Object.keys(SHEET_FIELDS) as SheetKind[];

function sheet(rows: readonly (readonly Cell[])[], name = "Sheet1", file = "book.xlsx"): RawSheet {
  return { file, name, rows, date1904: false };
}

/** One line of a csv-like heading row, and a row of data below it. */
const headed = (headings: string, name?: string) => {
  const cells = headings.split(",");
  return sheet([cells, cells.map((_, index) => `v${index}`)], name);
};

function recognised(raw: RawSheet, overrides: SourceOverrides = NO_OVERRIDES) {
  const { table, source, questions } = recogniseSheet(raw, overrides);
  if (table === null) throw new Error(JSON.stringify(questions));
  const mapping = Object.fromEntries(source.mapping.map(({ field, heading }) => [field, heading]));
  return { table, source, mapping, questions };
}

/** The headings of requirements section 2, and what each field must take. */
const HEADINGS: Record<
  SheetKind,
  { readonly zh: Record<string, string>; readonly en: Record<string, string> }
> = {
  orders: {
    zh: {
      订单编号: "orderId",
      "客户ID(买家会员名)": "customerId",
      付款时间: "paidAt",
      实付金额: "paid",
      退款金额: "refunded",
      订单状态: "status",
      创建时间: "createdAt",
      币种: "currency",
      商品: "item",
      品类: "category",
      渠道: "channel",
    },
    en: {
      "Order ID": "orderId",
      "Customer ID": "customerId",
      "Paid at": "paidAt",
      "Amount paid": "paid",
      "Refunded amount": "refunded",
      "Refunded at": "refundedAt",
      "Order status": "status",
      "Created at": "createdAt",
      "Cancelled at": "cancelledAt",
      Currency: "currency",
      Item: "item",
      Category: "category",
      Channel: "channel",
      Email: "email",
      Phone: "phone",
      Quantity: "quantity",
      "Unit price": "unitPrice",
      "List amount": "listAmount",
    },
  },
  customers: {
    zh: {
      客户ID: "customerId",
      姓名: "name",
      手机: "phone",
      邮箱: "email",
      "B端/C端": "side",
      "公司(账户)ID": "accountId",
      行业: "industry",
      消费场景: "scene",
      产品偏好: "preference",
      需求: "need",
      价格敏感: "priceSensitivity",
      触达偏好: "contactPreference",
      来源渠道: "sourceChannel",
      推荐人ID: "referrerId",
      会员号: "memberId",
      负责人: "owner",
      合同止期: "contractEnd",
      战略标记: "strategic",
      同意营销: "consent",
    },
    en: {
      "Customer ID": "customerId",
      Name: "name",
      Phone: "phone",
      Email: "email",
      "Type (B/C)": "side",
      "Account ID": "accountId",
      Industry: "industry",
      Scene: "scene",
      "Product preference": "preference",
      Needs: "need",
      "Price sensitivity": "priceSensitivity",
      "Contact preference": "contactPreference",
      "Source channel": "sourceChannel",
      "Referrer ID": "referrerId",
      "Member ID": "memberId",
      Owner: "owner",
      "Contract end": "contractEnd",
      Strategic: "strategic",
      "Marketing consent": "consent",
    },
  },
  tickets: {
    zh: {
      工单号: "ticketId",
      客户ID: "customerId",
      "类型(咨询/投诉/售后)": "type",
      严重程度: "severity",
      渠道: "channel",
      创建时间: "createdAt",
      首次响应时间: "firstResponseAt",
      解决时间: "resolvedAt",
      回访时间: "followUpAt",
      原因: "reason",
      状态: "status",
      处理人: "agent",
    },
    en: {
      "Ticket ID": "ticketId",
      "Customer ID": "customerId",
      Type: "type",
      Severity: "severity",
      Channel: "channel",
      "Created at": "createdAt",
      "First response at": "firstResponseAt",
      "Resolved at": "resolvedAt",
      "Follow-up at": "followUpAt",
      Reason: "reason",
      Status: "status",
      Agent: "agent",
    },
  },
  touches: {
    zh: {
      客户ID: "customerId",
      计划日: "plannedOn",
      实际日: "doneOn",
      渠道: "channel",
      活动: "campaign",
      是否送达: "delivered",
      是否响应: "responded",
      成本: "cost",
      负责人: "owner",
    },
    en: {
      "Customer ID": "customerId",
      "Planned on": "plannedOn",
      "Done on": "doneOn",
      Channel: "channel",
      Campaign: "campaign",
      Delivered: "delivered",
      Responded: "responded",
      Cost: "cost",
      Owner: "owner",
    },
  },
  channels: {
    zh: {
      渠道: "channel",
      月份: "month",
      花费: "spend",
      曝光: "impressions",
      点击: "clicks",
      线索数: "leads",
      新客数: "newCustomers",
      新客成交额: "newCustomerRevenue",
    },
    en: {
      Channel: "channel",
      Month: "month",
      Spend: "spend",
      Impressions: "impressions",
      Clicks: "clicks",
      Leads: "leads",
      "New customers": "newCustomers",
      "New customer revenue": "newCustomerRevenue",
    },
  },
  surveys: {
    zh: {
      客户ID: "customerId",
      日期: "answeredOn",
      "满意度(1-5)": "satisfaction",
      "推荐意愿（0-10）": "recommend",
      信任度: "trust",
      价格敏感: "priceSensitivity",
      挑选时间: "choosingTime",
      开放意见: "comment",
    },
    en: {
      "Customer ID": "customerId",
      Date: "answeredOn",
      "Satisfaction (1-5)": "satisfaction",
      "Likelihood to recommend": "recommend",
      Trust: "trust",
      "Price sensitivity": "priceSensitivity",
      "Choosing time": "choosingTime",
      Comment: "comment",
    },
  },
  recommendations: {
    zh: { 客户ID: "customerId", 推荐商品: "item", 日期: "recommendedOn", 是否购买: "bought" },
    en: { Customer: "customerId", Product: "item", Date: "recommendedOn", Bought: "bought" },
  },
  leads: {
    zh: {
      线索ID: "leadId",
      客户ID: "customerId",
      阶段: "stage",
      进入该阶段时间: "enteredAt",
      来源渠道: "sourceChannel",
      结果: "outcome",
    },
    en: {
      "Lead ID": "leadId",
      "Customer ID": "customerId",
      Stage: "stage",
      "Entered stage at": "enteredAt",
      "Source channel": "sourceChannel",
      Outcome: "outcome",
    },
  },
  events: {
    zh: {
      活动名: "event",
      "类型(沙龙/研讨会)": "type",
      日期: "heldOn",
      邀请客户: "invited",
      到场客户: "attended",
    },
    en: {
      Event: "event",
      Type: "type",
      Date: "heldOn",
      "Invited customers": "invited",
      Attended: "attended",
    },
  },
  winBackLog: {
    zh: {
      客户ID: "customerId",
      判定流失日: "lostOn",
      原因: "reason",
      挽回动作: "action",
      负责人: "owner",
      截止日: "dueOn",
      结果: "outcome",
    },
    en: {
      "Customer ID": "customerId",
      "Lost on": "lostOn",
      Reason: "reason",
      Action: "action",
      Owner: "owner",
      "Due date": "dueOn",
      Result: "outcome",
    },
  },
  targets: {
    zh: {
      KPI: "kpi",
      基线值: "baseline",
      基线期: "baselinePeriod",
      目标值: "target",
      "方式(绝对/相对/百分点)": "mode",
      方向: "direction",
      截止日: "dueOn",
      负责人: "owner",
    },
    en: {
      KPI: "kpi",
      Baseline: "baseline",
      "Baseline period": "baselinePeriod",
      Target: "target",
      Mode: "mode",
      Direction: "direction",
      "Due on": "dueOn",
      Owner: "owner",
    },
  },
  training: {
    zh: { 模块: "module", 岗位: "post", 课时: "hours", 计划日: "plannedOn", 完成日: "doneOn" },
    en: { Module: "module", Post: "post", Hours: "hours", "Planned on": "plannedOn", "Done on": "doneOn" },
  },
  settings: { zh: { 设置项: "setting", 值: "value" }, en: { Setting: "setting", Value: "value" } },
  snapshots: {
    zh: {
      快照日期: "takenOn",
      客户ID: "customerId",
      R: "r",
      F: "f",
      M: "m",
      综合分: "score",
      名次: "rank",
      层级: "tier",
      流失风险: "churnRisk",
      设置指纹: "settingsHash",
    },
    en: {
      Date: "takenOn",
      "Customer ID": "customerId",
      "R score": "r",
      "F score": "f",
      "M score": "m",
      Score: "score",
      Rank: "rank",
      Tier: "tier",
      "Churn risk": "churnRisk",
      "Settings hash": "settingsHash",
    },
  },
};

const BY_LANGUAGE = KINDS.flatMap((kind) => [
  { kind, language: "Chinese", headings: HEADINGS[kind].zh },
  { kind, language: "English", headings: HEADINGS[kind].en },
]);

test.each(BY_LANGUAGE)(
  "$kind is known by its $language headings, whatever the sheet is called",
  ({ kind, headings }) => {
    const { table, mapping, questions } = recognised(headed(Object.keys(headings).join(","), "Sheet1"));
    expect(table.kind).toBe(kind);
    expect(mapping).toEqual(
      Object.fromEntries(Object.entries(headings).map(([heading, field]) => [field, heading])),
    );
    expect(questions).toEqual([]);
  },
);

test.each(BY_LANGUAGE)("the order of columns changes nothing: $kind, $language", ({ kind, headings }) => {
  const names = Object.keys(headings);
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
      const { table, mapping } = recognised(sheet([shuffled, shuffled.map(() => "v")]));
      expect(table.kind).toBe(kind);
      for (const [heading, field] of Object.entries(headings)) expect(mapping[field]).toBe(heading);
    }),
    { numRuns: 30 },
  );
});

test("every field of every kind can be named in Chinese and in English", () => {
  for (const kind of KINDS) {
    for (const [field, names] of Object.entries(FIELD_ALIASES[kind]) as [string, readonly string[]][]) {
      const found = {
        kind,
        field,
        chinese: names.some((n) => /[一-鿿]|^(KPI|R|F|M)$/.test(n)),
        english: names.some((n) => /^[~*]?[\x20-\x7e]+$/.test(n)),
      };
      expect(found).toEqual({ kind, field, chinese: true, english: true });
    }
    expect(Object.keys(FIELD_ALIASES[kind]).sort()).toEqual([...SHEET_FIELDS[kind]].sort());
  }
});

test.each([
  {
    name: "Taobao",
    headings:
      "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,宝贝总数量,退款金额",
    profile: "taobao",
    mapping: {
      orderId: "订单编号",
      customerId: "买家会员名",
      paid: "买家实际支付金额",
      listAmount: "总金额",
      paidAt: "订单付款时间",
      createdAt: "订单创建时间",
      item: "宝贝标题",
      quantity: "宝贝总数量",
      refunded: "退款金额",
      status: "订单状态",
      phone: "联系手机",
    },
  },
  {
    name: "Youzan",
    headings: "订单号,买家姓名,商品名称,实付金额,下单时间,订单状态,退款金额,买家付款时间",
    profile: "youzan",
    mapping: {
      orderId: "订单号",
      customerId: "买家姓名",
      item: "商品名称",
      paid: "实付金额",
      createdAt: "下单时间",
      status: "订单状态",
      refunded: "退款金额",
      paidAt: "买家付款时间",
    },
  },
  {
    name: "Shopify",
    headings:
      "Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Phone,Cancelled at,Refunded Amount,Id,Phone,Source",
    profile: "shopify",
    mapping: {
      orderId: "Name",
      email: "Email",
      status: "Financial Status",
      paidAt: "Paid at",
      createdAt: "Created at",
      currency: "Currency",
      paid: "Total",
      quantity: "Lineitem quantity",
      item: "Lineitem name",
      unitPrice: "Lineitem price",
      cancelledAt: "Cancelled at",
      refunded: "Refunded Amount",
      phone: "Phone",
      channel: "Source",
    },
  },
  {
    name: "WooCommerce",
    headings:
      "Order Number,Order Status,Order Date,Customer Email,Currency,Order Total Amount,Item Name,Quantity,Item Cost",
    profile: "plain",
    mapping: {
      orderId: "Order Number",
      status: "Order Status",
      createdAt: "Order Date",
      email: "Customer Email",
      currency: "Currency",
      paid: "Order Total Amount",
      item: "Item Name",
      quantity: "Quantity",
    },
  },
  {
    name: "Amazon",
    headings:
      "amazon-order-id,purchase-date,payments-date,buyer-email,buyer-name,sku,product-name,quantity-purchased,currency,item-price,order-status",
    profile: "plain",
    mapping: {
      orderId: "amazon-order-id",
      paidAt: "payments-date",
      email: "buyer-email",
      customerId: "buyer-name",
      item: "product-name",
      quantity: "quantity-purchased",
      currency: "currency",
      paid: "item-price",
      status: "order-status",
    },
  },
  {
    name: "Online Retail",
    headings: "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
    profile: "plain",
    mapping: {
      orderId: "InvoiceNo",
      item: "Description",
      quantity: "Quantity",
      createdAt: "InvoiceDate",
      unitPrice: "UnitPrice",
      customerId: "CustomerID",
    },
  },
  {
    name: "CDNOW",
    headings: "customer_id,date,number_of_cds,dollar_value",
    profile: "plain",
    mapping: { customerId: "customer_id", paidAt: "date", quantity: "number_of_cds", paid: "dollar_value" },
  },
  {
    name: "CDNOW sample",
    headings: "master_id,id,date,cds,spend",
    profile: "plain",
    mapping: { customerId: "master_id", paidAt: "date", quantity: "cds", paid: "spend" },
  },
])("$name orders are mapped", ({ headings, profile, mapping }) => {
  const found = recognised(headed(headings));
  expect(found.table).toMatchObject({ kind: "orders", profile });
  expect(found.mapping).toEqual(mapping);
  expect(found.questions).toEqual([]);
});

test("outside of Shopify a Name is a person, not an order", () => {
  expect(recognised(headed("Name,Date,Amount", "Orders")).mapping).toMatchObject({
    paidAt: "Date",
    paid: "Amount",
  });
  expect(recognised(headed("Customer Name,Name,Date,Amount", "Orders")).mapping["orderId"]).toBeUndefined();
});

test("Shopify customers are joined by e-mail, as their orders are", () => {
  const { table, mapping } = recognised(
    headed(
      "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Phone,Total Spent,Total Orders",
    ),
  );
  expect(table).toMatchObject({ kind: "customers", profile: "shopify" });
  expect(mapping).toMatchObject({
    customerId: "Email",
    email: "Email",
    name: "First Name",
    consent: "Accepts Email Marketing",
  });
});

test("questions of a survey tool are read by the words in them", () => {
  const headings =
    "提交答卷时间,1、您的会员号,2、您对本次服务的满意度如何？(1-5分),3、您愿意把我们推荐给朋友吗？(0-10)";
  expect(recognised(headed(headings)).mapping).toEqual({
    answeredOn: "提交答卷时间",
    customerId: "1、您的会员号",
    satisfaction: "2、您对本次服务的满意度如何？(1-5分)",
    recommend: "3、您愿意把我们推荐给朋友吗？(0-10)",
  });
});

test.each([
  "User,Time,Value",
  "Name,Value",
  "活动,日期,费用",
  "日期,销售额",
  "产品,成本,供应商",
  "id,date,amount",
])("a sheet of other things is not taken for input: %s", (headings) =>
  expect(recogniseSheet(headed(headings), NO_OVERRIDES).table).toBeNull(),
);

test("one Shopify order on several rows stays several rows", () => {
  const csv = new TextEncoder().encode(
    "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount,Cancelled at\n" +
      '#1001,a@example.com,paid,2025-01-03 10:00:00 +0800,USD,58.00,2025-01-03 09:59:00 +0800,2,"Cup, blue",19.00,0.00,\n' +
      "#1001,a@example.com,,,,,2025-01-03 09:59:00 +0800,1,Spoon,20.00,,\n" +
      "#1002,b@example.com,refunded,2025-01-04 10:00:00 +0800,USD,20.00,2025-01-04 09:59:00 +0800,1,Spoon,20.00,20.00,\n",
  );
  const read = readCsv(csv, "orders_export.csv");
  if ("problem" in read) throw new Error(read.problem.code);
  const { table } = recognised(read.sheet);
  expect(table).toMatchObject({ kind: "orders", profile: "shopify", firstRow: 2 });
  expect(table.rows).toHaveLength(3);
  expect(table.rows[0]?.[(table.columns as Record<string, number>)["item"] ?? -1]).toBe("Cup, blue");
});

describe("the fixture", () => {
  const read = (name: string) => {
    const result = readCsv(
      new Uint8Array(readFileSync(join(__dirname, "../fixtures/mother-baby-shop", name))),
      name,
    );
    if ("problem" in result) throw new Error(result.problem.code);
    return result.sheet;
  };
  const names = ["orders_taobao.csv", "customers.csv", "tickets.csv", "channels.csv", "survey.csv"];
  const { tables, sources, questions } = readTables(names.map(read), NO_OVERRIDES);

  test("each file is one table of its kind, and nothing is asked", () => {
    expect(sources.map(({ kind, rows }) => [kind, rows])).toEqual([
      ["orders", 84],
      ["customers", 20],
      ["tickets", 11],
      ["channels", 6],
      ["surveys", 12],
    ]);
    expect(questions).toEqual([]);
    expect(tables.leads).toEqual([]);
  });

  test("one column serves industry and scene", () => {
    expect(tables.customers[0]?.columns).toMatchObject({ industry: 3, scene: 3 });
  });

  test("the survey keeps its scale in the heading", () => {
    const [table] = tables.surveys;
    expect(table?.headings[table.columns.satisfaction ?? -1]).toBe("满意度(1-5)");
  });
});

test.each([
  {
    name: "a title and a note above",
    above: [["2025年订单明细"], [], ["导出时间：", "2026-01-05"]],
    firstRow: 5,
  },
  { name: "nothing above", above: [], firstRow: 2 },
  { name: "fourteen rows above", above: Array.from({ length: 14 }, () => ["说明", "文字"]), firstRow: 16 },
])("headings are found with $name", ({ above, firstRow }) => {
  const rows = [
    ...above,
    ["", "", "客户ID", "付款时间", "实付金额"],
    ["", "", "A", "2025-01-03", "1"],
    [],
    ["", "", "B", "2025-01-04", "2"],
  ];
  const { table, source } = recognised(sheet(rows));
  expect(table).toMatchObject({ kind: "orders", firstRow, columns: { customerId: 2, paidAt: 3, paid: 4 } });
  expect(table.rows).toHaveLength(3);
  expect(source.rows).toBe(2);
});

test.each([
  ["＊客户ＩＤ：", "客户id", "客户id"],
  ["满意度(1-5)", "满意度15", "满意度"],
  ["实付金额（元）", "实付金额元", "实付金额"],
  [" Customer_ID ", "customerid", "customerid"],
  ["Paid at\n[UTC]", "paidatutc", "paidat"],
  ['="订单编号"', "订单编号", "订单编号"],
  ["(1)", "1", "1"],
  [null, "", ""],
])("heading %j is compared as %j or %j", (heading, full, bare) => {
  expect(normaliseHeading(heading)).toEqual({ full, bare });
});

test("a heading of 300,000 characters is no heading and no trouble", () => {
  const { mapping } = recognised(
    sheet([
      ["客户ID", "x".repeat(300_000), "付款时间", "实付金额"],
      ["A", "b", "c", "d"],
    ]),
  );
  expect(mapping).toEqual({ customerId: "客户ID", paidAt: "付款时间", paid: "实付金额" });
});

test("without a better column an amount called 总金额 is the amount paid", () => {
  expect(recognised(headed("会员名,下单时间,总金额")).mapping).toEqual({
    customerId: "会员名",
    createdAt: "下单时间",
    paid: "总金额",
  });
});

test("orders without customer id and e-mail are keyed by phone", () => {
  expect(recognised(headed("订单号,手机号,付款时间,实付金额")).mapping).toMatchObject({
    customerId: "手机号",
    phone: "手机号",
  });
});

describe("what is unclear is asked", () => {
  const question = (raw: RawSheet, overrides: SourceOverrides = NO_OVERRIDES) => {
    const { table, questions } = recogniseSheet(raw, overrides);
    return { used: table !== null, questions };
  };

  test.each([
    {
      name: "orders without a date",
      raw: headed("订单编号,客户ID,实付金额,商品"),
      code: "missingColumns",
      kind: "orders",
      missing: ["field.paidAt"],
    },
    {
      name: "orders without an amount",
      raw: headed("订单编号,客户ID,付款时间,订单状态"),
      code: "missingColumns",
      kind: "orders",
      missing: ["field.paid"],
    },
    {
      name: "orders without a customer, with names and phones elsewhere",
      raw: headed("订单编号,付款时间,实付金额,订单状态"),
      code: "missingColumns",
      kind: "orders",
      missing: ["field.customerId"],
    },
    {
      name: "orders without a date, with customer columns",
      raw: headed("订单编号,客户ID,姓名,手机,实付金额,退款金额,订单状态"),
      code: "missingColumns",
      kind: "orders",
      missing: ["field.paidAt"],
    },
  ])("$name: what is missing is said", ({ raw, code, kind, missing }) => {
    const { used, questions } = question(raw);
    expect(used).toBe(false);
    expect(questions).toMatchObject([{ code, kind, weight: "unused", terms: { missing } }]);
  });

  test.each([
    { name: "a sheet of something else", raw: headed("城市,天气,温度,湿度"), code: "unrecognisedSheet" },
    {
      name: "numbers without headings",
      raw: sheet([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      code: "noHeadings",
    },
    { name: "one column", raw: sheet([["客户ID"], ["A"], ["B"]]), code: "oneColumn" },
    { name: "an empty sheet", raw: sheet([]), code: "emptySheet" },
    { name: "a sheet of blanks", raw: sheet([["", null], [" "]]), code: "emptySheet" },
  ])("$name: $code", ({ raw, code }) => {
    // A blank sheet is no reason to stop.
    const weight = code === "emptySheet" ? "note" : "unused";
    expect(question(raw)).toMatchObject({ used: false, questions: [{ code, weight }] });
  });

  test("headings without rows are a table, and a note", () => {
    const { used, questions } = question(sheet([["客户ID", "付款时间", "实付金额"]]));
    expect(used).toBe(true);
    expect(questions).toMatchObject([{ code: "headerOnly", weight: "note", kind: "orders" }]);
  });

  test("of two columns of one name the filled one is taken without asking", () => {
    const raw = sheet([
      ["客户ID", "付款时间", "金额", "金额"],
      ["A", "2025-01-03", "", "5"],
    ]);
    expect(recognised(raw).table.columns).toMatchObject({ paid: 3 });
    expect(recognised(raw).questions).toEqual([]);
  });

  test("two filled columns of one name: the first is taken and the choice reported", () => {
    const raw = sheet([
      ["客户ID", "付款时间", "金额(含税)", "金额(不含税)"],
      ["A", "2025-01-03", "6", "5"],
    ]);
    const { table, questions } = recognised(raw);
    expect(table.columns).toMatchObject({ paid: 2 });
    expect(questions).toMatchObject([
      {
        code: "ambiguousColumn",
        weight: "choice",
        field: "paid",
        candidates: ["金额(含税)", "金额(不含税)"],
        holes: { chosen: "C" },
      },
    ]);
    const settled = recognised(raw, { sheets: {}, columns: { Sheet1: { paid: "金额（不含税）" } } });
    expect(settled.table.columns).toMatchObject({ paid: 3 });
    expect(settled.questions).toEqual([]);
  });
});

describe("what the settings say holds", () => {
  const raw = headed("甲,乙,丙", "数据");

  test("columns make an unknown sheet known", () => {
    const { table, mapping } = recognised(raw, {
      sheets: {},
      columns: { "book*": { customerId: "甲", paidAt: "乙", paid: "丙" } },
    });
    expect(table.kind).toBe("orders");
    expect(mapping).toEqual({ customerId: "甲", paidAt: "乙", paid: "丙" });
  });

  test("a kind is taken as stated when the columns allow it", () => {
    const ambiguous = headed("客户ID,活动,日期,类型");
    expect(recognised(ambiguous, { sheets: { "book.xlsx": "events" }, columns: {} }).table.kind).toBe(
      "events",
    );
  });

  test("a stated kind that lacks columns says which", () => {
    const { table, questions } = recogniseSheet(raw, { sheets: { 数据: "orders" }, columns: {} });
    expect(table).toBeNull();
    expect(questions).toMatchObject([
      {
        code: "missingColumns",
        kind: "orders",
        terms: { missing: ["field.customerId", "field.paidAt", "field.paid"] },
      },
    ]);
  });

  test("ignore leaves a sheet out without a word", () => {
    const orders = headed("客户ID,付款时间,实付金额", "旧订单");
    expect(recogniseSheet(orders, { sheets: { "旧*": "ignore" }, columns: {} })).toMatchObject({
      table: null,
      questions: [],
    });
  });

  test("an exact name wins over a pattern, a sheet name over its file's", () => {
    const orders = headed("客户ID,付款时间,实付金额", "旧订单");
    const overrides = {
      sheets: { "*": "ignore", "book.xlsx": "ignore", 旧订单: "orders" },
      columns: {},
    } as const;
    expect(recognised(orders, overrides).table.kind).toBe("orders");
  });

  test("a heading that is not there, a field of another kind and a sheet that is nowhere are reported", () => {
    const orders = headed("客户ID,付款时间,实付金额", "订单");
    const { questions, sources } = readTables([orders], {
      sheets: { 定单: "orders" },
      columns: { 订单: { paid: "金額", severity: "客户ID" } },
    });
    expect(sources[0]?.kind).toBe("orders");
    expect(questions.map(({ code, field }) => [code, field])).toEqual([
      ["overrideFieldUnknown", "severity"],
      ["overrideHeadingMissing", "paid"],
      ["overrideSheetMissing", null],
    ]);
  });
});

describe("sheets of an earlier report", () => {
  test("all of them are known by name, in both languages, but for settings", () => {
    const names = [en, zhCN].flatMap((words) =>
      Object.entries(words)
        .filter(([key]) => /^sheet\.\w+$/.test(key) && !/settings|snapshot/i.test(key))
        .map(([, name]) => name),
    );
    expect(OWN_REPORT_SHEETS).toEqual(expect.arrayContaining(names));
  });

  test.each(["客户评分", "客户评分 (2)", "Customer scores", "数据质量"])("%s is no input", (name) => {
    const raw = headed("客户ID,姓名,手机,最近消费天数,消费次数,消费金额,R,F,M,层级", name);
    expect(recogniseSheet(raw, NO_OVERRIDES)).toMatchObject({
      table: null,
      questions: [{ code: "ownReportSheet", weight: "note" }],
    });
  });

  test("unless the settings say so", () => {
    const raw = headed("客户ID,姓名,手机,负责人", "客户评分");
    expect(recognised(raw, { sheets: { 客户评分: "customers" }, columns: {} }).table.kind).toBe("customers");
  });

  test("snapshots are read back", () => {
    expect(recognised(headed("快照日,客户ID,R分,F分,M分,综合分,排名,层级", "快照")).table.kind).toBe(
      "snapshots",
    );
  });
});

test("an input is never changed", () => {
  const raw = headed("客户ID,付款时间,实付金额");
  const frozen = JSON.stringify(raw);
  readTables([raw], NO_OVERRIDES);
  expect(JSON.stringify(raw)).toBe(frozen);
});
