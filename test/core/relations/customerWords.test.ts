import { statedPriceSensitivity, statedRelationType, statedStrategic } from "../../../src/core/relations";

test.each([
  { cell: "战略型", type: "strategic" },
  { cell: " Relational ", type: "relational" },
  { cell: "交易", type: "transactional" },
  { cell: "", type: "" },
  { cell: "很好", type: null },
])("R60: the override $cell is $type", ({ cell, type }) => {
  expect(statedRelationType(cell)).toBe(type);
});

test.each([
  { cell: "注重性价比", minds: true },
  { cell: "高", minds: true },
  { cell: "Value seeker", minds: true },
  { cell: "是", minds: true },
  { cell: "注重品质", minds: false },
  { cell: "低", minds: false },
  { cell: "", minds: null },
  { cell: "偶尔", minds: null },
])("price sensitivity $cell: $minds", ({ cell, minds }) => {
  expect(statedPriceSensitivity(cell)).toBe(minds);
});

test.each([
  { cell: "是", strategic: true },
  { cell: "战略", strategic: true },
  { cell: "否", strategic: false },
  { cell: "", strategic: false },
])("the strategic mark $cell: $strategic", ({ cell, strategic }) => {
  expect(statedStrategic(cell)).toBe(strategic);
});
