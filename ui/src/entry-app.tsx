import { createRoot } from "react-dom/client";
import "@/design/tokens.css";
import "@/design/base.css";
import { App } from "@/app/App";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
