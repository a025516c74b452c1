import { isDark, watchHost, type HostState } from "../../../src/taskpane/host/hostState";

/** Office.js as far as the pane asks it: `answer` settles onReady. */
function world(lacking: readonly string[] = []): {
  script: EventTarget;
  states: HostState[];
  answer: (host: string | null) => Promise<void>;
} {
  let settle: (info: { host: string | null; platform: null }) => void = () => undefined;
  const ready = new Promise((resolve) => (settle = resolve));
  Object.assign(globalThis, {
    Office: {
      onReady: () => ready,
      context: {
        displayLanguage: "zh-CN",
        officeTheme: { bodyBackgroundColor: "#262626" },
        partitionKey: "site1",
        requirements: { isSetSupported: (name: string) => !lacking.includes(name) },
      },
    },
  });
  const script = new EventTarget();
  const states: HostState[] = [];
  watchHost(script as HTMLScriptElement, (state) => states.push(state));
  return {
    script,
    states,
    answer: async (host) => {
      settle({ host, platform: null });
      await ready;
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, "Office");
});

const last = (states: readonly HostState[]) => states.at(-1)?.status;

describe("the pane finds out where it is", () => {
  test("loading until Office.js speaks", () => {
    const { states } = world();
    expect(states).toEqual([{ status: "loading" }]);
  });

  test("blocked when the script fails", () => {
    const { script, states } = world();
    script.dispatchEvent(new Event("error"));
    expect(last(states)).toBe("blocked");
  });

  test("blocked when the script hangs, and still right when it comes late", async () => {
    const { script, states, answer } = world();
    jest.advanceTimersByTime(15_000);
    expect(last(states)).toBe("blocked");
    script.dispatchEvent(new Event("load"));
    await answer("Excel");
    expect(last(states)).toBe("inside");
  });

  test("outside when Office.js answers from a plain browser", async () => {
    const { script, states, answer } = world();
    script.dispatchEvent(new Event("load"));
    await answer(null);
    expect(last(states)).toBe("outside");
  });

  test("outside when Office.js never answers", () => {
    const { script, states } = world();
    script.dispatchEvent(new Event("load"));
    jest.advanceTimersByTime(5_000);
    expect(last(states)).toBe("outside");
  });

  test("inside Excel, with its language and theme", async () => {
    const { script, states, answer } = world();
    script.dispatchEvent(new Event("load"));
    await answer("Excel");
    expect(states.at(-1)).toEqual({
      status: "inside",
      displayLanguage: "zh-CN",
      darkTheme: true,
      partition: "site1",
    });
    jest.advanceTimersByTime(60_000);
    expect(last(states)).toBe("inside");
  });
});

test("a theme changed while the pane is open is followed, and said once", async () => {
  const { script, states, answer } = world();
  script.dispatchEvent(new Event("load"));
  await answer("Excel");
  const before = states.length;
  jest.advanceTimersByTime(10_000);
  expect(states).toHaveLength(before);
  Office.context.officeTheme.bodyBackgroundColor = "#ffffff";
  jest.advanceTimersByTime(10_000);
  expect(states.slice(before)).toEqual([
    { status: "inside", displayLanguage: "zh-CN", darkTheme: false, partition: "site1" },
  ]);
});

test("an Excel that lacks a requirement set is old, and the set is named", async () => {
  const { script, states, answer } = world(["SharedRuntime", "ExcelApi"]);
  script.dispatchEvent(new Event("load"));
  await answer("Excel");
  expect(states.at(-1)).toMatchObject({
    status: "old",
    missing: ["SharedRuntime 1.1", "ExcelApi 1.9"],
    displayLanguage: "zh-CN",
  });
});

test.each([
  ["#262626", true],
  ["#FFFFFF", false],
  ["f3f2f1", false],
  ["black", null],
  [undefined, null],
])("background %s is dark: %s", (color, dark) => {
  expect(isDark(color)).toBe(dark);
});
