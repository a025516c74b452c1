import { createContext } from "react";

/**
 * Asked once by a page that appears: whether its heading takes the focus. True after a link or a menu led
 * to it, whose element is gone; false after a tab, which keeps the focus itself.
 */
export const FocusHeadingContext = createContext<() => boolean>(() => false);
