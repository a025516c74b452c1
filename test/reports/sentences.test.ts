import { reportChanges, reportFindings } from "../../src/reports";
import { smallAnalysis } from "../support/smallAnalysis";

test.each(["zh-CN", "en"] as const)(
  "what changed is told once, not among the findings too, in %s",
  (locale) => {
    const analysis = smallAnalysis();
    const changes = reportChanges(analysis, locale);
    const findings = reportFindings(analysis, locale);
    expect(analysis.lists.riskAlerts.length).toBeGreaterThan(0);
    expect(changes.length).toBeGreaterThan(0);
    expect(findings.length).toBeGreaterThan(0);
    for (const change of changes) expect(findings.join("\n")).not.toContain(change);
  },
);
