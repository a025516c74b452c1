import { plainText, type Cell } from "../tables";

/** What an order's status says about its money. */
export type OrderStatus = "counts" | "unpaid" | "cancelled" | "refunded";

/**
 * The words of shop exports, in lower case and plain width. A word that is not here counts: exports
 * name the steps of delivery in a hundred ways, and all of them come after payment.
 */
const STATUS_WORDS: Readonly<Record<OrderStatus, readonly string[]>> = {
  counts: [
    // Taobao, Tmall
    "交易成功",
    "买家已付款",
    "买家已付款,等待卖家发货",
    "卖家已发货",
    "卖家已发货,等待买家确认",
    "卖家部分发货",
    "部分发货",
    // Youzan and other Chinese shops
    "交易完成",
    "已完成",
    "已付款",
    "已支付",
    "已发货",
    "已收货",
    "待发货",
    "待收货",
    "退款中",
    "部分退款",
    // Shopify
    "paid",
    "partially_paid",
    "partially_refunded",
    // WooCommerce and plain tables
    "completed",
    "complete",
    "processing",
    "shipped",
    "delivered",
    "fulfilled",
  ],
  unpaid: [
    "等待买家付款",
    "买家未付款",
    "待付款",
    "待支付",
    "未付款",
    "未支付",
    "等待付款",
    "pending",
    "authorized",
    "unpaid",
    "pending payment",
    "awaiting payment",
    "on-hold",
  ],
  cancelled: [
    "交易关闭",
    "交易自动关闭",
    "已关闭",
    "订单关闭",
    "已取消",
    "订单取消",
    "交易取消",
    "voided",
    "expired",
    "cancelled",
    "canceled",
    "closed",
    "failed",
  ],
  refunded: ["退款成功", "已退款", "全额退款", "refunded"],
};

const STATUS_BY_WORD: ReadonlyMap<string, OrderStatus> = new Map(
  (Object.keys(STATUS_WORDS) as OrderStatus[]).flatMap((status) =>
    STATUS_WORDS[status].map((word): [string, OrderStatus] => [word, status]),
  ),
);

/** The meaning of a status cell; a blank one and one of unknown words count. */
export function orderStatus(cell: Cell | undefined): OrderStatus {
  return typeof cell === "string"
    ? (STATUS_BY_WORD.get(plainText(cell).toLowerCase()) ?? "counts")
    : "counts";
}
