package certification

// Clauses are those of 辽人社〔2020〕22号 that the audit of results may cite.
var Clauses = []string{
	"四(四)1", "二(一)", "二(二)", "二(三)", "三(一)1", "三(一)2", "三(一)3", "三(二)1", "三(二)2", "三(二)3", "三(二)4", "五(三)",
}
