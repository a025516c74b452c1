import { contactProblems, duplicateCandidates, type IdentityFields } from "../../../src/core/quality";

const person = (more: Partial<IdentityFields>): IdentityFields => ({
  name: "",
  phone: "",
  email: "",
  accountId: "",
  ...more,
});

describe("R87: duplicateCandidates", () => {
  test.each([
    {
      name: "phones compare by their digits",
      records: [person({ phone: "+86 138-0013-8000" }), person({ phone: "13800138000" })],
      evidence: ["phone"],
    },
    {
      name: "e-mails without case and width",
      records: [person({ email: "A@x.cn" }), person({ email: "ａ@x.cn" })],
      evidence: ["email"],
    },
    {
      name: "a name beside the same account",
      records: [person({ name: "王 丽", accountId: "C1" }), person({ name: "王丽", accountId: "c1" })],
      evidence: ["nameAndAccount"],
    },
    {
      name: "a name beside the end of the phone",
      records: [
        person({ name: "王丽", phone: "13800138000" }),
        person({ name: "王丽", phone: "01088138000" }),
      ],
      evidence: ["nameAndPhoneTail"],
    },
    {
      name: "all evidence is named",
      records: [
        person({ name: "王丽", phone: "13800138000", email: "a@x.cn" }),
        person({ name: "王丽", phone: "13800138000", email: "a@x.cn" }),
      ],
      evidence: ["phone", "email", "nameAndPhoneTail"],
    },
    {
      name: "a name alone repeats",
      records: [person({ name: "王丽" }), person({ name: "王丽" })],
      evidence: null,
    },
    {
      name: "masked phones say nothing",
      records: [person({ phone: "138****8000" }), person({ phone: "138****8000" })],
      evidence: null,
    },
    {
      name: "numbers cut short say nothing",
      records: [person({ phone: "1380000" }), person({ phone: "1380000" })],
      evidence: null,
    },
    { name: "blank fields share nothing", records: [person({}), person({})], evidence: null },
  ])("$name", ({ records, evidence }) => {
    expect(duplicateCandidates(records)).toEqual(evidence === null ? [] : [{ one: 0, other: 1, evidence }]);
  });

  test("a number that eleven records share is a switchboard", () => {
    const shared = (count: number) =>
      duplicateCandidates(Array.from({ length: count }, () => person({ phone: "010-88001234" })));
    expect(shared(11)).toEqual([]);
    expect(shared(10)).toHaveLength(45);
  });
});

describe("R83: contactProblems", () => {
  const both = { phone: true, email: true };
  const facts = (phone: string, email: string, arrived: readonly boolean[] = []) => ({
    phone,
    email,
    touches: arrived.map((reached, index) => ({ day: 100 + index, arrived: reached })),
  });

  test.each([
    { name: "one valid way is enough", customer: facts("13800138000", ""), codes: null },
    { name: "neither way", customer: facts("", ""), codes: ["noContact"] },
    {
      name: "a broken phone beside a good e-mail",
      customer: facts("138", "a@x.cn"),
      codes: ["invalidPhone"],
    },
    { name: "an address without a domain", customer: facts("13800138000", "a@x"), codes: ["invalidEmail"] },
    {
      name: "two failures in a row",
      customer: facts("13800138000", "", [true, false, false]),
      codes: ["undelivered"],
    },
    {
      name: "one failure may be chance",
      customer: facts("13800138000", "", [false, true, false]),
      codes: null,
    },
  ])("$name", ({ customer, codes }) => {
    expect(contactProblems([customer], both)[0]?.codes ?? null).toEqual(codes);
  });

  test("says when somebody was last reached, in whatever order touches stand", () => {
    const { touches, ...rest } = facts("13800138000", "", [false, true, false, false]);
    const [problem] = contactProblems([{ ...rest, touches: touches.toReversed() }], both);
    expect(problem).toMatchObject({ undelivered: 2, reachedOn: 101 });
  });

  test("what the sheet does not ask for is not missing", () => {
    expect(contactProblems([facts("", "")], { phone: false, email: false })).toEqual([]);
  });
});
