import { maskContacts } from "../../../src/core/privacy";

describe("phones and addresses inside other text", () => {
  test.each([
    { text: "张三投诉13812345678很急", partial: "张三投诉138****5678很急", full: "张三投诉****很急" },
    { text: "bad 138 1234 5678", partial: "bad 138****5678", full: "bad ****" },
    { text: "+8613812345678", partial: "138****5678", full: "****" },
    { text: "１３８１２３４５６７８", partial: "138****5678", full: "****" },
    { text: "回电 021-62345678。", partial: "回电 021****5678。", full: "回电 ****。" },
    { text: "ring +44 20 7946 0958 now", partial: "ring 442****0958 now", full: "ring **** now" },
    { text: "写信到zsf@example.com谢谢", partial: "写信到z***@example.com谢谢", full: "写信到****谢谢" },
    {
      text: "mail to ann@x.org, please",
      partial: "mail to a***@x.org, please",
      full: "mail to ****, please",
    },
  ])("$text", ({ text, partial, full }) => {
    expect(maskContacts(text, "none")).toBe(text);
    expect(maskContacts(text, "partial")).toBe(partial);
    expect(maskContacts(text, "full")).toBe(full);
  });

  test.each(["25000000000050", "2025-12-31 18:00", "母婴-奶粉", "¥1,280.50", "", "20251231180000", "５折"])(
    "%s is no way to reach anybody and stays as it is",
    (text) => {
      expect(maskContacts(text, "full")).toBe(text);
    },
  );
});
