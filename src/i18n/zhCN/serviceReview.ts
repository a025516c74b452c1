import type { serviceReview as source } from "../en/serviceReview";

export const serviceReview: Record<keyof typeof source, string> = {
  "sheet.serviceReview": "服务改进",
  "cover.about.serviceReview": "投诉月报与原因、升级清单、流程瓶颈、人员绩效以及投诉的代价。",
};
