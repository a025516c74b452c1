import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "papaparse";
import type { Cell, FieldOf, MappedTable, ProfileId } from "../../src/core/tables";

type OrderField = FieldOf<"orders">;

/** An order table whose headings are the fields themselves. */
export function ordersTable(
  fields: readonly OrderField[],
  rows: readonly (readonly Cell[])[],
  more: Partial<Pick<MappedTable, "file" | "sheet" | "profile" | "date1904">> = {},
): MappedTable<"orders"> {
  return {
    kind: "orders",
    file: "orders.csv",
    sheet: "orders",
    profile: "plain",
    date1904: false,
    firstRow: 2,
    ...more,
    headings: fields,
    columns: Object.fromEntries(fields.map((field, index) => [field, index])),
    rows,
  };
}

/** An order table from CSV text: which heading holds which field is said by the caller. */
export function ordersTableOfCsv(
  text: string,
  headings: Readonly<Partial<Record<OrderField, string>>>,
  profile: ProfileId,
): MappedTable<"orders"> {
  const [head = [], ...rows] = parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: false }).data;
  const columns = Object.fromEntries(
    Object.entries(headings).map(([field, heading]) => {
      const column = head.indexOf(heading);
      if (column < 0) throw new Error(`no heading ${heading}`);
      return [field, column];
    }),
  );
  return {
    kind: "orders",
    file: "orders.csv",
    sheet: "orders",
    profile,
    date1904: false,
    firstRow: 2,
    headings: head,
    columns,
    rows,
  };
}

/** The order export of the fixture shop. */
export function motherBabyOrders(): MappedTable<"orders"> {
  return ordersTableOfCsv(
    readFileSync(join(__dirname, "../fixtures/mother-baby-shop/orders_taobao.csv"), "utf8"),
    {
      orderId: "订单编号",
      customerId: "买家会员名",
      paidAt: "订单付款时间",
      createdAt: "订单创建时间",
      paid: "买家实际支付金额",
      refunded: "退款金额",
      status: "订单状态",
      item: "宝贝标题",
      listAmount: "买家应付货款",
    },
    "taobao",
  );
}
