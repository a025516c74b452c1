import { Body1, Combobox, Option, Spinner } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import type { AnalysisFacts, CustomerHit } from "../../../app/services";
import { FailureBar } from "../../failure/FailureBar";
import { useAnswer } from "../../session/useAnswer";
import { useServices } from "../../session/useSession";
import { useInsightWords } from "../../words/useInsightWords";
import { CustomerCard } from "./CustomerCard";

const MOST_HITS = 20;

/** Search on top, the chosen customer below; another selected row chooses another customer. */
export function Lens({ facts }: { readonly facts: AnalysisFacts }): ReactNode {
  const { t } = useInsightWords();
  const services = useServices();
  const [id, setId] = useState<string | null>(null);

  useEffect(() => {
    let listening = true;
    const follow = (): void => {
      services.selectedCustomer().then(
        (hit) => {
          if (listening && hit !== null) setId(hit.id);
        },
        // A selection that cannot be read names nobody; the search is still there.
        () => undefined,
      );
    };
    follow();
    const stop = services.watchSelection(follow);
    return () => {
      listening = false;
      stop();
    };
  }, [services]);

  return (
    <>
      <CustomerSearch onChoose={setId} />
      {id === null ? <Body1>{t("lens.nobody")}</Body1> : <Chosen id={id} facts={facts} />}
    </>
  );
}

function CustomerSearch({ onChoose }: { readonly onChoose: (id: string) => void }): ReactNode {
  const { t } = useInsightWords();
  const services = useServices();
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const answer = useAnswer<readonly CustomerHit[]>(query, () =>
    query.trim() === "" ? Promise.resolve([]) : services.findCustomers(query, MOST_HITS),
  );
  const hits = answer.status === "known" ? answer.value : [];
  const text = ({ id, name }: CustomerHit) => (name === "" ? id : `${name} · ${id}`);
  return (
    <Combobox
      freeform
      inlinePopup
      aria-label={t("lens.search")}
      placeholder={t("lens.search")}
      value={query}
      open={open}
      onOpenChange={(_, { open: wanted }) => setOpen(wanted)}
      onInput={({ currentTarget }) => {
        setQuery(currentTarget.value);
        // An input method hands over whole words without a key that the list would open at.
        setOpen(true);
      }}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue === undefined) return;
        setQuery("");
        onChoose(optionValue);
      }}
    >
      {hits.map((hit) => (
        <Option key={hit.id} value={hit.id} text={text(hit)}>
          {text(hit)}
        </Option>
      ))}
      {query.trim() !== "" && answer.status === "known" && hits.length === 0 && (
        <Option disabled text={t("lens.noMatch")}>
          {t("lens.noMatch")}
        </Option>
      )}
    </Combobox>
  );
}

function Chosen({ id, facts }: { readonly id: string; readonly facts: AnalysisFacts }): ReactNode {
  const { t, locale } = useInsightWords();
  const services = useServices();
  const answer = useAnswer(`${id} ${locale}`, () => services.customer(id, locale));
  switch (answer.status) {
    case "waiting":
      return <Spinner size="tiny" />;
    case "failed":
      return <FailureBar error={answer.error} />;
    case "known":
      return answer.value === null ? (
        <Body1>{t("lens.unknown", { id })}</Body1>
      ) : (
        <CustomerCard lens={answer.value} currency={facts.currency} />
      );
  }
}
