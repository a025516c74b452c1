import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SavedChoices } from "../../../app/services";
import type { Language, MaskLevel, Settings, TieRule } from "../../../core/settings";
import { useWords } from "../../words/useWords";
import {
  changedOptions,
  FIGURE_OPTIONS,
  optionsOf,
  ranksAnybody,
  readDate,
  readFigure,
  readWeight,
  withDefaults,
  withSettings,
  type FigureOption,
} from "./reportOptions";
import { useDraft } from "./useDraft";

const TIES: readonly TieRule[] = ["low", "mid", "high"];
const MASKS: readonly MaskLevel[] = ["none", "partial", "full"];
const SCOPES: readonly Settings["reportScope"][] = ["full", "compact"];
const WEIGHTS = ["r", "f", "m"] as const;

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    // As wide as the pane, not as the longest choice.
    "& select": { width: "100%" },
  },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  triple: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
  },
  input: { minWidth: 0 },
  unit: { whiteSpace: "nowrap" },
  quiet: { color: tokens.colorNeutralForeground2 },
  reset: { alignSelf: "flex-start" },
});

interface Props {
  readonly choices: SavedChoices;
  readonly onChoose: (choices: SavedChoices) => void;
}

/** What the report is made with. A value that cannot be used is never kept: the last good one holds. */
export function OptionsForm({ choices, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const options = optionsOf(choices);
  const set = (change: Parameters<typeof withSettings>[1]): void => onChoose(withSettings(choices, change));
  const tierSum = options.topShare + options.bottomShare;

  return (
    <div className={styles.form}>
      <DateField value={options.asOf} onDate={(asOf) => set({ asOf })} />
      <div className={styles.pair}>
        {FIGURE_OPTIONS.slice(0, 2).map((option) => (
          <FigureField
            key={option.id}
            option={option}
            value={options[option.id]}
            fault={null}
            onFigure={(figure) => set({ [option.id]: figure })}
          />
        ))}
      </div>
      <div className={styles.pair}>
        {FIGURE_OPTIONS.slice(2).map((option) => (
          <FigureField
            key={option.id}
            option={option}
            value={options[option.id]}
            fault={tierSum > 1 ? t("pane.options.sharesAboveOne") : null}
            onFigure={(figure) => set({ [option.id]: figure })}
          />
        ))}
      </div>
      <Field
        label={t("pane.options.weights")}
        hint={t("pane.options.weights.hint")}
        validationMessage={ranksAnybody(options.weights) ? null : t("pane.options.weights.allZero")}
      >
        <div className={styles.triple} role="group" aria-label={t("pane.options.weights")}>
          {WEIGHTS.map((part) => (
            <WeightInput
              key={part}
              label={t(`pane.options.weight.${part}`)}
              prefix={part.toUpperCase()}
              value={options.weights[part]}
              onWeight={(weight) => set({ weights: { ...options.weights, [part]: weight } })}
            />
          ))}
        </div>
      </Field>
      <Field label={t("pane.options.ties")}>
        <Select value={options.ties} onChange={(_, { value }) => set({ ties: value as TieRule })}>
          {TIES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`pane.options.ties.${rule}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("pane.options.language")}>
        <Select
          value={options.language ?? ""}
          onChange={(_, { value }) => set({ language: value === "" ? undefined : (value as Language) })}
        >
          <option value="">{t("pane.options.language.pane")}</option>
          <option value="zh">{t("pane.language.zh")}</option>
          <option value="en">{t("pane.language.en")}</option>
        </Select>
      </Field>
      <Field label={t("pane.options.scope")} hint={t("pane.options.scope.hint")}>
        <RadioGroup
          value={options.reportScope}
          onChange={(_, { value }) => set({ reportScope: value as Settings["reportScope"] })}
        >
          {SCOPES.map((scope) => (
            <Radio
              key={scope}
              value={scope}
              label={
                <>
                  {t(`pane.options.scope.${scope}`)}
                  <Caption1 block className={styles.quiet}>
                    {t(`pane.options.scope.${scope}.what`)}
                  </Caption1>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t("pane.options.mask")} hint={t("pane.options.mask.hint")}>
        <Select value={options.mask} onChange={(_, { value }) => set({ mask: value as MaskLevel })}>
          {MASKS.map((level) => (
            <option key={level} value={level}>
              {t(`pane.mask.${level}`)}
            </option>
          ))}
        </Select>
      </Field>
      {changedOptions(choices) > 0 && (
        <Button className={styles.reset} size="small" onClick={() => onChoose(withDefaults(choices))}>
          {t("pane.options.reset")}
        </Button>
      )}
    </div>
  );
}

interface DateProps {
  readonly value: string;
  /** undefined: the data decide. */
  readonly onDate: (day: number | undefined) => void;
}

function DateField({ value, onDate }: DateProps): ReactNode {
  const { t } = useWords();
  const draft = useDraft(value, (text) => {
    const day = readDate(text);
    if (day === null) return false;
    onDate(day);
    return true;
  });
  return (
    <Field
      label={t("pane.options.asOf")}
      hint={t("pane.options.asOf.hint")}
      validationMessage={draft.refused ? t("pane.options.asOf.unreadable") : null}
    >
      <Input {...draft.input} placeholder="2025-12-31" inputMode="numeric" />
    </Field>
  );
}

interface FigureProps {
  readonly option: FigureOption;
  readonly value: number;
  /** What is wrong with the figure beside others; null: nothing. */
  readonly fault: string | null;
  readonly onFigure: (figure: number) => void;
}

function FigureField({ option, value, fault, onFigure }: FigureProps): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const { id, least, most, unit } = option;
  const draft = useDraft(plain(value / unit), (text) => {
    const figure = readFigure(option, text);
    if (figure === null) return false;
    onFigure(figure);
    return true;
  });
  const limits = { least: format.count(least), most: format.count(most) };
  return (
    <Field
      label={t(`pane.options.${id}`)}
      validationMessage={draft.refused ? t("pane.options.limits", limits) : fault}
    >
      <Input
        {...draft.input}
        className={styles.input}
        inputMode={option.whole ? "numeric" : "decimal"}
        contentAfter={<span className={styles.unit}>{t(`pane.options.unit.${id}`)}</span>}
      />
    </Field>
  );
}

interface WeightProps {
  readonly label: string;
  readonly prefix: string;
  readonly value: number;
  readonly onWeight: (weight: number) => void;
}

function WeightInput({ label, prefix, value, onWeight }: WeightProps): ReactNode {
  const styles = useStyles();
  const draft = useDraft(plain(value), (text) => {
    const weight = readWeight(text);
    if (weight === null) return false;
    onWeight(weight);
    return true;
  });
  return (
    <Input
      {...draft.input}
      className={styles.input}
      aria-label={label}
      aria-invalid={draft.refused}
      contentBefore={prefix}
      inputMode="decimal"
    />
  );
}

/** As typed, without the dust of binary fractions. */
const plain = (value: number): string => String(Math.round(value * 1e6) / 1e6);
