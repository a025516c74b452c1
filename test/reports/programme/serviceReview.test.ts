import { dayOf, SECONDS_PER_DAY, serialOfMoment } from "../../../src/core/math/day";
import { buildReport, type SheetModel } from "../../../src/reports";
import type { SheetId } from "../../../src/reports/context";
import type { CellValue } from "../../../src/reports/model/workbookModel";
import { maskAnalysis } from "../../../src/app/maskAnalysis";
import { createPseudonyms } from "../../../src/app/pseudonyms";
import { resultJson } from "../../../src/app/resultJson";
import type { Analysis } from "../../../src/core/analysis";
import type { Locale } from "../../../src/i18n";
import { analysisOf, fixtureSheets } from "../../support/analyseFiles";
import { cellsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

const AS_OF = dayOf(2025, 12, 31);
const AT_SIX = { asOf: AS_OF, now: AS_OF * SECONDS_PER_DAY + 18 * 3_600 };
const fixture = analysisOf(fixtureSheets("mother-baby-shop"), AT_SIX);

function sheetOf(analysis: Analysis, id: SheetId, locale: Locale = "zh-CN"): SheetModel {
  const found = buildReport(analysis, locale).sheets.find((sheet) => sheet.id === id);
  if (found === undefined) throw new Error(`no sheet ${id}`);
  return found;
}

/** Values of a table's rows, without its headings. */
function rowsOf(sheet: SheetModel, name: string): readonly (readonly CellValue[])[] {
  const range = sheet.tables.find((table) => table.name === name)?.range;
  if (range === undefined) throw new Error(`no table ${name}`);
  const grid = new Map(cellsOf(sheet).map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  return Array.from({ length: range.rows - 1 }, (_, line) =>
    Array.from(
      { length: range.columns },
      (__, column) => grid.get(`${range.row + 1 + line} ${range.column + column}`) ?? null,
    ),
  );
}

const textsOf = (sheet: SheetModel) =>
  cellsOf(sheet).flatMap(({ value }) => (typeof value === "string" ? [value] : []));

const serial = (day: number, hour: number) => serialOfMoment(day * SECONDS_PER_DAY + hour * 3_600);

describe("from the shop's files to its sheets", () => {
  test("M2, R3: records are 89.0 % complete, by field, tier and owner, and the seven gaps are named", () => {
    const sheet = sheetOf(fixture, "contacts");
    expect(textsOf(sheet)).toContainEqual(
      expect.stringContaining("客户信息完善率 89.0%：必填的 100 格中 89 格"),
    );
    expect(rowsOf(sheet, "CompletenessByField").map(([field, , , , rate]) => [field, rate])).toEqual(
      expect.arrayContaining([["触达偏好", 0.8]]),
    );
    expect(rowsOf(sheet, "CompletenessByTier").map(([tier]) => tier)).toEqual(["高价值", "中等", "基础"]);
    expect(rowsOf(sheet, "CompletenessByOwner").length).toBeGreaterThan(0);
    const gaps = rowsOf(sheet, "CompletenessGaps");
    expect(gaps).toHaveLength(7);
    expect(gaps.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(11);
    const english = sheetOf(fixture, "contacts", "en");
    expect(textsOf(english)).toContainEqual(expect.stringContaining("89.0% complete: 89 of 100"));
  });

  test.each([
    { calendar: "calendar" as const, enquiry: [2, 1, 1], complaint: [2, 1, 1] },
    { calendar: "working" as const, enquiry: [3, 0, 1], complaint: [3, 0, 1] },
  ])("M3, R35, R36: clocks at 18:00 in $calendar hours", ({ calendar, enquiry, complaint }) => {
    const analysis = analysisOf(fixtureSheets("mother-baby-shop"), {
      ...AT_SIX,
      service: { calendar, opensAt: 540, closesAt: 1_080 },
    });
    const rows = rowsOf(sheetOf(analysis, "serviceSla"), "SlaClocks");
    // The chosen calendar stands in the first of the two lines of each clock.
    expect(rows[0]?.slice(2, 5)).toEqual(enquiry);
    expect(rows[2]?.slice(2, 5)).toEqual(complaint);
  });

  test("M4, R8, R44: satisfaction 81.8 with n = 11 and its interval, NPS +8.3, and how old the latest answer is", () => {
    for (const [locale, index, nps] of [
      ["zh-CN", "满意度 81.8 分（11 份，90% 区间", "NPS +8.3（12 份）"],
      ["en", "Satisfaction 81.8 of 100 (11 answers, 90% interval", "NPS +8.3 (12 answers)"],
    ] as const) {
      const texts = textsOf(sheetOf(fixture, "serviceReview", locale));
      expect(texts).toContainEqual(expect.stringContaining(index));
      expect(texts).toContainEqual(expect.stringContaining(nps));
    }
    const { surveyCoverage } = fixture.programme.voice;
    expect(surveyCoverage).toMatchObject({ active: 20, daysSince: expect.any(Number) as number });
  });

  test("M7, R84: tb_user05 is satisfied and gone", () => {
    expect(rowsOf(sheetOf(fixture, "serviceReview"), "SatisfiedButLapsed").map(([id]) => id)).toEqual([
      "tb_user05",
    ]);
  });

  test("M8, R25: tb_user13 has not paid and is to be reminded by 2026-01-01 10:00", () => {
    const cells = cellsOf(sheetOf(fixture, "unpaid"));
    const row = cells.find(({ value }) => value === "tb_user13")?.row;
    const due = cells
      .filter((cell) => cell.row === row && cell.style === "dateTime")
      .map(({ value }) => value);
    expect(due).toContainEqual(expect.closeTo(serial(AS_OF + 1, 10), 6));
  });

  test("R40: the major failure of the shop has no time of escalation and stands first, in red", () => {
    const sheet = sheetOf(fixture, "serviceReview");
    const [first] = rowsOf(sheet, "Escalations");
    expect(first?.[0]).toBe("T05");
    expect(first?.[7]).toBe("未上报 ▼");
    expect(cellsOf(sheet).find(({ value }) => value === "未上报 ▼")?.style).toBe("statusBad");
  });

  test("R41: four complaints in December, none in November; without reasons it says so", () => {
    expect(fixture.programme.serviceReview?.reported).toMatchObject({ complaints: 4, before: 0 });
    expect(textsOf(sheetOf(fixture, "serviceReview"))).toContainEqual(
      expect.stringContaining("当月投诉都没有填写原因"),
    );
  });

  test("R49, R50: steps and staff: what nobody's name stands at is said to be nobody's", () => {
    const sheet = sheetOf(fixture, "serviceReview");
    expect(rowsOf(sheet, "StepShares")[0]?.slice(0, 2)).toEqual(["全部工单", 9]);
    expect(rowsOf(sheet, "Agents").map(([agent, tickets]) => [agent, tickets])).toEqual([["未填处理人", 11]]);
  });
});

describe("the small shop", () => {
  const small = smallAnalysis();

  test("R40: an ungraded complaint is 待定级, a major one that was told in time is escalated", () => {
    const states = rowsOf(sheetOf(small, "serviceReview"), "Escalations").map((row) => [row[0], row[7]]);
    expect(states).toEqual(
      expect.arrayContaining([
        ["T12", "未上报 ▼"],
        ["T08", "已上报 ▲"],
        ["T11", "待定级 ○"],
      ]),
    );
  });

  test("R41: the report speaks of the last whole month, not of the one that is running", () => {
    expect(small.programme.serviceReview?.reported.month).toBe(dayOf(2025, 11, 1));
    expect(textsOf(sheetOf(small, "serviceReview"))).toContainEqual(
      expect.stringContaining("*：该月在基准日 2025-12-20 尚未结束"),
    );
  });

  test("R41: improvements name department, owner and a day, and leave progress and measure to people", () => {
    const [first] = rowsOf(sheetOf(small, "serviceReview"), "Improvements");
    expect(first?.slice(4, 6)).toEqual(["物流（据“物流”）", expect.any(String)]);
    expect(first?.slice(7)).toEqual([null, null]);
  });

  test("R48: what cannot wait is named with why", () => {
    const urgent = rowsOf(sheetOf(small, "serviceReview"), "UrgentTickets").map((row) => [row[0], row[6]]);
    expect(urgent).toEqual([
      ["T12", "重大失误、已超时限、高价值客户投诉"],
      ["T13", "已超时限、30 天内再次投诉"],
    ]);
  });

  test("R39: cold phrases in replies are counted, with what to say instead", () => {
    const sheet = sheetOf(small, "serviceReview");
    expect(rowsOf(sheet, "ColdPhrases")).toEqual([["我不知道", 1, "T10"]]);
    expect(textsOf(sheet)).toContain("不说「我不知道」，说「我会帮您跟进，几点前给您答复」。");
    expect(textsOf(sheetOf(fixture, "serviceReview"))).not.toContain("回复用语");
  });

  test("R83, R87: contacts that fail and records that may be one person are listed, nothing is merged", () => {
    const sheet = sheetOf(small, "contacts");
    expect(rowsOf(sheet, "ContactProblems").map((row) => [row[0], row[6]])).toEqual([
      ["user10", "手机不合格式、触达送不到"],
    ]);
    expect(rowsOf(sheet, "DuplicateCandidates").map((row) => [row[0], row[2], row[6]])).toEqual([
      ["user20", "user21", "手机相同"],
    ]);
    expect(small.customers).toHaveLength(24);
  });

  test("R88: customers whose touches changed hands are counted against those touched twice", () => {
    expect(textsOf(sheetOf(small, "contacts"))).toContainEqual(
      expect.stringContaining("22 位客户中，1 位换过负责人"),
    );
  });

  test("R88: without a history of owners the sheet says what would bring it", () => {
    const { contacts } = small.programme;
    const without = {
      ...small,
      programme: { ...small.programme, contacts: contacts && { ...contacts, ownerChanges: null } },
    };
    expect(textsOf(sheetOf(without, "contacts"))).toContainEqual(
      expect.stringContaining("客户表只有现任负责人"),
    );
  });

  test("R17, R67: a portrait shows shared needs and single wishes, and who is not content", () => {
    const texts = textsOf(sheetOf(small, "tierPortraits"));
    expect(texts).toContain("控敏配方：6（60.0%）");
    expect(texts).toContain("尺码建议：1");
    expect(texts).toContainEqual(expect.stringContaining("1 人打了 2 分及以下"));
  });

  test("R18: too few touches give the plan's own text, enough give the rate with its interval", () => {
    const texts = textsOf(sheetOf(small, "tierPortraits"));
    expect(texts).toContainEqual(expect.stringContaining("触达记录不足，按方案建议：线下沙龙邀请"));
    expect(texts).toContain("短信：15.0%（9.0% 至 24.0%，送达 60）");
  });

  test("R100: without any cost the sheet says what would bring it", () => {
    const { voice } = small.programme;
    const without = {
      ...small,
      programme: { ...small.programme, voice: { ...voice, costToServe: null } },
    };
    expect(textsOf(sheetOf(without, "serviceReview"))).toContainEqual(expect.stringContaining("成本未知"));
  });

  test("R100: with the cost of touches alone the sheet says that tickets are not in it", () => {
    expect(small.programme.voice.costToServe).toMatchObject({ customers: 24, perTicket: null });
    expect(textsOf(sheetOf(small, "serviceReview"))).toContainEqual(
      expect.stringContaining("未设置单张工单成本，只计触达成本"),
    );
  });

  test("without tickets, surveys and costs there is no service review, without customers no records", () => {
    const bare: Analysis = {
      ...small,
      programme: {
        ...small.programme,
        serviceReview: null,
        voice: {
          surveyCoverage: null,
          satisfaction: null,
          feedback: null,
          daysToAction: null,
          costToServe: null,
        },
        contacts: null,
      },
    };
    const ids = buildReport(bare, "en").sheets.map(({ id }) => id);
    expect(ids).not.toContain("serviceReview");
    expect(ids).not.toContain("contacts");
  });

  test("with surveys alone the review says what tickets would bring", () => {
    const asked: Analysis = { ...small, programme: { ...small.programme, serviceReview: null } };
    const texts = textsOf(sheetOf(asked, "serviceReview"));
    expect(texts).toContainEqual(expect.stringContaining("没有工单表"));
    expect(texts).toContain("满意度调查");
  });

  test("full masks leave nobody in service, feedback and records, and the JSON holds the same", () => {
    const masked = maskAnalysis(small, "full", createPseudonyms(true));
    const { serviceReview, contacts } = (resultJson(masked) as { programme: Record<string, unknown> })
      .programme;
    const text = JSON.stringify([serviceReview, contacts]);
    expect(text).not.toMatch(/user\d\d|客户\d|1380000|13800001\d{3}/);
    expect(text).toContain("invalidPhone");
    const plain = (resultJson(small) as { programme: Record<string, unknown> }).programme;
    expect(JSON.stringify(plain["contacts"])).toContain("13800001020");
  });
});
