package demo

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/identity/identitytest"
)

// Candidate is one line of a result workbook, by the headings of the template.
type Candidate map[string]string

// Batch is one batch of results that is being played by the clerk of a filed enterprise.
type Batch struct {
	No         string
	Clerk      *Person
	City       cast.City
	Enterprise cast.Enterprise
	Candidates []Candidate
	Portraits  int // how many photos go along; the first ones

	world    *World
	workbook uuid.UUID
	photos   uuid.UUID
}

// Batch makes a batch of so many people at level three of the first filed occupation, examined today.
func (w *World) Batch(ctx context.Context, c *Case, people int) (*Batch, error) {
	b := &Batch{Clerk: c.Clerk, City: c.City, Enterprise: c.Enterprise, world: w, Portraits: people}
	offer, err := Answer(b.Clerk.API.GetBatchOfferWithResponse(ctx, &client.GetBatchOfferParams{}))
	if err != nil {
		return nil, err
	}
	plan := client.BatchPlan{
		Occupation: offer.Occupations[0].Code, WorkType: offer.Occupations[0].WorkType, Level: "3", Way: "examination", Place: "培训中心一号考场",
		From: today(), To: today(), Evidence: []client.BatchEvidence{},
	}
	for i := range offer.Assessors {
		plan.Assessors = append(plan.Assessors, client.BatchAssessor{Name: "考评员" + string([]rune("甲乙丙丁戊己庚辛壬癸")[i%10]), Card: fmt.Sprintf("KP-%04d", i+1), Lead: i == 0})
	}
	for _, need := range offer.Evidence {
		if len(need.Ways) > 0 && !slices.Contains(need.Ways, plan.Way) {
			continue
		}
		file, err := exhibit.PDF(need.Name, exhibit.Page{Title: need.Name, Lines: []string{c.Enterprise.Name, "考核日期 " + today().String()}})
		if err != nil {
			return nil, err
		}
		id, err := b.Clerk.Upload(ctx, "resultEvidence", "", file)
		if err != nil {
			return nil, err
		}
		plan.Evidence = append(plan.Evidence, client.BatchEvidence{Kind: need.Kind, Document: string(id)})
	}
	made, err := b.Clerk.API.CreateBatchWithResponse(ctx, plan)
	if err != nil {
		return nil, err
	}
	if made.JSON201 == nil {
		return nil, fmt.Errorf("make a batch: %s", made.Status())
	}
	b.No = made.JSON201.BatchNo
	b.invent(people, offer.Occupations[0].Name)
	return b, nil
}

// invent makes up the people: names and ID numbers with valid check digits that belong to nobody.
func (b *Batch) invent(people int, occupation string) {
	var seed uint64
	for _, r := range b.No {
		seed = seed*31 + uint64(r)
	}
	maker := identitytest.New(seed)
	taken := make(map[string]bool, people)
	another := func() string {
		for {
			if id := maker.ResidentID(); !taken[id] {
				taken[id] = true
				return id
			}
		}
	}
	for i := range people {
		b.Candidates = append(b.Candidates, Candidate{
			"姓名": maker.Name(), "证件类型": "居民身份证", "证件号码": another(), "所在单位": b.Enterprise.Name, "用工形式": "本单位职工",
			"职业": occupation, "等级": "三级/高级工", "申报条件": "取得四级/中级工证书后从事本职业工作满 4 年", "理论成绩": strconv.Itoa(62 + i%37),
			"技能成绩": strconv.Itoa(60+i%40) + ".5", "工作业绩": "良好", "职业道德和工匠精神": "优秀", "照片文件名": portraitName(i),
		})
	}
}

func portraitName(i int) string { return fmt.Sprintf("%03d.jpg", i+1) }

// Workbook is the template that the product hands out, filled in.
func (b *Batch) Workbook(ctx context.Context) ([]byte, error) {
	answer, err := b.Clerk.API.GetResultWorkbookWithResponse(ctx, b.No)
	if err != nil {
		return nil, err
	}
	return fill(answer.Body, b.Candidates)
}

// Fill fills in the workbook and uploads it with the photos, which go once.
func (b *Batch) Fill(ctx context.Context) error {
	filled, err := b.Workbook(ctx)
	if err != nil {
		return err
	}
	if b.workbook, err = b.upload(ctx, "resultWorkbook", exhibit.File{Name: "认定结果.xlsx", Body: filled}); err != nil || b.photos != uuid.Nil {
		return err
	}
	portraits, err := b.portraits()
	if err != nil {
		return err
	}
	b.photos, err = b.upload(ctx, "resultPhotos", exhibit.File{Name: "照片.zip", Body: portraits})
	return err
}

