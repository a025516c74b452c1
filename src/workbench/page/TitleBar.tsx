import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowDownloadRegular,
  DocumentAddRegular,
  FolderOpenRegular,
  LocalLanguageRegular,
  PanelRightContractRegular,
  PanelRightExpandRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Locale } from "../../i18n";
import type { WorkbenchTranslate } from "../../i18n/workbench";
import type { Theme } from "./startTheme";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    padding: "4px 8px 4px 12px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  icon: { width: "20px", height: "20px", marginRight: "4px" },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 },
  product: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap", marginLeft: "4px" },
  space: { flexGrow: 1 },
  button: { whiteSpace: "nowrap", minWidth: "auto" },
});

interface Props {
  readonly t: WorkbenchTranslate;
  readonly fileName: string;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly paneShown: boolean;
  readonly ready: boolean;
  readonly onNew: (kind: "blank" | "sample") => void;
  readonly onOpen: () => void;
  readonly onDownload: () => void;
  readonly onLocale: (locale: Locale) => void;
  readonly onTheme: (theme: Theme) => void;
  readonly onPane: (shown: boolean) => void;
}

const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: "zh-CN", name: "中文" },
  { locale: "en", name: "English" },
];

/** File name, what can be done with the file, and how the page looks. */
export function TitleBar(props: Props): ReactNode {
  const { t, fileName, locale, theme, paneShown, ready } = props;
  const styles = useStyles();
  const other: Theme = theme === "dark" ? "light" : "dark";
  return (
    <header className={styles.bar}>
      <img className={styles.icon} src="/assets/icon-40.png" alt="" />
      <Text as="h1" weight="semibold" className={styles.name} data-testid="file-name">
        {fileName}
      </Text>
      <Text size={200} className={styles.product}>
        {t("workbench.product")}
      </Text>
      <div className={styles.space} />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className={styles.button}
            icon={<DocumentAddRegular />}
            disabled={!ready}
          >
            {t("workbench.new")}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => props.onNew("blank")}>{t("workbench.new.blank")}</MenuItem>
            <MenuItem onClick={() => props.onNew("sample")}>{t("workbench.new.sample")}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button
        appearance="subtle"
        className={styles.button}
        icon={<FolderOpenRegular />}
        disabled={!ready}
        onClick={props.onOpen}
      >
        {t("workbench.open")}
      </Button>
      <Button
        appearance="subtle"
        className={styles.button}
        icon={<ArrowDownloadRegular />}
        disabled={!ready}
        onClick={props.onDownload}
      >
        {t("workbench.download")}
      </Button>
      <Menu
        checkedValues={{ locale: [locale] }}
        onCheckedValueChange={(_, { checkedItems }) => props.onLocale(checkedItems[0] as Locale)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<LocalLanguageRegular />} aria-label={t("workbench.language")} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {LANGUAGES.map((language) => (
              <MenuItemRadio
                key={language.locale}
                name="locale"
                value={language.locale}
                lang={language.locale}
              >
                {language.name}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Tooltip content={t(`workbench.theme.${other}`)} relationship="label">
        <Button
          appearance="subtle"
          icon={theme === "dark" ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
          onClick={() => props.onTheme(other)}
        />
      </Tooltip>
      <Tooltip content={t(paneShown ? "workbench.pane.hide" : "workbench.pane.show")} relationship="label">
        <Button
          appearance="subtle"
          icon={paneShown ? <PanelRightContractRegular /> : <PanelRightExpandRegular />}
          onClick={() => props.onPane(!paneShown)}
        />
      </Tooltip>
    </header>
  );
}
