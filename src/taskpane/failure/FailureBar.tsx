import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { PlaceLink } from "../places/PlaceLink";
import { useWords } from "../words/useWords";
import { CopyButton } from "./CopyButton";
import { describeFailure } from "./describeFailure";

interface Props {
  readonly error: unknown;
  /** Left out: nothing can be tried again from here. */
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

/** What went wrong: what happened, where, what to do, and the details for whoever mends it. */
export function FailureBar({ error, onRetry, onDismiss }: Props): ReactNode {
  const { t } = useWords();
  const failure = describeFailure(t, error);
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t("pane.failure.title")}</MessageBarTitle> {failure.sentence}
        {failure.place !== null && (
          <>
            {" "}
            <PlaceLink place={failure.place} />
          </>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          onDismiss === undefined ? null : (
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={t("pane.dismiss")}
              onClick={onDismiss}
            />
          )
        }
      >
        {onRetry !== undefined && failure.retry && (
          <Button size="small" onClick={onRetry}>
            {t("pane.failure.retry")}
          </Button>
        )}
        <CopyButton text={failure.details} label={t("pane.failure.copy")} />
      </MessageBarActions>
    </MessageBar>
  );
}
