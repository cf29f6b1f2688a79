import { Check } from "@/design";
import { useText } from "@/i18n";
import { Part } from "./fields";
import { Files } from "./Files";
import type { SectionProps } from "./section";

const names = ["examination", "quality", "certificate"] as const;

/** RulesSection takes the three management rules that notice 五(三) has the enterprise make and disclose. */
export function RulesSection({ content: rules, change, documents, caseNo, readOnly }: SectionProps<"rules">) {
  const t = useText("application");
  const set = (name: (typeof names)[number], part: Partial<(typeof rules)["quality"]>) =>
    change((before) => ({ ...before, [name]: { ...before[name], ...part } }));
  return (
    <>
      <p className="app-lead">{t("rules.lead")}</p>
      {names.map((name) => {
        const rule = rules[name];
        const same = rule.document !== "" && rule.public === rule.document;
        return (
          <Part key={name} title={t.of(`f.rules.${name}`)}>
            <Files
              at={`/rules/${name}/document`}
              ids={rule.document ? [rule.document] : []}
              set={([id = ""]) => set(name, { document: id, ...(same ? { public: id } : {}) })}
              documents={documents}
              purpose="rule"
              caseNo={caseNo}
            />
            {!readOnly && rule.document && (
              <Check label={t("rules.same")} hint={t("rules.sameHint")} checked={same} onChange={(checked) => set(name, { public: checked ? rule.document : "" })} />
            )}
            {!same && (
              <Files
                at={`/rules/${name}/public`}
                ids={rule.public ? [rule.public] : []}
                set={([id = ""]) => set(name, { public: id })}
                documents={documents}
                purpose="rule"
                caseNo={caseNo}
              />
            )}
          </Part>
        );
      })}
    </>
  );
}
