import type { relationship as source } from "../en/relationship";

export const relationship: Record<keyof typeof source, string> = {
  "sheet.relationships": "客户关系",
  "sheet.opportunities": "机会名单",
  "sheet.touchPlan": "触达计划",
  "cover.about.relationships":
    "每位客户的生命周期阶段、关系类型及依据、忠诚度及各项得分、转移成本与忠诚阶梯。",
  "cover.about.opportunities": "潜力客户、下一步推荐、上升品类、明星客户和沉默会员。",
  "cover.about.touchPlan": "下一次触达谁、何时、以何种方式、由谁负责；新客的跟进步骤。",

  "stageFlag.inService": "支持中",
  "stageFlag.lapsed": "已 {months} 个月未下单",

  "relationReason.override": "人工指定；按规则为{computed}",
  "relationReason.flagged": "有战略标记",
  "relationReason.contract": "合同至 {end}，期限不少于 {months} 个月",
  "relationReason.contacts": "同一账户有 {contacts} 位联系人",
  "relationReason.discounts": "{share} 的订单有折扣",
  "relationReason.priceSensitive": "价格敏感",

  "action.settleComplaint": "先解决未结投诉",
  "action.personalCare": "一对一专属回访：邀请沙龙，优先体验新品",
  "action.regainPersonally": "顾问亲自致电：了解沉默原因，给专属回归权益",
  "action.askReferral": "邀请推荐新客，并致谢回礼",
  "action.bundleOffer": "推荐组合装，提升单次消费",
  "action.serviceCall": "订单后专属回访：是否满意，有无问题",
  "action.usageAdvice": "使用指导，及时答疑",
  "action.crossSell": "推荐关联产品",
  "action.secondOrderCoupon": "发放下一单优惠券",
  "action.winBackOffer": "致电并给回归权益：额外折扣",
  "action.winBackCoupon": "发放回归优惠券",
  "action.productDemo": "免费产品演示，附行业解决方案",
  "action.firstOrderOffer": "首单 8 折或免费试用",
  "action.welcome": "欢迎介绍：让客户认识我们",
  "actionChannel.visit": "面谈",
  "actionChannel.call": "电话",
  "actionChannel.chat": "企业微信",
  "actionChannel.text": "短信",
  "actionRole.adviser": "专属顾问（待指定）",
  "actionRole.sales": "销售",
  "actionRole.service": "客服",
  "actionRole.marketing": "市场",
};
