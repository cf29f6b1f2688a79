import { useSuspenseQuery } from "@tanstack/react-query";
import { caseQuery } from "@/features/task/queries";
import { CertificateFacts } from "./CertificateFacts";
import { certificateQuery } from "./queries";

/** CertificateOfCase is the certificate that a revocation is about. */
export function CertificateOfCase({ caseNo }: { caseNo: string }) {
  const { data: now } = useSuspenseQuery(caseQuery(caseNo));
  return now.certificate ? <One number={now.certificate} /> : null;
}

function One({ number }: { number: string }) {
  const { data: certificate } = useSuspenseQuery(certificateQuery(number));
  return <CertificateFacts certificate={certificate} />;
}
