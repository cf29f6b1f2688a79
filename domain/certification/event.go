package certification

import "jiangxin/domain/casework"

// The events of these procedures beside those of every case; stored for ever and never renamed.
const (
	ResultsSubmitted   casework.EventType = "resultsSubmitted"   // results were handed in, first or again
	ResultsAudited     casework.EventType = "resultsAudited"     // an audit took effect
	CertificatesIssued casework.EventType = "certificatesIssued" // certificates were numbered
	CertificateRevoked casework.EventType = "certificateRevoked" // a certificate is no longer in force
	SummaryReported    casework.EventType = "summaryReported"    // the enterprise reported a month
	SummaryAccepted    casework.EventType = "summaryAccepted"    // the authority took the report in
)

// AuditOpinion is the paper of an audit that took effect (结果审核意见), under the authority's seal.
const AuditOpinion casework.PaperKind = "auditOpinion"
