export const relationship = {
  "sheet.relationships": "Relationships",
  "sheet.opportunities": "Opportunities",
  "sheet.touchPlan": "Touch plan",
  "cover.about.relationships":
    "Lifecycle stage, type of relation with its reasons, loyalty and its parts, and what holds each customer.",
  "cover.about.opportunities":
    "Customers with potential, what to offer them next, rising categories, star customers and silent members.",
  "cover.about.touchPlan":
    "Who is to be touched next, when, how and by whom; new customers on their way to a second order.",

  "stageFlag.inService": "being served",
  "stageFlag.lapsed": "silent for {months} months",

  "relationReason.override": "set by hand; by the rules: {computed}",
  "relationReason.flagged": "marked as strategic",
  "relationReason.contract": "contract until {end}, {months} months or longer",
  "relationReason.contacts": "{contacts} people of one account buy",
  "relationReason.discounts": "{share} of orders at a discount",
  "relationReason.priceSensitive": "minds the price",

  "action.settleComplaint": "Settle the open complaint first",
  "action.personalCare": "One-to-one visit: salon invitation, new products first",
  "action.regainPersonally": "Personal call by the adviser: why silent, exclusive return offer",
  "action.askReferral": "Ask for a referral, thank for it",
  "action.bundleOffer": "Offer a bundle to raise the spend per order",
  "action.serviceCall": "Service call after the order: is all as wished?",
  "action.usageAdvice": "Advice on use, quick answers",
  "action.crossSell": "Offer the fitting next product",
  "action.secondOrderCoupon": "Coupon for the next order",
  "action.winBackOffer": "Call with a return offer and extra discount",
  "action.winBackCoupon": "Return coupon",
  "action.productDemo": "Free product demonstration and a solution for the trade",
  "action.firstOrderOffer": "First-order offer: pay 80%, or a free trial",
  "action.welcome": "Welcome, and what the shop stands for",
  "actionChannel.visit": "Meeting in person",
  "actionChannel.call": "Phone",
  "actionChannel.chat": "Chat",
  "actionChannel.text": "Text message",
  "actionRole.adviser": "Personal adviser (to be named)",
  "actionRole.sales": "Sales",
  "actionRole.service": "Customer service",
  "actionRole.marketing": "Marketing",
};
