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
};
