import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Button,
  Caption1,
  Label,
  makeStyles,
  mergeClasses,
  Slider,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import type { AnalysisFacts, WhatIfChange, WhatIfView } from "../../../app/services";
import { FailureBar } from "../../failure/FailureBar";
import { FigureTable } from "../../plots/FigureTable";
import { LinePlot } from "../../plots/LinePlot";
import { useAnswer } from "../../session/useAnswer";
import { useSettled } from "../../session/useSettled";
import { useServices, useSession } from "../../session/useSession";
import { useStore } from "../../session/useStore";
import { useInsightWords } from "../../words/useInsightWords";
import { ASSUMPTIONS, startingChange, type Assumption } from "./assumptions";

const MOST_MOVES = 20;
/** A slider on its way passes many figures; only where it rests is anything worked out. */
const REST_MS = 120;

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(180px, 1fr))",
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXS,
  },
  line: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  value: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  // The rail ends where the words do.
  slider: {
    width: `calc(100% + 2 * ${tokens.spacingHorizontalS})`,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
    minWidth: 0,
  },
  // A mark for each of forty steps would be a dotted line.
  rail: { "::before": { backgroundImage: "none" } },
  rules: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  title: { display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalS} 0` },
  rulesForm: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
  reset: { alignSelf: "flex-start" },
  block: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  moves: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Sliders on top, what would follow below, in sentences first. */
export function WhatIf({ facts }: { readonly facts: AnalysisFacts }): ReactNode {
  const styles = useStyles();
  const { t } = useInsightWords();
  const services = useServices();
  const { choices } = useSession();
  const start = startingChange(useStore(choices));
  const [change, setChange] = useState<WhatIfChange>(start);
  const rested = useSettled(change, REST_MS);
  const answer = useAnswer(JSON.stringify(rested), () => services.whatIf(rested));
  const sliders = (group: Assumption["group"]) =>
    ASSUMPTIONS.filter((assumption) => assumption.group === group).map((assumption) => (
      <AssumptionSlider key={assumption.id} assumption={assumption} change={change} onChange={setChange} />
    ));
  return (
    <>
      <div className={styles.form}>{sliders("question")}</div>
      <Accordion collapsible>
        <AccordionItem value="rules" className={styles.rules}>
          <AccordionHeader as="h3">
            <span className={styles.title}>
              {t("whatIfPage.rules")}
              <Caption1 className={styles.quiet}>{t("whatIfPage.rulesWhat")}</Caption1>
            </span>
          </AccordionHeader>
          <AccordionPanel className={mergeClasses(styles.form, styles.rulesForm)}>
            {sliders("rule")}
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      {JSON.stringify(change) !== JSON.stringify(start) && (
        <Button className={styles.reset} size="small" onClick={() => setChange(start)}>
          {t("whatIfPage.reset")}
        </Button>
      )}
      {answer.status === "failed" && <FailureBar error={answer.error} />}
      {answer.status === "known" && <Outcome view={answer.value} currency={facts.currency} />}
    </>
  );
}

interface SliderProps {
  readonly assumption: Assumption;
  readonly change: WhatIfChange;
  readonly onChange: (change: WhatIfChange) => void;
}

/** One figure with its name and unit; arrow keys move it by a step. */
function AssumptionSlider({ assumption, change, onChange }: SliderProps): ReactNode {
  const styles = useStyles();
  const { t, format } = useInsightWords();
  const id = useId();
  const { label, least, most, step, shown, signed } = assumption;
  const value = shown(change);
  const sign = signed && value > 0 ? "+" : "";
  const written = t(assumption.value, { value: `${sign}${format.figure(value, 1)}` });
  return (
    <div>
      <div className={styles.line}>
        <Label htmlFor={id}>{t(label)}</Label>
        <Text weight="semibold" className={styles.value} aria-hidden>
          {written}
        </Text>
      </div>
      <Slider
        id={id}
        className={styles.slider}
        rail={{ className: styles.rail }}
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={written}
        onChange={(_, { value: moved }) => onChange(assumption.with(change, moved))}
      />
    </div>
  );
}

function Outcome({ view, currency }: { readonly view: WhatIfView; readonly currency: string }): ReactNode {
  const styles = useStyles();
  const { t, pane, format } = useInsightWords();
  const money = (value: number) => format.money(value, currency);
  const heads = [t("whatIfPage.measure"), t("whatIfPage.today"), t("whatIfPage.then")];
  const { retention, acquisition, tiers, moves, moved } = view;
  const tierName = (tier: (typeof tiers)[number]["tier"]) =>
    tier === "" ? t("lens.noTier") : pane(`tier.${tier}`);
  const figure = (value: number | null, show: (value: number) => string) =>
    value === null ? t("lens.none") : show(value);
  return (
    <>
      {retention.status === "tooLittleData" ? (
        <Body1>{t("whatIfPage.tooLittle", { days: format.count(retention.days) })}</Body1>
      ) : (
        <div className={styles.block}>
          <Subtitle2 as="h3">{t("whatIfPage.keeping")}</Subtitle2>
          <Body1>
            {t(direction(retention.revenueChange), {
              from: format.percent(retention.today),
              to: format.percent(retention.changed),
              change: money(Math.abs(retention.revenueChange)),
            })}
          </Body1>
          <FigureTable
            label={t("whatIfPage.keeping")}
            heads={heads}
            rows={[
              [
                t("whatIfPage.retentionRate"),
                format.percent(retention.today),
                format.percent(retention.changed),
              ],
              [
                t("whatIfPage.lifetime"),
                money(retention.lifetimeMargin),
                money(retention.changedLifetimeMargin),
              ],
              [
                t("whatIfPage.revenue"),
                "",
                `${retention.revenueChange > 0 ? "+" : ""}${money(retention.revenueChange)}`,
              ],
            ]}
          />
          <Caption1 className={styles.quiet}>{t("whatIfPage.claim")}</Caption1>
          <RetentionCurve retention={retention} money={money} />
        </div>
      )}
      {acquisition === null ? (
        <Body1>{t("whatIfPage.noChannels")}</Body1>
      ) : (
        <div className={styles.block}>
          <Subtitle2 as="h3">{t("whatIfPage.acquisition")}</Subtitle2>
          <FigureTable
            label={t("whatIfPage.acquisition")}
            heads={heads}
            rows={[
              [t("whatIfPage.cacRow"), figure(acquisition.cac, money), figure(acquisition.changedCac, money)],
              [
                t("whatIfPage.newRow"),
                format.count(acquisition.newCustomers),
                figure(acquisition.changedNewCustomers, format.count),
              ],
              [t("whatIfPage.valueRow"), "", figure(acquisition.valueChange, money)],
            ]}
          />
        </div>
      )}
      <div className={styles.block}>
        <Subtitle2 as="h3">{t("whatIfPage.tiers")}</Subtitle2>
        <Body1>
          {moved === 0 ? t("whatIfPage.movedNone") : t("whatIfPage.moved", { moved: format.count(moved) })}
        </Body1>
        {moved > 0 && (
          <FigureTable
            changes
            label={t("whatIfPage.tiers")}
            heads={[t("whatIfPage.tier"), t("whatIfPage.customers"), t("whatIfPage.netSpend")]}
            rows={tiers
              .filter(({ customers, changedCustomers }) => customers + changedCustomers > 0)
              .map((tier) => [
                tierName(tier.tier),
                t("whatIfPage.fromTo", {
                  from: format.count(tier.customers),
                  to: format.count(tier.changedCustomers),
                }),
                t("whatIfPage.fromTo", { from: money(tier.net), to: money(tier.changedNet) }),
              ])}
          />
        )}
        {moves.length > 0 && (
          <ul className={styles.moves}>
            {moves.slice(0, MOST_MOVES).map(({ id, name, from, to }) => (
              <li key={id}>
                {t("whatIfPage.move", {
                  name: name === "" ? id : `${name} · ${id}`,
                  from: tierName(from),
                  to: tierName(to),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** Which sentence says what a change of retention does to next year's money. */
const direction = (change: number) =>
  change > 0 ? "whatIfPage.more" : change < 0 ? "whatIfPage.less" : "whatIfPage.same";

interface CurveProps {
  readonly retention: Extract<WhatIfView["retention"], { readonly status: "known" }>;
  readonly money: (value: number) => string;
}

function RetentionCurve({ retention, money }: CurveProps): ReactNode {
  const { t, format } = useInsightWords();
  const { curve } = retention;
  const first = curve[0];
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <LinePlot
      title={t("whatIfPage.curve")}
      text={t("whatIfPage.curveText", {
        low: money(first.lifetimeMargin),
        from: format.percent(first.retention),
        high: money(last.lifetimeMargin),
        to: format.percent(last.retention),
      })}
      tableLabel={t("lens.asTable")}
      heads={[t("whatIfPage.retentionRate"), t("whatIfPage.lifetime")]}
      points={curve.map(({ retention: kept, lifetimeMargin }) => ({ x: kept, y: lifetimeMargin }))}
      marked={[
        { x: retention.today, name: `${t("whatIfPage.today")} ${money(retention.lifetimeMargin)}` },
        ...(retention.changed === retention.today
          ? []
          : [
              {
                x: retention.changed,
                name: `${t("whatIfPage.then")} ${money(retention.changedLifetimeMargin)}`,
              },
            ]),
      ]}
      showX={format.percent}
      showY={money}
      showTick={format.count}
    />
  );
}
