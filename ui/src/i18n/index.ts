export { dayOf, momentOf, sizeOf, timeOf, today } from "./format";
export { currentLanguage, onLanguage, setLanguage, useLanguage, type Language } from "./language";
export { loadText, loadTexts, useText, type Text, type Values } from "./text";
export type { Key, Namespace } from "./namespaces";
