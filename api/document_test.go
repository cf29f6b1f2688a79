package api

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/jpeg"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/store"
)

// announce says that a file is coming.
func (p *person) announce(name, purpose string, body []byte, more map[string]any) UploadPlan {
	p.t.Helper()
	sum := sha256.Sum256(body)
	announced := map[string]any{"purpose": purpose, "name": name, "size": len(body), "sha256": hex.EncodeToString(sum[:])}
	for key, value := range more {
		announced[key] = value
	}
	got := p.do(http.MethodPost, "/api/documents", announced)
	if got.status != http.StatusCreated {
		p.t.Fatalf("announce %s: %d %s", name, got.status, got.body)
	}
	return into[UploadPlan](got)
}

// put sends the bytes to where the plan says.
func (p *person) put(plan UploadPlan, body []byte) {
	p.t.Helper()
	request, err := http.NewRequestWithContext(context.Background(), plan.Upload.Method, plan.Upload.Url, bytes.NewReader(body))
	p.must(err)
	for key, value := range plan.Upload.Headers {
		request.Header.Set(key, value)
	}
	response, err := http.DefaultClient.Do(request)
	p.must(err)
	_ = response.Body.Close()
	if response.StatusCode != http.StatusOK {
		p.t.Fatalf("upload %s: %s", plan.Document.Name, response.Status)
	}
}

// send announces a file, puts its bytes where the plan says, and completes the upload.
func (p *person) send(name, purpose string, body []byte, more map[string]any) Document {
	p.t.Helper()
	plan := p.announce(name, purpose, body, more)
	p.put(plan, body)
	got := p.do(http.MethodPost, "/api/documents/"+plan.Document.Id+"/completion", nil)
	if got.status != http.StatusOK {
		p.t.Fatalf("complete %s: %d %s", name, got.status, got.body)
	}
	return into[Document](got)
}

func photo(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewRGBA(image.Rect(0, 0, 40, 30)), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAGoodFileIsKeptAndAllowedReadersGetItsBytes(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	one := o.settle("000001")
	p := o.clerk()
	body := photo(t)
	d := p.send("现场照片 𠀀.jpg", "photo", body, map[string]any{"caseNo": one.caseNo})
	if d.State != "accepted" || d.Type != "image/jpeg" || d.CaseNo != one.caseNo {
		t.Fatalf("%+v", d)
	}
	if again := into[Document](p.do(http.MethodPost, "/api/documents/"+d.Id+"/completion", nil)); again.State != "accepted" {
		t.Errorf("completed again: %+v", again)
	}
	for _, login := range []string{p.login, "sy-bureau-handler", "sy-expert-1"} {
		got := o.signIn(login).do(http.MethodGet, "/api/documents/"+d.Id+"/content", nil)
		if got.status != http.StatusOK || !bytes.Equal(got.body, body) || got.header.Get("Content-Disposition") == "" {
			t.Errorf("%s got %d, %d bytes, %v", login, got.status, len(got.body), got.header)
		}
	}
	part := p.do(http.MethodGet, "/api/documents/"+d.Id+"/content", nil, "Range", "bytes=0-9")
	if part.status != http.StatusPartialContent || len(part.body) != 10 {
		t.Errorf("a range: %d, %d bytes", part.status, len(part.body))
	}
	for _, login := range []string{"dl-bureau-handler", "sy-expert-2", "centre-handler"} {
		o.signIn(login).do(http.MethodGet, "/api/documents/"+d.Id+"/content", nil).want(http.StatusNotFound, "not_found")
	}
	o.signIn("operator").do(http.MethodGet, "/api/documents/"+d.Id+"/content", nil).want(http.StatusForbidden, "forbidden")
	o.visitor().do(http.MethodGet, "/api/documents/"+d.Id+"/content", nil).want(http.StatusUnauthorized, "unauthenticated")
}

func TestAFileWithPersonalDataLiesEncryptedAndEveryReadingIsRecorded(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	one := o.settle("000001")
	p := o.clerk()
	body := photo(t)
	d := p.send("身份证.jpg", "proof", body, map[string]any{"caseNo": one.caseNo, "personal": true})
	if d.State != "accepted" || !d.Personal {
		t.Fatalf("%+v", d)
	}
	officer := o.signIn("sy-bureau-handler")
	officer.do(http.MethodGet, "/api/documents/"+d.Id+"/content", nil).want(http.StatusUnprocessableEntity, "invalid")
	got := officer.do(http.MethodGet, "/api/documents/"+d.Id+"/content?reason=%E6%A0%B8%E5%AF%B9", nil)
	if got.status != http.StatusOK || !bytes.Equal(got.body, body) {
		t.Errorf("%d, %d bytes", got.status, len(got.body))
	}
	var readings []store.PersonalRead
	o.must(o.store.DB.Find(&readings).Error)
	if len(readings) != 1 || readings[0].Subject != "documents/"+d.Id || readings[0].Reason != "核对" {
		t.Errorf("readings %+v", readings)
	}
}

func TestTheServerSaysWhichFilesMayHoldIDNumbersAndNothingIsLockedBeforeACaseRestsOnIt(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	p := o.clerk()
	for purpose, sealed := range map[string]bool{"material": true, "proof": true, "commitment": true, "photo": false, "resultEvidence": true} {
		d := p.send(purpose+".jpg", purpose, photo(t), map[string]any{"personal": false})
		row, err := o.store.Document(t.Context(), uuid.MustParse(d.Id))
		o.must(err)
		if d.Personal != sealed || strings.HasPrefix(row.ObjectKey, "sealed/") != sealed || (row.KeyWrapped != "") != sealed {
			t.Errorf("%s: %+v", purpose, row)
		}
		until, err := o.files.Locked(t.Context(), evidence.Ref{Key: row.ObjectKey, VersionID: row.ObjectVersion})
		if err != nil || !until.IsZero() || row.LockedUntil != nil || row.LockTryAt != nil {
			t.Errorf("%s is locked until %v: %v", purpose, until, err)
		}
		if _, err := o.files.Stat(t.Context(), evidence.Ref{Key: evidence.IncomingKey(d.Id)}); sealed && !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: the plain upload is still there: %v", purpose, err)
		}
	}
}

