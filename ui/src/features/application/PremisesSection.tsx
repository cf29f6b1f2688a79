import { useText } from "@/i18n";
import { EquipmentList } from "./EquipmentList";
import { Count, Pair, Part, Prose } from "./fields";
import { Files } from "./Files";
import type { SectionProps } from "./section";
import { Sites } from "./Sites";

/** PremisesSection is rooms, equipment and cameras (场地、设施设备、视频监控设备, notice 一(三) and 四(一)6). */
export function PremisesSection({ content: premises, change, application, documents, caseNo, readOnly, gaps }: SectionProps<"premises">) {
  const t = useText("application");
  const set = (part: Partial<typeof premises>) => change((before) => ({ ...before, ...part }));
  const video = (part: Partial<typeof premises.video>) => change((before) => ({ ...before, video: { ...before.video, ...part } }));
  return (
    <>
      <Sites sites={premises.sites} change={(sites) => set({ sites })} address={application.unit.officeAddress} readOnly={readOnly} />
      <EquipmentList equipment={premises.equipment} change={(equipment) => set({ equipment })} occupations={application.occupations.rows} readOnly={readOnly} gaps={gaps} />
      <Part title={t("premises.video")} lead={t("premises.videoLead")}>
        <Pair>
          <Count at="/premises/video/cameras" value={premises.video.cameras} set={(cameras) => video({ cameras })} unit={t("piece")} />
          <Count at="/premises/video/storageDays" value={premises.video.storageDays} set={(storageDays) => video({ storageDays })} unit={t("day")} optional />
        </Pair>
        <Prose at="/premises/video/description" value={premises.video.description} set={(description) => video({ description })} rows={3} optional={premises.video.documents.length > 0} />
        <Files at="/premises/video/documents" ids={premises.video.documents} set={(ids) => video({ documents: ids })} documents={documents} purpose="proof" caseNo={caseNo} multiple optional />
      </Part>
      <Part title={t("premises.proofs")} lead={t("premises.proofsLead")}>
        <Files at="/premises/proofs" ids={premises.proofs} set={(ids) => set({ proofs: ids })} documents={documents} purpose="proof" caseNo={caseNo} multiple optional />
      </Part>
    </>
  );
}
