import { createRoot } from "react-dom/client";
import { startLocale } from "./startLocale";
import { startTheme } from "./startTheme";
import { Workbench } from "./Workbench";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no #root");
const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
createRoot(root).render(
  <Workbench
    startLocale={startLocale(location.search, navigator.language)}
    startTheme={startTheme(location.search, prefersDark)}
  />,
);
