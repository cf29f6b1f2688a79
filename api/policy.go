package api

import (
	"slices"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/region"
)

// scope says within which bounds a permitted role may use an operation; the handler enforces it.
type scope string

const (
	everywhere    scope = "everywhere"    // nothing in it belongs to anybody
	self          scope = "self"          // what is the person's own
	ownEnterprise scope = "ownEnterprise" // what belongs to the clerk's enterprise
	ownBody       scope = "ownBody"       // what belongs to the officer's body
	visibleCase   scope = "visibleCase"   // cases that mayView lets the person see
	audience      scope = "audience"      // tasks that mayAct lets the person answer
)

// grant lets one role use an operation, in any body or only in some kinds of bodies.
type grant struct {
	role  casework.Role
	kinds []region.Kind
}

// access says who may use an operation. Nobody may what is not in the table.
type access struct {
	public bool // without signing in
	any    bool // whoever is signed in
	grants []grant
	scope  scope
	noCSRF bool // changes nothing although it is a POST, or comes before a session
}

func as(roles ...casework.Role) []grant {
	grants := make([]grant, 0, len(roles))
	for _, role := range roles {
		grants = append(grants, grant{role: role})
	}
	return grants
}

func within(kinds []region.Kind, roles ...casework.Role) []grant {
	grants := as(roles...)
	for i := range grants {
		grants[i].kinds = kinds
	}
	return grants
}

var (
	clerks     = as(casework.Clerk)
	officers   = as(casework.Handler, casework.Reviewer, casework.Signer)
	experts    = as(casework.Expert)
	operators  = as(casework.Operator)
	cityBodies = []region.Kind{region.Bureau, region.Authority}
	// auditBodies see how many results there are of whom: the authority audits, the exam centre takes the months in (DOMAIN
	// section A).
	auditBodies = []region.Kind{region.Authority, region.Centre}
	// readers of results are the enterprise whose they are, and the authority that audits them.
	readers  = slices.Concat(clerks, within([]region.Kind{region.Authority}, casework.Handler, casework.Reviewer, casework.Signer))
	citizens = access{public: true, scope: everywhere}
	workers  = slices.Concat(clerks, officers, experts)
	watchers = slices.Concat(workers, operators)
)

