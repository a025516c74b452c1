import { createPreferences } from "../../../src/taskpane/preferences/preferences";

/** Local storage as a map; `full`: it refuses to keep anything. */
function storageOf(content: Record<string, string>, full = false): Storage {
  return {
    getItem: (key: string) => content[key] ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException("full", "QuotaExceededError");
      content[key] = value;
    },
  } as Storage;
}

const NONE = { locale: null, look: "auto", welcomed: false };

test("what is chosen is there next time, under Excel's own prefix", () => {
  const content: Record<string, string> = {};
  createPreferences("site1", storageOf(content)).set({ locale: "en", look: "dark", welcomed: true });
  expect(Object.keys(content)).toEqual(["site1tenure.preferences"]);
  expect(createPreferences("site1", storageOf(content)).get()).toEqual({
    locale: "en",
    look: "dark",
    welcomed: true,
  });
  expect(createPreferences("site2", storageOf(content)).get()).toEqual(NONE);
});

test.each([
  ["nothing", {}],
  ["broken text", { "tenure.preferences": "{" }],
  ["values of another kind", { "tenure.preferences": '{"locale":"fr","look":7,"welcomed":"yes"}' }],
  ["no object", { "tenure.preferences": "null" }],
])("%s gives the defaults", (_, content) => {
  expect(createPreferences("", storageOf(content as Record<string, string>)).get()).toEqual(NONE);
});

test.each([
  ["full", storageOf({}, true)],
  ["forbidden", null],
])("storage that is %s keeps a choice until the pane closes", (_, storage) => {
  const preferences = createPreferences("", storage);
  preferences.set({ locale: "zh-CN", look: "auto", welcomed: false });
  expect(preferences.get().locale).toBe("zh-CN");
});
