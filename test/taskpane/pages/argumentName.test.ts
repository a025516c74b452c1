import { functionTexts } from "../../../src/i18n/zhCN/functionTexts";
import { insightTranslator, isInsightKey } from "../../../src/i18n/insightWords";
import { argumentName } from "../../../src/taskpane/pages/formulas/argumentName";

const NAMES = [...new Set(Object.values(functionTexts).flatMap(({ parameters }) => Object.keys(parameters)))];

test.each(NAMES)("the argument %s has a word of its own", (name) => {
  expect(isInsightKey(`argument.${name}`)).toBe(true);
});

test.each([
  ["customers", "客户"],
  ["notYetNamed", "notYetNamed"],
])("the argument %s is called %s in Chinese", (name, word) => {
  expect(argumentName(insightTranslator("zh-CN"), { name, description: "" })).toBe(word);
});
