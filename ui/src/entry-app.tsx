import { createRoot } from "react-dom/client";
import "@/design/tokens.css";
import "@/design/base.css";
import { queryClient } from "@/api/client";
import { sessionQuery } from "@/api/session";
import { App } from "@/app/App";
import { reporting } from "@/app/report";
import { loadTexts } from "@/i18n";

// What every page waits for is asked for side by side. The words come first: without them there is nothing to show, and what
// React shows in their place would stay for a while.
void queryClient.prefetchQuery(sessionQuery);
const root = document.getElementById("root");
if (root) void loadTexts("shell", "design", "words").catch(() => undefined).then(() => createRoot(root, reporting).render(<App />));
