import type { relationship as source } from "../en/relationship";

export const relationship: Record<keyof typeof source, string> = {
  "sheet.relationships": "客户关系",
  "sheet.opportunities": "机会名单",
  "sheet.touchPlan": "触达计划",
  "cover.about.relationships":
    "每位客户的生命周期阶段、关系类型及依据、忠诚度及各项得分、转移成本与忠诚阶梯。",
  "cover.about.opportunities": "潜力客户、下一步推荐、上升品类、明星客户和沉默会员。",
  "cover.about.touchPlan": "下一次触达谁、何时、以何种方式、由谁负责；新客的跟进步骤。",
};
