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
