import { Button, makeStyles, Tooltip, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RibbonCommand } from "./readManifest";

const useStyles = makeStyles({
  ribbon: {
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    padding: "4px 8px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowX: "auto",
    flexShrink: 0,
  },
  button: { whiteSpace: "nowrap", minWidth: "auto" },
  icon: { width: "20px", height: "20px", display: "block" },
});

interface Props {
  readonly commands: readonly RibbonCommand[];
  /** Name of the bar, to be read out. */
  readonly label: string;
  readonly ready: boolean;
  /** Ids of commands that have not completed: their buttons are greyed out, as Excel does. */
  readonly running: ReadonlySet<string>;
  readonly onRun: (command: RibbonCommand) => void;
}

/** The add-in's tab of Excel's ribbon. */
export function Ribbon({ commands, label, ready, running, onRun }: Props): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.ribbon} role="toolbar" aria-label={label}>
      {commands.map((command) => (
        <Tooltip key={command.id} content={command.tip} relationship="description" withArrow>
          <Button
            appearance="subtle"
            className={styles.button}
            icon={<img className={styles.icon} src={command.icon} alt="" />}
            disabled={!ready || running.has(command.id)}
            data-command={command.id}
            onClick={() => onRun(command)}
          >
            {command.label}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}
