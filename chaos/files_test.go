package chaos_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

func TestAnUploadGoesOnWhereItWasWhenTheFileStoreComesBack(t *testing.T) {
	c, err := house.patient.Enterprise(t.Context(), cast.Shenyang)
	if err != nil {
		t.Fatal(err)
	}
	clerk := house.hasty.As(c.Clerk.Login)
	if _, err := clerk.Session(t.Context()); err != nil {
		t.Fatal(err)
	}
	file, err := exhibit.PDF("材料", exhibit.Page{Title: "材料", Lines: []string{"全部材料"}})
	if err != nil {
		t.Fatal(err)
	}
	begun, err := clerk.API.BeginUploadWithResponse(t.Context(), announced(file))
	if err != nil {
		t.Fatal(err)
	}
	id := uuid.MustParse(begun.JSON201.Document.Id)
	back := without(t, "minio")

	_, err = clerk.API.CompleteUploadWithResponse(t.Context(), id)
	unavailable(t, "complete", err)
	large := file
	large.Body = bytes.Repeat([]byte("0"), 20<<20) // above this the store is asked for an upload in parts
	_, err = clerk.API.BeginUploadWithResponse(t.Context(), announced(large))
	unavailable(t, "begin", err)
	raw, err := json.Marshal(filing.Funding{Source: "企业职工教育经费", Annual: 600000, NonProfit: true, Charges: "不向职工收费"})
	if err != nil {
		t.Fatal(err)
	}
	saved, err := clerk.API.SaveSectionWithResponse(t.Context(), c.Draft.ID, client.SectionCode(filing.SectionFunding),
		client.SectionEdit{Version: c.Draft.Version, Content: raw})
	if err != nil || saved.JSON200 == nil {
		t.Fatalf("what the clerk types is not saved while the file store is down: %v", err)
	}
	back()

	put(t, begun.JSON201.Upload, file.Body)
	done, err := clerk.API.CompleteUploadWithResponse(t.Context(), id)
	if err != nil || done.JSON200 == nil || done.JSON200.State != client.Accepted {
		t.Fatalf("after the outage the upload is completed with %v, %+v", err, done)
	}
	if begun, err := clerk.API.BeginUploadWithResponse(t.Context(), announced(large)); err != nil || begun.JSON201 == nil {
		t.Errorf("after the outage the large upload begins with %v", err)
	}
}

func announced(file exhibit.File) client.NewDocument {
	sum := sha256.Sum256(file.Body)
	return client.NewDocument{Purpose: client.Material, Name: file.Name, Size: int64(len(file.Body)), Sha256: hex.EncodeToString(sum[:])}
}

// unavailable insists on a 503 with a sentence.
func unavailable(t *testing.T, what string, err error) {
	t.Helper()
	problem, ok := demo.ProblemOf(err)
	if !ok || problem.Status != http.StatusServiceUnavailable || problem.Code != string(fault.Unavailable) {
		t.Errorf("%s while the file store is down: %v", what, err)
		return
	}
	helped(t, reply{problem: problem})
}

func put(t *testing.T, plan client.Upload, body []byte) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), plan.Method, plan.Url, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range plan.Headers {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Fatalf("the file store answers %s", response.Status)
	}
}

func TestADecisionIsRecordedThoughItsPaperCannotBeMadeAndRetryFreesTheCase(t *testing.T) {
	t.Parallel()
	c := file(t, filing.Acceptance)
	answer := usual(t, c, next(t, c))
	back := without(t, "minio")
	once(t, c.No, answer.must(t, http.StatusOK).command)
	eventually(t, 90*time.Second, "the case shows which paper is stuck", func() bool {
		return strings.HasPrefix(stuck(t, c.No), "acceptance/1/")
	})
	back()
	sound(t, c.No)
	begun := time.Now()
	operate(t, c.No, contract.UpdateRetry)
	eventually(t, 10*time.Second, "the case is no longer stuck", func() bool { return stuck(t, c.No) == "" })
	t.Logf("freed %s after the retry", time.Since(begun).Round(time.Millisecond))
	papersMade(t, c)
	sound(t, c.No)
}

// operate does what operators do to a case that does not move by itself.
func operate(t *testing.T, caseNo, operation string) {
	t.Helper()
	r, err := house.patient.As(cast.Operator.Login).API.OperateCaseWithResponse(t.Context(), caseNo,
		&client.OperateCaseParams{IdempotencyKey: uuid.NewString()},
		client.Operation{Operation: client.OperationOperation(operation), Reason: "已排除故障"})
	if err != nil || r.JSON200 == nil {
		t.Fatalf("%s: %v", operation, err)
	}
}