// SharePhotos has a batch go along with the photos of another one, whose files have the same names.
func (b *Batch) SharePhotos(other *Batch) { b.photos = other.photos }

func (b *Batch) upload(ctx context.Context, purpose client.DocumentPurpose, file exhibit.File) (uuid.UUID, error) {
	id, err := b.Clerk.Upload(ctx, purpose, "", file)
	if err != nil {
		return uuid.Nil, err
	}
	return uuid.Parse(string(id))
}

// fill writes the candidates below the headings of a template.
func fill(template []byte, candidates []Candidate) ([]byte, error) {
	book, err := excelize.OpenReader(bytes.NewReader(template))
	if err != nil {
		return nil, fmt.Errorf("open the template: %w", err)
	}
	defer func() { _ = book.Close() }()
	if err := FillIn(book, book.GetSheetName(0), candidates); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = book.Write(&out)
	return out.Bytes(), err
}

// FillIn writes candidates below the headings of a template that is open, as its sheet's first line has them.
func FillIn(book *excelize.File, sheet string, candidates []Candidate) error {
	rows, err := book.GetRows(sheet)
	if err != nil || len(rows) == 0 {
		return fmt.Errorf("read the template: %d rows: %w", len(rows), err)
	}
	for column, heading := range rows[0] {
		for i, candidate := range candidates {
			value := candidate[plain(heading)]
			if value == "" {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(column+1, i+2)
			if err != nil {
				return err
			}
			if err := book.SetCellStr(sheet, cell, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// plain is a heading without the star of what must be filled in.
func plain(heading string) string { return string(bytes.Trim([]byte(heading), " *＊")) }

// faces is how many portraits differ; drawing them takes most of the time of a large batch.
const faces = 64

func (b *Batch) portraits() ([]byte, error) {
	drawn := make([]exhibit.File, min(faces, b.Portraits))
	for i := range drawn {
		var err error
		if drawn[i], err = exhibit.Portrait("照片", i); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for i := range b.Portraits {
		entry, err := archive.Create(portraitName(i))
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(drawn[i%faces].Body); err != nil {
			return nil, err
		}
	}
	err := archive.Close()
	return out.Bytes(), err
}

func (b *Batch) files() client.ResultFiles {
	return client.ResultFiles{Workbook: b.workbook, Photos: b.photos}
}

// Check is the dry run: what is wrong with each row.
func (b *Batch) Check(ctx context.Context) (client.ResultCheck, error) {
	return Answer(b.Clerk.API.CheckResultsWithResponse(ctx, b.No, b.files()))
}

// Confirm stores the rows that were looked at.
func (b *Batch) Confirm(ctx context.Context) (client.Batch, error) {
	now, err := b.View(ctx)
	if err != nil {
		return now, err
	}
	return Answer(b.Clerk.API.ConfirmResultsWithResponse(ctx, b.No, client.ConfirmResults{Version: now.Version, Workbook: b.workbook, Photos: b.photos}))
}

// View reads the batch as its clerk sees it.
func (b *Batch) View(ctx context.Context) (client.Batch, error) {
	return Answer(b.Clerk.API.GetBatchWithResponse(ctx, b.No))
}

// Submit hands the results in.
func (b *Batch) Submit(ctx context.Context) (client.Submitted, error) {
	now, err := b.View(ctx)
	if err != nil {
		return client.Submitted{}, err
	}
	return Answer(b.Clerk.API.SubmitBatchWithResponse(ctx, b.No, &client.SubmitBatchParams{IdempotencyKey: uuid.NewString()},
		client.SubmitBatch{Version: now.Version, Promise: true}))
}

// Task reads the open task of the batch, as one of the people sees it.
func (b *Batch) Task(ctx context.Context, who *Person) (client.Task, error) {
	return OpenTask(ctx, who, b.No)
}

// OpenTask reads the one open task of a case that somebody may see.
func OpenTask(ctx context.Context, who *Person, caseNo string) (client.Task, error) {
	c, err := Answer(who.API.GetCaseWithResponse(ctx, caseNo))
	if err != nil {
		return client.Task{}, err
	}
	if len(c.OpenTasks) == 0 {
		return client.Task{}, fmt.Errorf("case %s asks nobody; it is at %s", caseNo, c.Stage)
	}
	return c.OpenTasks[0], nil
}

// Marked downloads the uploaded workbook with its findings, and gives its size.
func (b *Batch) Marked(ctx context.Context) (int, error) {
	answer, err := b.Clerk.API.MarkResultsWithResponse(ctx, b.No, b.files())
	if err != nil {
		return 0, err
	}
	if answer.StatusCode() >= http.StatusBadRequest {
		return 0, fmt.Errorf("download the marked workbook: %s", answer.Status())
	}
	return len(answer.Body), nil
}

// Attention lists the rows that somebody must look at.
func (b *Batch) Attention(ctx context.Context, who *Person) ([]client.Result, error) {
	var all []client.Result
	for at := ""; ; {
		list, err := Answer(who.API.ListResultsWithResponse(ctx, b.No, &client.ListResultsParams{Which: "attention", Limit: 200, Cursor: at}))
		all = append(all, list.Items...)
		if at = list.Next; err != nil || at == "" {
			return all, err
		}
	}
}

// Verdicts passes every row that the authority must decide on one by one, and the named ones.
func (b *Batch) Verdicts(ctx context.Context, who *Person, also ...int) (*certification.AuditSheet, error) {
	sheet := &certification.AuditSheet{Rows: []certification.RowVerdict{}, Looked: []int{}}
	rows, err := b.Attention(ctx, who)
	if err != nil {
		return sheet, err
	}
	for _, r := range rows {
		if r.Sampled {
			sheet.Looked = append(sheet.Looked, r.No)
		}
		also = append(also, r.No)
	}
	slices.Sort(also)
	for _, no := range slices.Compact(also) {
		sheet.Rows = append(sheet.Rows, certification.RowVerdict{No: no, Verdict: certification.RowPass})
	}
	return sheet, nil
}

// Answer answers the open task of the batch as one of its people.
func (b *Batch) Answer(ctx context.Context, who *Person, verdict casework.Verdict, sheet any) (client.Settled, error) {
	task, err := OpenTask(ctx, who, b.No)
	if err != nil {
		return client.Settled{}, err
	}
	said, err := Decision(verdict, sheet)
	if err != nil {
		return client.Settled{}, err
	}
	return who.Decide(ctx, task, said)
}

// Audited fills, submits and has the batch pass its audit, so that it may be issued.
func (b *Batch) Audited(ctx context.Context) error {
	if err := b.Fill(ctx); err != nil {
		return err
	}
	if _, err := b.Confirm(ctx); err != nil {
		return err
	}
	if _, err := b.Submit(ctx); err != nil {
		return err
	}
	return b.Passed(ctx)
}

// Passed has the authority look at what it must look at, and pass the batch.
func (b *Batch) Passed(ctx context.Context) error {
	handler, reviewer := b.world.As(b.City.Prefix+"-authority-handler"), b.world.As(b.City.Prefix+"-authority-reviewer")
	sheet, err := b.Verdicts(ctx, handler)
	if err != nil {
		return err
	}
	if _, err := b.Answer(ctx, handler, casework.Pass, sheet); err != nil {
		return err
	}
	_, err = b.Answer(ctx, reviewer, casework.Agree, struct{}{})
	return err
}

// Issue has the clerk issue the certificates.
func (b *Batch) Issue(ctx context.Context) (client.Settled, error) {
	return b.Answer(ctx, b.Clerk, casework.Issue, certification.IssueSheet{Confirmed: true})
}

// Row reads one row.
func (b *Batch) Row(ctx context.Context, who *Person, no int) (client.Result, error) {
	list, err := Answer(who.API.ListResultsWithResponse(ctx, b.No, &client.ListResultsParams{Which: "all", Limit: 200}))
	if err != nil {
		return client.Result{}, err
	}
	for _, r := range list.Items {
		if r.No == no {
			return r, nil
		}
	}
	return client.Result{}, fmt.Errorf("batch %s has no row %d", b.No, no)
}

// Certificates waits until the files of all certificates are made, and lists the first 200.
func (b *Batch) Certificates(ctx context.Context, patience time.Duration) ([]client.Certificate, error) {
	for until := time.Now().Add(patience); ; {
		list, err := Answer(b.Clerk.API.ListCertificatesWithResponse(ctx, b.No, &client.ListCertificatesParams{Limit: 200}))
		if err != nil || list.Issued > 0 && list.Made == list.Issued {
			return list.Items, err
		}
		if time.Now().After(until) {
			return list.Items, fmt.Errorf("%d of %d certificates are made", list.Made, list.Issued)
		}
		if err := rest(ctx, firstWait); err != nil {
			return nil, err
		}
	}
}
