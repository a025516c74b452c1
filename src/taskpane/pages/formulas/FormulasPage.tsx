import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Button,
  Field,
  Link,
  makeStyles,
  Option,
  Combobox,
  Subtitle2,
  Text,
  tokens,
  useAnnounce,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { helpFolder } from "../../../commands/helpFolder";
import type { Locale } from "../../../i18n";
import { FailureBar } from "../../failure/FailureBar";
import { useAnswer } from "../../session/useAnswer";
import { useServices } from "../../session/useSession";
import { PageFrame } from "../../shell/PageFrame";
import { useInsightWords } from "../../words/useInsightWords";
import { ArgumentField } from "./ArgumentField";
import { argumentName } from "./argumentName";
import {
  formulaText,
  missingArguments,
  withLanguage,
  type FormulaFunction,
  type FormulaParameter,
} from "./formulaText";
import { FormulaPreview } from "./FormulaPreview";

const useStyles = makeStyles({
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: "anywhere",
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  help: { alignSelf: "flex-start", minHeight: "24px" },
  item: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  panel: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

async function listedFunctions(locale: Locale): Promise<readonly FormulaFunction[]> {
  const answer = await fetch(locale === "zh-CN" ? "functions-zh-cn.json" : "functions.json");
  return ((await answer.json()) as { functions: readonly FormulaFunction[] }).functions;
}

/** Builds a formula with the columns of the sheet, shows what it gives, and inserts it. */
export function FormulasPage(): ReactNode {
  const { t, pane, locale } = useInsightWords();
  const listing = useAnswer(locale, () => listedFunctions(locale));
  return (
    <>
      {listing.status === "known" ? (
        <Builder functions={listing.value} />
      ) : (
        <PageFrame title={pane("pane.page.formulas")} lead={t("formulas.lead")}>
          {listing.status === "failed" && <Body1>{t("formulas.loadFailed")}</Body1>}
        </PageFrame>
      )}
    </>
  );
}

type Insertion =
  | { readonly status: "none" }
  | { readonly status: "done"; readonly place: string }
  | { readonly status: "failed"; readonly error: unknown };

function Builder({ functions }: { readonly functions: readonly FormulaFunction[] }): ReactNode {
  const styles = useStyles();
  const { t, pane, locale } = useInsightWords();
  const services = useServices();
  const { announce } = useAnnounce();
  const [id, setId] = useState("RFMSCORE");
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const [insertion, setInsertion] = useState<Insertion>({ status: "none" });
  const chosen = functions.find((one) => one.id === id) ?? functions[0];
  if (chosen === undefined) return <Body1>{t("formulas.loadFailed")}</Body1>;

  const values = withLanguage(chosen, written, locale === "zh-CN" ? "zh" : "en");
  const missing = missingArguments(chosen, values);
  const formula = formulaText(chosen, values);
  const needed = chosen.parameters.filter(({ optional }) => optional !== true);
  const optional = chosen.parameters.filter((one) => one.optional === true);
  const field = (parameter: FormulaParameter): ReactNode => (
    <ArgumentField
      key={`${chosen.id} ${parameter.name}`}
      parameter={parameter}
      value={values[parameter.name] ?? ""}
      onValue={(value) => {
        setWritten((before) => ({ ...before, [parameter.name]: value }));
        setInsertion({ status: "none" });
      }}
    />
  );
  const shown = functions.filter(
    (one) =>
      query === null ||
      one.id.toLowerCase().includes(query.trim().toLowerCase()) ||
      one.description.toLowerCase().includes(query.trim().toLowerCase()),
  );

  const insert = async (): Promise<void> => {
    try {
      const { sheet, address } = await services.insertFormula(formula);
      const place = `${sheet}!${address}`;
      setInsertion({ status: "done", place });
      announce(t("formulas.inserted", { place }));
    } catch (error) {
      setInsertion({ status: "failed", error });
    }
  };

  return (
    <PageFrame
      title={pane("pane.page.formulas")}
      lead={t("formulas.lead")}
      action={
        <Button appearance="primary" disabled={missing.length > 0} onClick={() => void insert()}>
          {t("formulas.insert")}
        </Button>
      }
    >
      <Field label={t("formulas.function")} hint={chosen.description}>
        <Combobox
          freeform
          inlinePopup
          placeholder={t("formulas.search")}
          value={query ?? `CRM.${chosen.id}`}
          selectedOptions={[chosen.id]}
          open={open}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value.replace(/^CRM\./i, ""));
            // An input method hands over whole words without a key that the list would open at.
            setOpen(true);
          }}
          onOpenChange={(_, { open: wanted }) => {
            setOpen(wanted);
            if (!wanted) setQuery(null);
          }}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue === undefined) return;
            setId(optionValue);
            setQuery(null);
            setInsertion({ status: "none" });
          }}
        >
          {shown.map((one) => (
            <Option key={one.id} value={one.id} text={`CRM.${one.id}`}>
              <span>
                CRM.{one.id}
                <br />
                <Text size={200} className={styles.quiet}>
                  {one.description}
                </Text>
              </span>
            </Option>
          ))}
        </Combobox>
      </Field>
      <Link
        className={styles.help}
        href={`${helpFolder(locale)}/${chosen.id}.html`}
        target="_blank"
        rel="noopener"
      >
        {t("formulas.help", { name: `CRM.${chosen.id}` })}
      </Link>
      {needed.map(field)}
      {optional.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="optional" className={styles.item}>
            <AccordionHeader as="h3">{t("formulas.optional", { count: optional.length })}</AccordionHeader>
            <AccordionPanel className={styles.panel}>{optional.map(field)}</AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <section className={styles.form} aria-label={t("formulas.formula")}>
        <Subtitle2 as="h3">{t("formulas.formula")}</Subtitle2>
        <Text className={styles.formula}>{formula}</Text>
        {missing.length > 0 && (
          <Text className={styles.quiet}>
            {t("formulas.missing", {
              names: missing
                .map((one) => argumentName(t, one))
                .reduce((first, next) => pane("list.pair", { first, next })),
            })}
          </Text>
        )}
      </section>
      <FormulaPreview chosen={chosen} written={values} ready={missing.length === 0} />
      {insertion.status === "done" && <Body1>{t("formulas.inserted", { place: insertion.place })}</Body1>}
      {insertion.status === "failed" && (
        <FailureBar error={insertion.error} onDismiss={() => setInsertion({ status: "none" })} />
      )}
    </PageFrame>
  );
}
