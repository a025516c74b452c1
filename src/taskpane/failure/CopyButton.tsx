import { Button, useAnnounce } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useEffect, useState, type ReactNode } from "react";
import { useWords } from "../words/useWords";
import { copyText } from "./copyText";

type Copied = "no" | "yes" | "refused";

const SHOWN_MS = 3_000;

interface Props {
  readonly text: string;
  readonly label: string;
}

/** Copies a text, and says on the button itself whether that worked. */
export function CopyButton({ text, label }: Props): ReactNode {
  const { t } = useWords();
  const { announce } = useAnnounce();
  const [copied, setCopied] = useState<Copied>("no");

  useEffect(() => {
    if (copied === "no") return undefined;
    const timer = setTimeout(() => setCopied("no"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    const outcome = (await copyText(text)) ? "yes" : "refused";
    setCopied(outcome);
    announce(t(outcome === "yes" ? "pane.copy.done" : "pane.copy.refused"));
  };

  return (
    <Button
      size="small"
      icon={copied === "yes" ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy()}
    >
      {copied === "no" ? label : t(copied === "yes" ? "pane.copy.done" : "pane.copy.refused")}
    </Button>
  );
}