func TestResultsComeAsAWorkbookAndAZipOfPhotosWithLimitsOfTheirOwnAndAreSealed(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	p := o.clerk()
	var workbook, photos bytes.Buffer
	o.must(excelize.NewFile().Write(&workbook))
	packer := zip.NewWriter(&photos)
	inside, err := packer.Create("张三.jpg")
	o.must(err)
	_, err = inside.Write(photo(t))
	o.must(err)
	o.must(packer.Close())
	for _, c := range []struct {
		purpose, name string
		body          []byte
		state         string
	}{
		{"resultWorkbook", "认定结果.xlsx", workbook.Bytes(), "accepted"},
		{"resultPhotos", "照片.zip", photos.Bytes(), "accepted"},
		{"resultWorkbook", "认定结果.zip", photos.Bytes(), "rejected"},
		{"resultWorkbook", "改名.xlsx", photos.Bytes(), "rejected"},
		{"resultPhotos", "照片.xlsx", workbook.Bytes(), "rejected"},
		{"resultEvidence", "过程材料.zip", photos.Bytes(), "rejected"},
	} {
		d := p.send(c.name, c.purpose, c.body, nil)
		if string(d.State) != c.state || !d.Personal {
			t.Errorf("%s as %s: %+v", c.name, c.purpose, d)
		}
	}
	for purpose, mebibytes := range map[string]int{"resultWorkbook": 20, "resultPhotos": 500, "resultEvidence": 100} {
		announce := func(size int) int {
			return p.do(http.MethodPost, "/api/documents", map[string]any{"purpose": purpose, "name": "a", "size": size, "sha256": strings.Repeat("a", 64)}).status
		}
		if fits, tooLarge := announce(mebibytes<<20), announce(mebibytes<<20+1); fits != http.StatusCreated || tooLarge != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: %d MiB: %d, one byte more: %d", purpose, mebibytes, fits, tooLarge)
		}
	}
}

func TestACompletionThatIsLostAfterTheFileWasSealedIsDoneAgain(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	p, body := o.clerk(), photo(t)
	plan := p.announce("身份证.jpg", "proof", body, nil)
	p.put(plan, body)
	row, err := o.store.Document(t.Context(), uuid.MustParse(plan.Document.Id))
	o.must(err)
	sealed := row
	found, err := o.files.Inspect(t.Context(), row.ObjectKey, evidence.Want{Name: row.Name, Size: row.Size, Limit: 1 << 20, Accept: []evidence.Type{evidence.JPEG}})
	o.must(err)
	o.must((&Server{store: o.store, evidence: o.files, keys: o.keys}).keep(t.Context(), &sealed, found)) // and then the process dies
	got := p.do(http.MethodPost, "/api/documents/"+plan.Document.Id+"/completion", nil)
	if d := into[Document](got); got.status != http.StatusOK || d.State != "accepted" {
		t.Fatalf("%d %s", got.status, got.body)
	}
	if got := p.do(http.MethodGet, "/api/documents/"+plan.Document.Id+"/content", nil); !bytes.Equal(got.body, body) {
		t.Errorf("%d %s", got.status, got.body)
	}
}

func TestABadFileStaysVisibleWithItsReasonAndAHugeOneIsRefusedBeforeAByteTravels(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	p := o.clerk()
	sum := hex.EncodeToString(make([]byte, 32))
	announce := func(size int64) answer {
		return p.do(http.MethodPost, "/api/documents", map[string]any{"purpose": "material", "name": "营业执照.pdf", "size": size, "sha256": sum})
	}
	announce(0).want(http.StatusUnprocessableEntity, "bad_file")
	if problem := announce(200<<20).want(http.StatusRequestEntityTooLarge, "too_large"); problem.Facts["limit"] == "" {
		t.Errorf("the limit is not named: %+v", problem)
	}
	for name, body := range map[string][]byte{
		"program.pdf":   append([]byte("MZ\x90\x00"), make([]byte, 500)...),
		"truncated.jpg": photo(t)[:200],
		"broken.pdf":    []byte("%PDF-1.7\n1 0 obj\n<<"),
	} {
		d := p.send(name, "material", body, nil)
		if d.State != "rejected" || d.Problem.Message == "" || d.Problem.Code == "" {
			t.Errorf("%s: %+v", name, d)
		}
		p.do(http.MethodGet, "/api/documents/"+d.Id+"/content", nil).want(http.StatusConflict, "not_ready")
	}
	list := into[DocumentList](p.do(http.MethodGet, "/api/documents", nil))
	if len(list.Items) != 3 {
		t.Errorf("%d documents are listed", len(list.Items))
	}
}
