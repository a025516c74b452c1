import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";

/** Excel's own panes start about as wide and become no narrower. */
const PANE_PX = { start: 380, least: 320, most: 720, step: 20 } as const;

const useStyles = makeStyles({
  split: { display: "flex", flexGrow: 1, minHeight: 0, position: "relative" },
  left: { flexGrow: 1, minWidth: 0, position: "relative" },
  right: { flexShrink: 0, minWidth: 0 },
  hidden: { display: "none" },
  handle: {
    width: "6px",
    flexShrink: 0,
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground4,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { backgroundColor: tokens.colorBrandBackground2 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  // Over grid and frame while dragging: a frame would swallow the pointer.
  shield: { position: "absolute", inset: 0, zIndex: 10_000, cursor: "col-resize" },
});

interface Props {
  readonly left: ReactNode;
  readonly right: ReactNode;
  readonly rightShown: boolean;
  /** What the bar between them is for, to be read out. */
  readonly label: string;
}

/** Two parts with a bar between them that pointer and arrow keys move. A hidden right part stays alive. */
export function Split({ left, right, rightShown, label }: Props): ReactNode {
  const styles = useStyles();
  const [width, setWidth] = useState<number>(PANE_PX.start);
  const [dragging, setDragging] = useState(false);
  const from = useRef({ x: 0, width: 0 });

  const resize = (wanted: number): void => setWidth(Math.min(PANE_PX.most, Math.max(PANE_PX.least, wanted)));
  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    from.current = { x: event.clientX, width };
    setDragging(true);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void =>
    resize(from.current.width + from.current.x - event.clientX);
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowLeft: PANE_PX.step, ArrowRight: -PANE_PX.step }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(width + step);
  };

  return (
    <div className={styles.split}>
      <div className={styles.left}>{left}</div>
      <div
        className={mergeClasses(styles.handle, !rightShown && styles.hidden)}
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={width}
        aria-valuemin={PANE_PX.least}
        aria-valuemax={PANE_PX.most}
        tabIndex={0}
        onPointerDown={grab}
        onKeyDown={press}
      />
      <div className={mergeClasses(styles.right, !rightShown && styles.hidden)} style={{ width }}>
        {right}
      </div>
      {dragging && (
        <div className={styles.shield} onPointerMove={drag} onPointerUp={() => setDragging(false)} />
      )}
    </div>
  );
}
