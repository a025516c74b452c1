import fc from "fast-check";
import { pageBreaks, type PagedRows } from "../../../src/reports/kit/pageBreaks";

/** A page of ten rows of 20 points, after a title of one row that is repeated on each. */
const sheet = (rows: number, parts: Partial<PagedRows> = {}): PagedRows => ({
  heights: Array.from({ length: rows }, () => 20),
  starts: [],
  sections: [],
  charts: [],
  page: 200,
  titles: 20,
  ...parts,
});

test.each([
  { name: "rows without sections break by themselves", of: sheet(50), breaks: [] },
  { name: "an empty sheet has no breaks", of: sheet(0, { starts: [], sections: [] }), breaks: [] },
  { name: "what fits below the part before begins no page", of: sheet(9, { starts: [4] }), breaks: [] },
  { name: "what does not fit begins one", of: sheet(14, { starts: [4] }), breaks: [4] },
  {
    name: "parts that fit share a page, and the next begins its own",
    of: sheet(17, { starts: [3, 6, 9] }),
    breaks: [9],
  },
  {
    name: "a short section at the foot of a page moves as a whole",
    of: sheet(12, { sections: [8] }),
    breaks: [8],
  },
  { name: "a short section that fits stays", of: sheet(10, { sections: [6] }), breaks: [] },
  { name: "a long section begins where its first rows fit", of: sheet(30, { sections: [5] }), breaks: [] },
  { name: "a long section moves where they do not", of: sheet(30, { sections: [6] }), breaks: [6] },
  {
    name: "a chart at the head of a long section is not cut",
    of: sheet(30, { sections: [4], charts: [{ from: 5, to: 12 }] }),
    breaks: [4],
  },
  {
    name: "rows repeated on each page count on it",
    of: sheet(20, { starts: [10, 15], titles: 120 }),
    breaks: [10, 15],
  },
  { name: "nothing breaks above the first content", of: sheet(30, { starts: [1] }), breaks: [] },
])("$name", ({ of, breaks }) => {
  expect(pageBreaks(of)).toEqual(breaks);
});

test("breaks rise, and each is a row that was named", () => {
  const rows = fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, rows, (starts, sections) => {
      const breaks = pageBreaks(sheet(80, { starts, sections }));
      expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
      expect(breaks.every((row) => starts.includes(row) || sections.includes(row))).toBe(true);
    }),
  );
});
