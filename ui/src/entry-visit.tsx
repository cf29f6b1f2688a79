import { createRoot } from "react-dom/client";
import "@/design/tokens.css";
import "@/design/base.css";
import { queryClient } from "@/api/client";
import { reporting } from "@/app/report";
import { VisitApp } from "@/features/visit/VisitApp";
import { currentLanguage, loadText, onLanguage } from "@/i18n";

// Whatever the page may have to say is fetched at once: on the spot there may be no network later.
const fetchWords = () => (["visit", "design", "shell", "words"] as const).map((namespace) => loadText(currentLanguage(), namespace));
onLanguage(fetchWords);
fetchWords();

// A question to the server is asked even where the phone believes to be offline: it fails at once, and the page goes on with what it keeps.
queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, networkMode: "always" } });

const root = document.getElementById("root");
if (root) createRoot(root, reporting).render(<VisitApp />);
