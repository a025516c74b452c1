import {
  Body1,
  Button,
  Caption1,
  Field,
  makeStyles,
  SpinButton,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { AnalysisFacts, WhatIfChange, WhatIfView } from "../../../app/services";
import { FailureBar } from "../../failure/FailureBar";
import { FigureTable } from "../../plots/FigureTable";
import { LinePlot } from "../../plots/LinePlot";
import { useAnswer } from "../../session/useAnswer";
import { useServices, useSession } from "../../session/useSession";
import { useStore } from "../../session/useStore";
import { useInsightWords } from "../../words/useInsightWords";
import { ASSUMPTIONS, startingChange, type Assumption } from "./assumptions";

const MOST_MOVES = 20;

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: "end",
  },
  spin: { width: "100%", minWidth: 0 },
  block: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  moves: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export function WhatIf({ facts }: { readonly facts: AnalysisFacts }): ReactNode {
  const styles = useStyles();
  const { t } = useInsightWords();
  const services = useServices();
  const { choices } = useSession();
  const start = startingChange(useStore(choices));
  const [change, setChange] = useState<WhatIfChange>(start);
  const answer = useAnswer(JSON.stringify(change), () => services.whatIf(change));
  return (
    <>
      <div className={styles.form}>
        {ASSUMPTIONS.map((assumption) => (
          <AssumptionField
            key={assumption.id}
            assumption={assumption}
            change={change}
            onChange={(next) => setChange(next)}
          />
        ))}
      </div>
      <Button size="small" onClick={() => setChange(start)}>
        {t("whatIfPage.reset")}
      </Button>
      {answer.status === "failed" && <FailureBar error={answer.error} />}
      {answer.status === "known" && <Outcome view={answer.value} currency={facts.currency} />}
    </>
  );
}

interface FieldProps {
  readonly assumption: Assumption;
  readonly change: WhatIfChange;
  readonly onChange: (change: WhatIfChange) => void;
}

/** A figure that cannot be used is said so and changes nothing. */
function AssumptionField({ assumption, change, onChange }: FieldProps): ReactNode {
  const styles = useStyles();
  const { t } = useInsightWords();
  const [refused, setRefused] = useState(false);
  const { label, least, most, step, shown } = assumption;
  const take = (value: number): void => {
    const usable = Number.isFinite(value) && value >= least && value <= most;
    setRefused(!usable);
    if (usable) onChange(assumption.with(change, value));
  };
  return (
    <Field label={t(label)} validationMessage={refused ? t("whatIfPage.bad", { least, most }) : null}>
      <SpinButton
        className={styles.spin}
        value={shown(change)}
        step={step}
        onChange={(_, { value, displayValue }) => take(value ?? Number(displayValue ?? Number.NaN))}
      />
    </Field>
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
          <FigureTable
            label={t("whatIfPage.retentionRate")}
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
        <FigureTable
          label={t("whatIfPage.cacRow")}
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
      )}
      <div className={styles.block}>
        <Subtitle2 as="h3">{t("whatIfPage.tiers")}</Subtitle2>
        <FigureTable
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
        <Body1>{t("whatIfPage.moved", { moved: format.count(moved) })}</Body1>
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
      marked={[retention.today, retention.changed]}
      showX={format.percent}
      showY={money}
    />
  );
}
