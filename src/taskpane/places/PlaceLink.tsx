import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Place } from "../../app/services";
import { useSession } from "../session/useSession";

interface Props {
  readonly place: Place;
  /** Left out: the place's own name, 订单!B7. */
  readonly children?: ReactNode;
}

/** Shows a place of the workbook: selects its cells in Excel. */
export function PlaceLink({ place, children }: Props): ReactNode {
  const { services, notice } = useSession();
  const show = (): void => {
    services.goTo(place).catch((error: unknown) => notice.set({ kind: "failed", error }));
  };
  return (
    <Link inline onClick={show}>
      {children ?? `${place.sheet}!${place.address}`}
    </Link>
  );
}
