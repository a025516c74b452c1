import { CHURN_REASON_CODES, churnReasonCode, churnReasons } from "../../../src/core/winBack";

describe("churnReasonCode", () => {
  test.each([
    ["网上比价后走了", "internet"],
    ["Compared prices online", "internet"],
    ["转到其他平台", "switching"],
    ["Switched store", "switching"],
    ["各家会员卡都一样", "sameProgramme"],
    ["every loyalty program is the same", "sameProgramme"],
    ["价格原因", "price"],
    ["Price", "price"],
    ["包装破损", "quality"],
    ["Broken on arrival", "quality"],
    ["服务不满意", "service"],
    ["Unhappy with service", "service"],
    ["发错货", "delivery"],
    ["Late delivery", "delivery"],
    ["宝宝长大需求减少", "needEnded"],
    ["Child has outgrown it", "needEnded"],
    ["搬家", "moved"],
    ["Moved away", "moved"],
    ["联系不上", "contactLost"],
    ["Cannot be reached", "contactLost"],
    ["说不清", "other"],
    ["", "none"],
    ["  ", "none"],
  ])("R80: 「%s」 is %s", (text, code) => {
    expect(churnReasonCode(text)).toBe(code);
  });

  test("R80: every code but other and none can be met", () => {
    const words = ["互联网", "竞品", "积分", "太贵", "质量", "态度", "快递", "长大", "搬家", "空号"];
    const met = new Set(words.map(churnReasonCode));
    expect([...CHURN_REASON_CODES].filter((code) => !met.has(code))).toEqual(["other", "none"]);
  });
});

describe("churnReasons", () => {
  const attempt = (reason: string, settled = true, won = false) => ({ reason, settled, won });

  test("R80: counts attempts and complaining customers, blanks last", () => {
    const lines = churnReasons(
      [attempt(""), attempt(""), attempt("太贵", true, true), attempt("价格", false), attempt("搬家")],
      [
        { customerKey: "a", reason: "发错货" },
        { customerKey: "a", reason: "物流慢" },
        { customerKey: "b", reason: "价格" },
      ],
    );
    expect(lines).toEqual([
      { code: "price", logged: 2, settled: 1, won: 1, complained: 1 },
      { code: "delivery", logged: 0, settled: 0, won: 0, complained: 1 },
      { code: "moved", logged: 1, settled: 1, won: 0, complained: 0 },
      { code: "none", logged: 2, settled: 2, won: 0, complained: 0 },
    ]);
  });

  test("without log and complaints there is no line", () => {
    expect(churnReasons([], [])).toEqual([]);
  });
});
