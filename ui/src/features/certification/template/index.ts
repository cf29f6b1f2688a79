export { NewEditionPage } from "./NewEditionPage";
export { TemplatesPage } from "./TemplatesPage";
