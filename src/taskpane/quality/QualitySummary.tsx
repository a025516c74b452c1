import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Caption1,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Place, QualityView } from "../../app/services";
import { isPaneKey } from "../../i18n/paneWords";
import { PlaceLink } from "../places/PlaceLink";
import { useWords } from "../words/useWords";

const useStyles = makeStyles({
  item: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  title: { display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalS} 0` },
  quiet: { color: tokens.colorNeutralForeground2 },
  panel: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  count: { fontVariantNumeric: "tabular-nums", textAlign: "end" },
  places: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, gridColumnStart: 1 },
});

/** What became of the rows: used, before the window, or left out and why, each with links to the cells. */
export function QualitySummary({ quality }: { readonly quality: QualityView }): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const rejected = quality.rejected.reduce((sum, { count }) => sum + count, 0);
  const word = (key: string, otherwise: string): string => (isPaneKey(key) ? t(key) : otherwise);

  return (
    <Accordion collapsible>
      <AccordionItem value="quality" className={styles.item}>
        <AccordionHeader as="h3">
          <span className={styles.title}>
            {t("pane.quality.title")}
            <Caption1 className={styles.quiet}>
              {t("pane.quality.rows", {
                raw: format.count(quality.rawRows),
                used: format.count(quality.used),
                before: format.count(quality.beforeWindow),
                rejected: format.count(rejected),
              })}
            </Caption1>
          </span>
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          {rejected === 0 ? (
            <Body1>{t("pane.quality.noneRejected")}</Body1>
          ) : (
            <ul className={styles.list} aria-label={t("pane.quality.rejected")}>
              {quality.rejected.map(({ reason, count, places }) => (
                <Entry
                  key={reason}
                  label={word(`reject.${reason}`, reason)}
                  count={format.count(count)}
                  places={places}
                />
              ))}
            </ul>
          )}
          {quality.problems.length > 0 && (
            <>
              <Body1>{t("pane.quality.problems")}</Body1>
              <ul className={styles.list} aria-label={t("pane.quality.problems")}>
                {quality.problems.map(({ kind, code, field, count, places }) => (
                  <Entry
                    key={`${kind} ${code} ${field}`}
                    label={t("pane.quality.problem", {
                      kind: t(`sheetKind.${kind}`),
                      field: word(`field.${field}`, field),
                      problem: word(`pane.cellProblem.${code}`, code),
                    })}
                    count={format.count(count)}
                    places={places}
                  />
                ))}
              </ul>
            </>
          )}
          {quality.onlyInOrders > 0 && (
            <Body1>{t("pane.quality.onlyInOrders", { count: format.count(quality.onlyInOrders) })}</Body1>
          )}
          {quality.onlyInCustomers > 0 && (
            <Body1>
              {t("pane.quality.onlyInCustomers", { count: format.count(quality.onlyInCustomers) })}
            </Body1>
          )}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

interface EntryProps {
  readonly label: string;
  readonly count: string;
  readonly places: readonly Place[];
}

function Entry({ label, count, places }: EntryProps): ReactNode {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <span>{label}</span>
      <span className={styles.count}>{count}</span>
      {places.length > 0 && (
        <Caption1 className={styles.places}>
          {places.map((place) => (
            <PlaceLink key={`${place.sheet}!${place.address}`} place={place} />
          ))}
        </Caption1>
      )}
    </li>
  );
}
