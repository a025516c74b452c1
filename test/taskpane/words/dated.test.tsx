/** @jest-environment ./test/support/pane/environment.cjs */
import { cleanup, render } from "@testing-library/react";
import { Dated } from "../../../src/taskpane/words/Dated";

afterEach(cleanup);

test.each([
  {
    name: "dates stand whole",
    text: "From 2024-01-08 to 2025-12-26: 37.",
    whole: ["2024-01-08", "2025-12-26"],
  },
  { name: "a date may be all there is", text: "2025-12-31", whole: ["2025-12-31"] },
  { name: "other figures with hyphens are no dates", text: "SO-2025-000181, 138-0000-8000", whole: [] },
  { name: "a sentence without one", text: "没有逾期。", whole: [] },
])("$name; not a letter is lost", ({ text, whole }) => {
  const { container } = render(<Dated text={text} />);
  expect([...container.querySelectorAll("span")].map(({ textContent }) => textContent)).toEqual(whole);
  expect(container.textContent).toBe(text);
});
