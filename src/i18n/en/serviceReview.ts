export const serviceReview = {
  "sheet.serviceReview": "Service review",
  "cover.about.serviceReview":
    "Complaints by month and reason, what was escalated, bottlenecks, staff and what complaints cost.",
};