// permits is the one table: which role of which body may do which operation within which bounds. A test
// walks every operation of the description and fails for one without a row.
var permits = map[string]access{
	"signIn":  {public: true, scope: everywhere, noCSRF: true},
	"whoAmI":  {any: true, scope: self},
	"signOut": {any: true, scope: self},

	"listOccupations":    citizens,
	"getOccupation":      citizens,
	"listRegions":        citizens,
	"getFilingReference": citizens,
	"getPolicy":          citizens,

	"getEnterprise": {grants: watchers, scope: visibleCase},

	"listApplications":   {grants: clerks, scope: ownEnterprise},
	"createApplication":  {grants: clerks, scope: ownEnterprise},
	"getApplication":     {grants: slices.Concat(clerks, officers), scope: visibleCase},
	"saveSection":        {grants: clerks, scope: ownEnterprise},
	"getStaff":           {grants: slices.Concat(clerks, officers), scope: visibleCase},
	"replaceStaff":       {grants: clerks, scope: ownEnterprise},
	"getStaffWorkbook":   {grants: clerks, scope: ownEnterprise},
	"checkStaffWorkbook": {grants: clerks, scope: ownEnterprise},
	"revealStaff":        {grants: slices.Concat(clerks, officers), scope: visibleCase},
	"checkApplication":   {grants: clerks, scope: ownEnterprise},
	"submitApplication":  {grants: clerks, scope: ownEnterprise},
	"discardDraft":       {grants: clerks, scope: ownEnterprise},

	"listDocuments":    {grants: workers, scope: visibleCase},
	"beginUpload":      {grants: workers, scope: visibleCase},
	"getDocument":      {grants: workers, scope: visibleCase},
	"resumeUpload":     {grants: workers, scope: self},
	"completeUpload":   {grants: workers, scope: self},
	"downloadDocument": {grants: workers, scope: visibleCase},

	"listTasks":      {grants: watchers, scope: audience},
	"listViews":      {grants: watchers, scope: self},
	"addView":        {grants: watchers, scope: self},
	"removeView":     {grants: watchers, scope: self},
	"getTask":        {grants: workers, scope: visibleCase},
	"claimTask":      {grants: workers, scope: audience},
	"releaseTask":    {grants: workers, scope: audience},
	"delegateTask":   {grants: slices.Concat(clerks, officers), scope: audience},
	"saveWorksheet":  {grants: workers, scope: audience},
	"decideTask":     {grants: workers, scope: audience},
	"extendTask":     {grants: as(casework.Reviewer, casework.Signer), scope: ownBody},
	"getCommand":     {any: true, scope: self},
	"listColleagues": {grants: slices.Concat(clerks, officers), scope: ownBody},

	"listCases":      {grants: watchers, scope: visibleCase},
	"getCase":        {grants: watchers, scope: visibleCase},
	"listCaseEvents": {grants: watchers, scope: visibleCase},
	"listStatements": {grants: workers, scope: visibleCase},
	"listSnapshots":  {grants: workers, scope: visibleCase},
	"getDifferences": {grants: workers, scope: visibleCase},
	"listPapers":     {grants: watchers, scope: visibleCase},
	"downloadPaper":  {grants: workers, scope: visibleCase},
	"sealPaper":      {grants: officers, scope: ownBody},
	"withdrawCase":   {grants: clerks, scope: ownEnterprise},
	"operateCase":    {grants: operators, scope: everywhere},
	"listExperts":    {grants: within(cityBodies, casework.Handler, casework.Reviewer, casework.Signer), scope: visibleCase},

	"listMessages": {any: true, scope: self},
	"markRead":     {any: true, scope: self},

	"listStuck":      {grants: operators, scope: everywhere},
	"decodePayloads": {grants: operators, scope: everywhere, noCSRF: true},

	"listBatches":       {grants: slices.Concat(clerks, within(auditBodies, casework.Handler, casework.Reviewer, casework.Signer)), scope: visibleCase},
	"createBatch":       {grants: clerks, scope: ownEnterprise},
	"listExaminations":  {grants: within(auditBodies, casework.Handler, casework.Reviewer, casework.Signer), scope: visibleCase},
	"getBatchOffer":     {grants: clerks, scope: ownEnterprise},
	"getBatch":          {grants: readers, scope: visibleCase},
	"discardBatch":      {grants: clerks, scope: ownEnterprise},
	"savePlan":          {grants: clerks, scope: ownEnterprise},
	"getResultWorkbook": {grants: clerks, scope: ownEnterprise},
	"checkResults":      {grants: clerks, scope: ownEnterprise},
	"markResults":       {grants: clerks, scope: ownEnterprise},
	"listResults":       {grants: readers, scope: visibleCase},
	"replacePhotos":     {grants: clerks, scope: ownEnterprise},
	"confirmResults":    {grants: clerks, scope: ownEnterprise},
	"editResult":        {grants: clerks, scope: ownEnterprise},
	"revealResult":      {grants: readers, scope: visibleCase},
	"getResultPhoto":    {grants: readers, scope: visibleCase},
	"submitBatch":       {grants: clerks, scope: ownEnterprise},

	"listCertificates":    {grants: readers, scope: visibleCase},
	"getCertificate":      {grants: readers, scope: visibleCase},
	"downloadCertificate": {grants: readers, scope: visibleCase},
	"downloadTransfer":    {grants: within([]region.Kind{region.Authority}, casework.Handler, casework.Reviewer, casework.Signer), scope: visibleCase},
	"beginRevocation":     {grants: slices.Concat(clerks, within([]region.Kind{region.Authority}, casework.Handler)), scope: visibleCase},

	"listResultTemplates":   {grants: within([]region.Kind{region.Centre}, casework.Handler, casework.Reviewer, casework.Signer), scope: ownBody},
	"addResultTemplate":     {grants: within([]region.Kind{region.Centre}, casework.Reviewer, casework.Signer), scope: ownBody},
	"previewResultTemplate": {grants: within([]region.Kind{region.Centre}, casework.Handler, casework.Reviewer, casework.Signer), scope: ownBody},

	"listSummaries":   {grants: slices.Concat(clerks, within(auditBodies, casework.Handler, casework.Reviewer, casework.Signer)), scope: visibleCase},
	"downloadSummary": {grants: slices.Concat(clerks, within(auditBodies, casework.Handler, casework.Reviewer, casework.Signer)), scope: visibleCase},
	"listRollUps":     {grants: within(auditBodies, casework.Handler, casework.Reviewer, casework.Signer), scope: ownBody},
	"makeRollUp":      {grants: within([]region.Kind{region.Authority}, casework.Handler), scope: ownBody},
	"downloadRollUp":  {grants: within(auditBodies, casework.Handler, casework.Reviewer, casework.Signer), scope: ownBody},
	"openMonth":       {grants: operators, scope: everywhere},

	"queryCertificates": {public: true, scope: everywhere, noCSRF: true},
	"verifyCertificate": citizens,
	"listPublicResults": citizens,

	"listInstitutions":         citizens,
	"downloadInstitutionsCsv":  citizens,
	"downloadInstitutionsXlsx": citizens,
	"getInstitution":           citizens,
	"downloadPublicRule":       citizens,
	"verifyReceipt":            citizens,
	"getGuide":                 citizens,

	"getHealth":      citizens,
	"getReadiness":   citizens,
	"getMetrics":     citizens,
	"getDescription": citizens,
}

// admits says whether the caller's roles and body are enough for the operation.
func (a access) admits(caller Caller) error {
	if a.public {
		return nil
	}
	if !caller.SignedIn() {
		return fault.New(fault.Unauthenticated, "请先登录；登录后将回到当前页面，已填写的内容不会丢失",
			"Sign in first; you will come back here and what you wrote is kept")
	}
	if a.any {
		return nil
	}
	for _, g := range a.grants {
		if caller.Has(g.role) && (len(g.kinds) == 0 || slices.Contains(g.kinds, caller.Body.Kind)) {
			return nil
		}
	}
	return fault.New(fault.Forbidden, "您的岗位无权办理此项，请联系本单位负责人", "Your role may not do this; ask the head of your office")
}
