import { Body1, Caption1, Link, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { helpFolder } from "../../commands/helpFolder";
import type { Locale } from "../../i18n";
import { useWords } from "../words/useWords";

/** What the pane reads of the metadata that Excel reads, too. */
interface ListedFunction {
  readonly id: string;
  readonly description: string;
}

type Listing =
  | { readonly status: "loading" }
  | { readonly status: "unreadable" }
  | { readonly status: "read"; readonly functions: readonly ListedFunction[] };

const useStyles = makeStyles({
  heading: { margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Every function with what it does and a link to its help page. */
export function FunctionList(): ReactNode {
  const styles = useStyles();
  const { t, locale } = useWords();
  const listing = useFunctions(locale);
  return (
    <section>
      <Subtitle2 as="h2" block className={styles.heading}>
        {t("pane.functions")}
      </Subtitle2>
      {listing.status === "unreadable" && <Body1>{t("pane.noFunctions")}</Body1>}
      {listing.status === "read" && (
        <ul className={styles.list}>
          {listing.functions.map(({ id, description }) => (
            <li key={id} className={styles.entry}>
              <Link href={`${helpFolder(locale)}/${id}.html`} target="_blank" rel="noopener">
                CRM.{id}
              </Link>
              <Caption1 className={styles.quiet}>{description}</Caption1>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useFunctions(locale: Locale): Listing {
  const [listing, setListing] = useState<Listing>({ status: "loading" });
  useEffect(() => {
    let wanted = true;
    const file = locale === "zh-CN" ? "functions-zh-cn.json" : "functions.json";
    fetch(file)
      .then((answer) => answer.json() as Promise<{ readonly functions: readonly ListedFunction[] }>)
      .then(
        ({ functions }) => wanted && setListing({ status: "read", functions }),
        () => wanted && setListing({ status: "unreadable" }),
      );
    return () => {
      wanted = false;
    };
  }, [locale]);
  return listing;
}
