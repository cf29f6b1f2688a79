import { createRoot } from "react-dom/client";
import "@/design/tokens.css";
import "@/design/base.css";
import { App } from "@/app/App";
import { reporting } from "@/app/report";

const root = document.getElementById("root");
if (root) createRoot(root, reporting).render(<App />);
