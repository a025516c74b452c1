import { createContext, useContext } from "react";
import type { AppServices } from "../../app/services";
import type { PageId } from "../shell/pageIds";
import type { Session } from "./session";

export const SessionContext = createContext<Session | null>(null);

/** @throws Error outside the shell: pages are drawn only where a workbook is open */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("no session around this component");
  return session;
}

/** What a user can do with the open workbook. */
export const useServices = (): AppServices => useSession().services;

/** Opens another page, as a link on this one would; the new page's heading takes the focus. */
export function useNavigate(): (page: PageId) => void {
  const { page } = useSession();
  return page.set;
}
