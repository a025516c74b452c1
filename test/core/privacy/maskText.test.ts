import fc from "fast-check";
import { MASK_KINDS, MASKED, maskText, type MaskKind } from "../../../src/core/privacy";

test.each<{ kind: MaskKind; rows: [string, string][] }>([
  {
    kind: "name",
    rows: [
      ["张三", "张**"],
      ["张三丰", "张**"],
      ["欧阳锋", "欧阳**"],
      ["司马相如", "司马**"],
      ["諸葛亮", "諸葛**"],
      ["欧阳", "欧**"],
      ["阿凡提·买买提", "阿**"],
      ["𠮷田太郎", "𠮷**"],
      ["金正恩 先生", "金**"],
      ["李", "**"],
      ["John Smith", "J*** S***"],
      ["li na", "l*** n***"],
      ["O'Neil", "*** N***"],
      ["J. R. R. Tolkien", "*** *** *** T***"],
      ["Łukasz", "Ł***"],
      ["007", "***"],
      ["X", "***"],
      ["...", "***"],
      ["  张三 ", "张**"],
    ],
  },
  {
    kind: "phone",
    rows: [
      ["13800138000", "138****8000"],
      ["138 0013 8000", "138****8000"],
      ["+86-13800138000", "138****8000"],
      ["008613800138000", "138****8000"],
      ["１３８００１３８０００", "138****8000"],
      ["021-12345678", "021****5678"],
      ["+44 20 7946 0958", "442****0958"],
      ["12345678", "12****78"],
      ["123456", "****"],
      ["打不通", "****"],
    ],
  },
  {
    kind: "email",
    rows: [
      ["alice@b.com", "a***@b.com"],
      ["a@b.com", "***@b.com"],
      ["Alice Li <alice@b.com>", "a***@b.com"],
      ["张三@例子.中国", "张***@例子.中国"],
      ["alice", "***"],
      ["@b.com", "***"],
      ["alice@", "***"],
    ],
  },
  {
    kind: "id",
    rows: [
      ["tb_user01", "tb****01"],
      ["110101199003071234", "11****34"],
      ["A1234", "A****4"],
      ["1234", "****"],
      ["客户零零壹", "客****壹"],
    ],
  },
  {
    kind: "address",
    rows: [
      ["浙江省 杭州市 余杭区 文一西路969号", "浙江省杭州市****"],
      ["浙江杭州市余杭区", "浙江杭州市****"],
      ["北京市朝阳区建国路1号", "北京市****"],
      ["内蒙古自治区呼和浩特市新城区", "内蒙古自治区呼和浩特市****"],
      ["云南省大理白族自治州大理市古城", "云南省大理白族自治州****"],
      ["湖北省荆门市东宝区", "湖北省荆门市****"],
      ["浙江省余杭区幸福超市旁", "浙江省****"],
      ["杭州市西湖区", "****"],
      ["北京东路100号", "****"],
      ["海南路5弄", "****"],
      ["12 Main Street, Springfield", "****"],
    ],
  },
])("partial $kind", ({ kind, rows }) => {
  expect(rows.map(([text]) => [text, maskText(text, kind, "partial")])).toEqual(rows);
});

test.each(MASK_KINDS.map((kind) => ({ kind })))(
  "$kind: blank stays blank, full hides all, none hides nothing",
  ({ kind }) => {
    for (const blank of ["", "  ", "\u3000"]) {
      expect(maskText(blank, kind, "partial")).toBe("");
      expect(maskText(blank, kind, "full")).toBe("");
    }
    expect(maskText("张三丰", kind, "full")).toBe(MASKED);
    expect(maskText(" 13800138000 ", kind, "none")).toBe(" 13800138000 ");
  },
);

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(""));
const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
const latin = fc.string({
  unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
  minLength: 1,
  maxLength: 12,
});

test("law: two phone numbers with the same ends have one mask, and at least three digits are hidden", () => {
  fc.assert(
    fc.property(digits(0, 20), (number) => {
      const shown = maskText(number, "phone", "partial").replace(/\D/g, "").length;
      expect(shown).toBeLessThanOrEqual(7);
      expect(shown).toBeLessThanOrEqual(Math.max(0, number.length - 3));
    }),
  );
  fc.assert(
    fc.property(digits(4, 4), digits(4, 4), (one, other) => {
      expect(maskText(`138${one}8000`, "phone", "partial")).toBe(
        maskText(`138${other}8000`, "phone", "partial"),
      );
    }),
  );
});

test("law: a Chinese name shows its surname alone, whatever and however long the given name is", () => {
  fc.assert(
    fc.property(fc.array(han, { minLength: 2, maxLength: 5 }), (characters) => {
      const masked = maskText(characters.join(""), "name", "partial");
      const shown = [...masked.replace("**", "")];
      expect(masked.endsWith("**")).toBe(true);
      expect(shown.length).toBeLessThanOrEqual(2);
      expect(shown.length).toBeLessThan(characters.length);
    }),
  );
});

test("law: names in letters show one letter a word, and no word's length", () => {
  fc.assert(
    fc.property(fc.array(latin, { minLength: 1, maxLength: 4 }), (words) => {
      const masked = maskText(words.join(" "), "name", "partial");
      expect(masked).toBe(words.map((word) => (word.length > 1 ? `${word[0] ?? ""}***` : "***")).join(" "));
    }),
  );
});

test("law: of the local part of an address at most its first letter is shown", () => {
  fc.assert(
    fc.property(latin, latin, (local, domain) => {
      const masked = maskText(`${local}@${domain}.com`, "email", "partial");
      expect(masked).toBe(`${local.length > 1 ? (local[0] ?? "") : ""}***@${domain}.com`);
    }),
  );
});

test("law: at least half of an id is hidden", () => {
  fc.assert(
    fc.property(fc.array(latin, { maxLength: 3 }), (parts) => {
      const id = parts.join("");
      const shown = maskText(id, "id", "partial").replace(/\*/g, "");
      expect(shown.length * 2).toBeLessThanOrEqual(Math.max(id.length, 0));
    }),
  );
});

test("law: an address shows a beginning without a figure, and only after a province", () => {
  const part = fc.constantFrom(
    "浙江省",
    "杭州市",
    "北京市",
    "余杭区",
    "超市",
    "文一西路",
    "969号",
    "海南",
    "东路",
    "A座",
    " ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const address = parts.join("");
      const shown = maskText(address, "address", "partial").replace("****", "");
      expect(address.replace(/\s/g, "").startsWith(shown.replace(/\s/g, ""))).toBe(true);
      expect(shown).not.toMatch(/[\d区路]/);
    }),
  );
});

test("law: any text of any kind gives a mask, and full is one mask for all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...MASK_KINDS), (text, kind) => {
      const isBlank = text.normalize("NFKC").trim() === "";
      expect(maskText(text, kind, "full")).toBe(isBlank ? "" : MASKED);
      expect(maskText(text, kind, "partial")).toMatch(isBlank ? /^$/ : /\*{2}/);
    }),
  );
});
