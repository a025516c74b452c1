import type { FieldOf, ProfileId } from "../../core/tables";

interface Profile {
  readonly id: Exclude<ProfileId, "plain">;
  /** Headings only this export has; two of them settle it. */
  readonly marks: readonly string[];
  /** Names that mean something else elsewhere, tried before the common ones. */
  readonly orders: Readonly<Partial<Record<FieldOf<"orders">, readonly string[]>>>;
  readonly customers: Readonly<Partial<Record<FieldOf<"customers">, readonly string[]>>>;
}

/**
 * Exports known by their own headings. Shopify calls the order number "Name" and joins orders to
 * customers by e-mail; in any other file "Name" is a person.
 */
export const PROFILES: readonly Profile[] = [
  {
    id: "taobao",
    marks: [
      "买家会员名",
      "买家实际支付金额",
      "买家应付货款",
      "宝贝标题",
      "宝贝种类",
      "宝贝总数量",
      "订单付款时间",
      "买家支付宝账号",
    ],
    orders: { item: ["宝贝标题"] },
    customers: {},
  },
  {
    id: "youzan",
    marks: [
      "买家姓名",
      "订单实付金额",
      "买家付款时间",
      "归属店铺",
      "订单已退款金额",
      "收货人/提货人",
      "收货人手机号/提货人手机号",
      "商品发货状态",
      "有赞订单号",
      "粉丝昵称",
      "下单网点",
      "下单时间",
    ],
    orders: { orderId: ["有赞订单号", "订单号"] },
    customers: {},
  },
  {
    id: "shopify",
    marks: [
      "Financial Status",
      "Fulfillment Status",
      "Lineitem name",
      "Lineitem quantity",
      "Lineitem price",
      "Accepts Marketing",
      "Accepts Email Marketing",
      "Refunded Amount",
      "Presentment Currency",
      "Total Spent",
      "Total Orders",
    ],
    orders: { orderId: ["Name"], paid: ["Total"] },
    customers: { customerId: ["Email"] },
  },
];
